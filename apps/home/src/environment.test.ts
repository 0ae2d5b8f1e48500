import { describe, expect, it } from "@jest/globals";
import { productVariables, sandboxVariables } from "./environment";
import type { Ports } from "./ports";
import { readSettings } from "./settings";

const ports: Ports = {
  api: 3000,
  sandbox: 3001,
  dns: 3002,
  postgres: 3003,
  redis: 3004,
  "admin-api": 3005,
  "admin-send-worker": 3006,
  "admin-webhook-worker": 3007,
  "admin-events-worker": 3008,
  "admin-scheduler": 3009,
  "admin-sandbox": 3010,
  smtp: 3011,
  "smtp-tls": 3012,
  "admin-smtp": 3013,
};
const secrets = { encryptionKeys: "k1:own", keyPepper: "own pepper", postgresPassword: "x" };

const variables = (environment: NodeJS.ProcessEnv) =>
  productVariables(readSettings("/checkout", "/home", environment), secrets, {
    databaseUrl: "postgresql://db",
    redisUrl: "redis://redis",
    ports,
  });

describe("productVariables", () => {
  it("lead the product to the sandbox, its resolver and its trust root", () => {
    expect(variables({})).toMatchObject({
      SES_MODE: "sandbox",
      SES_CONFIG_SET: "sendex",
      SANDBOX_URL: "http://127.0.0.1:3001",
      DNS_SERVERS: "127.0.0.1:3002",
      WEBHOOK_ALLOW_LOCAL: "true",
    });
  });

  it("write to owners from a domain that the sandbox knows, unless told otherwise", () => {
    const own = sandboxVariables(readSettings("/checkout", "/home", {}), ports);
    expect(variables({})["SYSTEM_FROM"]).toContain(`@${own["VERIFIED_DOMAINS"]}>`);
    expect(variables({ SYSTEM_FROM: "us@mine.example" })["SYSTEM_FROM"]).toBe("us@mine.example");
  });

  it("name the sandbox's topic and certificate as the sandbox does", () => {
    const own = sandboxVariables(readSettings("/checkout", "/home", {}), ports);
    expect(variables({})).toMatchObject({
      SANDBOX_TRUST_ROOT: own["TRUST_ROOT"],
      SANDBOX_TOPIC_ARN: own["TOPIC_ARN"],
    });
  });

  it("say nothing of a sandbox, and open no loopback webhooks, when mail goes to AWS", () => {
    const names = Object.keys(variables({ SES_MODE: "aws", AWS_REGION: "eu-west-1" }));
    expect(names.filter((name) => /^SANDBOX_|^DNS_|^WEBHOOK_/.test(name))).toEqual([]);
  });

  it("prefer the caller's own secrets", () => {
    expect(variables({ ENCRYPTION_KEYS: "mine", KEY_PEPPER: "my pepper" })).toMatchObject({
      ENCRYPTION_KEYS: "mine",
      KEY_PEPPER: "my pepper",
    });
  });

  it("leave out what is not set", () => {
    expect(variables({ RETRY_TIME_SCALE: "" })).not.toHaveProperty("RETRY_TIME_SCALE");
    expect(variables({ RETRY_TIME_SCALE: "0.1" })).toHaveProperty("RETRY_TIME_SCALE", "0.1");
  });
});

describe("sandboxVariables", () => {
  it("point its notifications at the API", () => {
    const own = sandboxVariables(readSettings("/checkout", "/home", {}), ports);
    expect(own["NOTIFY_URL"]).toBe("http://127.0.0.1:3000/api/ses-notifications");
  });
});
