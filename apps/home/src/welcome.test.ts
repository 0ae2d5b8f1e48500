import { execFileSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";
import { devJson } from "./dev-json";
import { curl, welcome } from "./welcome";

const dev = devJson({
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
  pids: { api: 1 },
  admin: { api: "http://127.0.0.1:4000" },
});

describe("curl", () => {
  it("is, to a shell, one call with the key and a mail as JSON", () => {
    const shown = execFileSync("/bin/sh", [
      "-c",
      `curl() { for word; do printf '%s\\0' "$word"; done; }\n${curl(dev)}`,
    ]);
    const words = shown.toString("utf8").split("\0").slice(0, -1);
    expect(words).toContain("http://127.0.0.1:3000/api/v1/emails");
    expect(words).toContain("Authorization: Bearer sk_live_full");
    expect(JSON.parse(words.at(-1) ?? "")).toMatchObject({
      from: "hello@demo.sendex.test",
      to: "someone@example.com",
    });
  });
});

describe("welcome", () => {
  it("says where both people sign in, and with what", () => {
    const said = welcome(dev, "/home");
    expect(said).toContain("Dashboard  http://127.0.0.1:3000");
    expect(said).toContain("demo@sendex.test   correct horse");
    expect(said).toContain("operator@sendex.test   battery staple");
  });

  it("names the inbox of the sandbox", () => {
    expect(welcome(dev, "/home")).toContain("http://127.0.0.1:3050");
  });

  it("says that mail really leaves when there is no sandbox", () => {
    const { sandboxUrl: _, ...aws } = dev;
    expect(welcome(aws, "/home")).toContain("Amazon SES");
  });
});
