import { expect, it } from "@jest/globals";
import { codesFile, secretIn } from "./totp";

it("a secret is shown in groups of four", () => {
  const uri = "otpauth://totp/Sendex:ada%40a.example?secret=JBSWY3DPEHPK3PXPA&issuer=Sendex";
  expect(secretIn(uri)).toBe("JBSW Y3DP EHPK 3PXP A");
  expect(secretIn("otpauth://totp/Sendex")).toBe("");
});

it("the file of recovery codes says whose they are and where", () => {
  expect(codesFile(["aaaa-bbbb", "cccc-dddd"], "ada@a.example", "https://mail.example")).toBe(
    "Recovery codes of ada@a.example at https://mail.example\nEach works once.\n\naaaa-bbbb\ncccc-dddd\n",
  );
});
