import { expect, it } from "@jest/globals";
import { hashRecoveryCode, newRecoveryCodes, storedCodes } from "./recovery-codes";

it("makes ten codes that differ", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
});

it("stores a code's hash under the pepper, however it is typed", () => {
  const hash = hashRecoveryCode("pepper", "abcde-fghjk");
  for (const typed of ["ABCDE-FGHJK", " abcdefghjk ", "abcde fghjk"])
    expect(hashRecoveryCode("pepper", typed)).toBe(hash);
  expect(hashRecoveryCode("another", "abcde-fghjk")).not.toBe(hash);
  expect(hash).not.toContain("abcde");
});

it("leaves what is hashed already as it is, and takes no hash for a code", () => {
  const [hash = ""] = storedCodes("pepper", ["abcde-fghjk"]);
  expect(storedCodes("pepper", [hash])).toEqual([hash]);
  expect(hashRecoveryCode("pepper", hash)).not.toBe(hash);
});
