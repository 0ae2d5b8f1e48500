import { expect, it } from "@jest/globals";
import { bytes } from "./bytes";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [8, "8 bytes"],
  [12_345, "12.3 kB"],
  [39_000_000, "39 MB"],
])("%i bytes are %j", (size, said) => {
  expect(bytes(size, "en-US")).toBe(said);
});
