import { expect, test } from "@jest/globals";
import { crc32 } from "./crc32";

test("gives the check value of CRC-32, and that of nothing", () => {
  expect(crc32("123456789")).toBe(0xcbf43926);
  expect(crc32("")).toBe(0);
});
