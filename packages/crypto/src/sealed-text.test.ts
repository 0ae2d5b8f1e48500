import { expect, it } from "@jest/globals";
import { SealError } from "./seal-error";
import { sealText, unsealText } from "./sealed-text";

it("opens with the same secret and row alone, and unchanged", () => {
  const sealed = sealText("a secret", "person-mail", "pml_1", "a link");
  expect(sealed.toString("latin1")).not.toContain("a link");
  expect(unsealText("a secret", "person-mail", "pml_1", sealed)).toBe("a link");
  expect(() => unsealText("another", "person-mail", "pml_1", sealed)).toThrow(SealError);
  expect(() => unsealText("a secret", "person-mail", "pml_2", sealed)).toThrow(SealError);
  const changed = Buffer.from(sealed);
  changed[20] = (changed[20] ?? 0) ^ 1;
  expect(() => unsealText("a secret", "person-mail", "pml_1", changed)).toThrow(SealError);
});
