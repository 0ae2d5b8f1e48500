import { describe, expect, it } from "@jest/globals";
import { type DevParts, devJson } from "./dev-json";

const parts: DevParts = {
  apiUrl: "http://127.0.0.1:3000",
  smtp: { host: "127.0.0.1", port: 2525, tlsPort: 2465 },
  sandboxUrl: "http://127.0.0.1:3050",
  databaseUrl: "postgresql://127.0.0.1:1/sendex",
  redisUrl: "redis://127.0.0.1:2",
  demo: {
    account: { id: "acc_1", email: "demo@sendex.test", password: "correct horse" },
    apiKeys: { full: "sk_live_full", sendOnly: "sk_live_send" },
    domain: "demo.sendex.test",
    operator: { email: "operator@sendex.test", password: "battery staple" },
  },
  pids: { api: 1, postgres: 2 },
  admin: { api: "http://127.0.0.1:4000" },
};

describe("devJson", () => {
  it("has the contract's keys, without those of features that are not there", () => {
    expect(devJson(parts)).toEqual({
      apiUrl: "http://127.0.0.1:3000",
      dashboardUrl: "http://127.0.0.1:3000",
      smtp: { host: "127.0.0.1", port: 2525, tlsPort: 2465 },
      sandboxUrl: "http://127.0.0.1:3050",
      databaseUrl: "postgresql://127.0.0.1:1/sendex",
      redisUrl: "redis://127.0.0.1:2",
      domain: "demo.sendex.test",
      account: { id: "acc_1", email: "demo@sendex.test", password: "correct horse" },
      apiKeys: { full: "sk_live_full", sendOnly: "sk_live_send" },
      operator: { email: "operator@sendex.test", password: "battery staple" },
      pids: { api: 1, postgres: 2 },
      admin: { api: "http://127.0.0.1:4000" },
    });
  });

  it("leaves the sandbox out when mail goes to AWS", () => {
    expect(devJson({ ...parts, sandboxUrl: undefined })).not.toHaveProperty("sandboxUrl");
  });
});
