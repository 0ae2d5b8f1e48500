import { expect, it } from "@jest/globals";
import { providerName } from "./provider-name";

it.each([
  ["google", "Google"],
  ["t-online", "Telekom (T-Online)"],
  ["newcomer", "newcomer"],
  ["constructor", "constructor"],
])("calls %s %s", (word, name) => {
  expect(providerName(word)).toBe(name);
});
