import { describe, expect, it } from "@jest/globals";
import { hashPassword, verifyPassword } from "./passwords";

describe("a password's hash", () => {
  it("is argon2id with OWASP's parameters and a salt of its own", async () => {
    const [one, two] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(two).not.toBe(one);
  });

  it("is of this password and no other", async () => {
    const hashed = await hashPassword("correct horse");
    expect(await verifyPassword(hashed, "correct horse")).toBe(true);
    expect(await verifyPassword(hashed, "correct horsf")).toBe(false);
  });

  it("is made two at a time; who comes when too many wait is turned away", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 65 }, () => hashPassword("x")));
    expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(3);
    await expect(hashPassword("x")).resolves.toContain("argon2id");
  });
});
