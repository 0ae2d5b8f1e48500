import { describe, expect, it } from "@jest/globals";
import { demoIn } from "./demo";

const demo = {
  account: { id: "acc_1", email: "demo@sendex.test" },
  apiKeys: { full: "sk_live_full", sendOnly: "sk_live_send" },
  domain: "demo.sendex.test",
};

describe("demoIn", () => {
  it("reads what the CLI prints, leaving out what is not ours", () => {
    expect(demoIn({ ...demo, more: 1 })).toEqual(demo);
  });

  it("keeps the password where there is one", () => {
    const account = { ...demo.account, password: "correct horse" };
    expect(demoIn({ ...demo, account })).toEqual({ ...demo, account });
  });

  it.each([
    undefined,
    {},
    { ...demo, domain: undefined },
    { ...demo, apiKeys: { full: "sk" } },
    { ...demo, account: "x" },
  ])("is nothing for %j", (value) => {
    expect(demoIn(value)).toBeUndefined();
  });
});
