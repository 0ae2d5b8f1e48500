import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isSigned, signLink } from "./link";

describe("a signed link", () => {
  const parts = ["acc_1", "msg_1", "0", "1700000000"];
  const signature = signLink("a secret of the service", "download", parts);

  test("says what was signed, under the same secret", () => {
    expect(signature).toMatch(/^[\w-]{43}$/);
    expect(isSigned("a secret of the service", "download", parts, signature)).toBe(true);
    expect(isSigned("another secret", "download", parts, signature)).toBe(false);
  });

  test("is broken by any other part, and by parts that are cut elsewhere", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 4, maxLength: 4 }), (others) => {
        fc.pre(others.some((other, i) => other !== parts[i]));
        expect(isSigned("a secret of the service", "download", others, signature)).toBe(false);
      }),
    );
    const shifted = ["acc_1m", "sg_1", "0", "1700000000"];
    expect(isSigned("a secret of the service", "download", shifted, signature)).toBe(false);
  });

  test("is broken by any other character, the last one too", () => {
    for (let i = 0; i < signature.length; i += 1) {
      for (const other of "AB_-z9=") {
        const changed = signature.slice(0, i) + other + signature.slice(i + 1);
        if (changed !== signature)
          expect(isSigned("a secret of the service", "download", parts, changed)).toBe(false);
      }
    }
  });
});
