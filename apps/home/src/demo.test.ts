import { describe, expect, it } from "@jest/globals";
import { demoIn } from "./demo";

const demo = {
  account: { id: "acc_1", email: "demo@sendex.test", password: "correct horse" },
  apiKeys: { full: "sk_live_full", sendOnly: "sk_live_send" },
  domain: "demo.sendex.test",
  operator: { email: "operator@sendex.test", password: "battery staple" },
};

describe("demoIn", () => {
  it("reads what the CLI prints, leaving out what is not ours", () => {
    expect(demoIn({ ...demo, more: 1 })).toEqual(demo);
  });

  it.each([
    undefined,
    {},
    { ...demo, domain: undefined },
    { ...demo, apiKeys: { full: "sk" } },
    { ...demo, account: "x" },
    { ...demo, account: { id: "acc_1", email: "demo@sendex.test" } },
    { ...demo, operator: undefined },
  ])("is nothing for %j", (value) => {
    expect(demoIn(value)).toBeUndefined();
  });
});
