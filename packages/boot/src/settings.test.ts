import { describe, expect, it } from "@jest/globals";
import { ROLES } from "./environment";
import { ENVIRONMENT } from "./environment";
import { SettingsError, readSettings } from "./settings";

const key = Buffer.alloc(32, 7).toString("base64");
const base = {
  DATABASE_URL: "postgresql://sendex:hunter2@db/sendex",
  REDIS_URL: "redis://redis:6379",
  ENCRYPTION_KEYS: `k1:${key}`,
  KEY_PEPPER: "0123456789abcdef",
  SMTP_CERT_FILE: "cert.pem",
  SMTP_KEY_FILE: "key.pem",
};
const aws = { ...base, SES_MODE: "aws", AWS_REGION: "eu-west-1" };
const sandbox = {
  ...base,
  SES_MODE: "sandbox",
  SANDBOX_URL: "http://127.0.0.1:4570",
  SANDBOX_TRUST_ROOT: "cert.pem",
  SANDBOX_TOPIC_ARN: "arn:aws:sns:us-east-1:000000000000:sendex-sandbox",
};

function problemsOf(env: Record<string, string | undefined>, role: (typeof ROLES)[number] = "api"): string[] {
  try {
    readSettings(env, role);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe("settings", () => {
  it.each(ROLES)("are complete for the role %s in both modes", (role) => {
    expect(problemsOf(aws, role)).toEqual([]);
    expect(problemsOf(sandbox, role)).toEqual([]);
  });

  it("of the SMTP process want a certificate, unless keys may come in clear", () => {
    const { SMTP_CERT_FILE: _, SMTP_KEY_FILE: __, ...clear } = aws;
    expect(problemsOf(clear, "smtp")).toEqual(["SMTP_CERT_FILE is missing"]);
    expect(problemsOf({ ...clear, SMTP_ALLOW_CLEAR: "yes" }, "smtp")).toEqual([]);
    expect(problemsOf(clear, "api")).toEqual([]);
  });

  it("have the documented defaults", () => {
    expect(readSettings(aws, "api")).toMatchObject({
      host: "0.0.0.0",
      port: 3000,
      rateLimitPerMinute: 1000,
      retryTimeScale: 1,
      sendConcurrency: 50,
      snsTopicArns: [],
      webhookAllowLocal: false,
      tracing: undefined,
      logLevel: "info",
      configurationSet: undefined,
      adminPort: undefined,
    });
  });

  it("name every missing variable, one line each", () => {
    expect(problemsOf({ SES_MODE: "aws" })).toEqual([
      "DATABASE_URL is missing",
      "REDIS_URL is missing",
      "AWS_REGION is missing",
      "ENCRYPTION_KEYS is missing",
      "KEY_PEPPER is missing",
    ]);
  });

  it("never select aws by ambient credentials", () => {
    const ambient = { AWS_ACCESS_KEY_ID: "AKIA", AWS_SECRET_ACCESS_KEY: "x", AWS_REGION: "eu-west-1" };
    expect(problemsOf({ ...base, ...ambient })).toEqual(["SES_MODE is missing"]);
    expect(readSettings({ ...sandbox, ...ambient }, "send").sesMode).toBe("sandbox");
  });

  it("take a sandbox beside aws whole, for test mail, or not at all", () => {
    const { SANDBOX_URL, SANDBOX_TRUST_ROOT, SANDBOX_TOPIC_ARN } = sandbox;
    const beside = { ...aws, SANDBOX_URL, SANDBOX_TRUST_ROOT, SANDBOX_TOPIC_ARN };
    expect(problemsOf(beside)).toEqual([]);
    expect(readSettings(beside, "api")).toMatchObject({ sesMode: "aws", sandbox: { url: SANDBOX_URL } });
    expect(readSettings(aws, "api").sandbox).toBeUndefined();
    expect(problemsOf({ ...aws, SANDBOX_URL })).toEqual([
      "SANDBOX_TRUST_ROOT is missing",
      "SANDBOX_TOPIC_ARN is missing",
    ]);
    expect(problemsOf({ ...aws, SANDBOX_URL }, "send")).toEqual([]);
    expect(problemsOf({ ...aws, SANDBOX_TOPIC_ARN })).toEqual([
      "SANDBOX_TOPIC_ARN is of no use without SANDBOX_URL",
    ]);
  });

  it("keep images in a bucket where one is named", () => {
    const storeOf = (env: Record<string, string>) => readSettings({ ...sandbox, ...env }, "api").imageStore;
    expect(storeOf({})).toBeUndefined();
    expect(storeOf({ IMAGES_S3_BUCKET: "images" })).toEqual({ bucket: "images", region: "us-east-1" });
    const minio = {
      IMAGES_S3_BUCKET: "images",
      IMAGES_S3_ENDPOINT: "http://127.0.0.1:9000",
      IMAGES_S3_REGION: "eu-west-1",
      IMAGES_S3_ACCESS_KEY_ID: "id",
      IMAGES_S3_SECRET_ACCESS_KEY: "secret",
    };
    expect(storeOf(minio)).toEqual({
      ...{ bucket: "images", region: "eu-west-1", endpoint: "http://127.0.0.1:9000" },
      credentials: { accessKeyId: "id", secretAccessKey: "secret" },
    });
    expect(problemsOf({ ...sandbox, IMAGES_S3_ACCESS_KEY_ID: "id" })).toEqual([
      "IMAGES_S3_SECRET_ACCESS_KEY is missing",
    ]);
    expect(problemsOf({ ...sandbox, IMAGES_S3_SECRET_ACCESS_KEY: "secret" })).toEqual([
      "IMAGES_S3_SECRET_ACCESS_KEY is of no use without IMAGES_S3_ACCESS_KEY_ID",
    ]);
  });

  it("trace where somebody takes the traces, all of them unless told otherwise", () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = "http://127.0.0.1:4318";
    const tracingOf = (env: Record<string, string>) => readSettings({ ...sandbox, ...env }, "send").tracing;
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT })).toEqual({
      endpoint: OTEL_EXPORTER_OTLP_ENDPOINT,
      share: 1,
    });
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG: "0.05" })?.share).toBe(0.05);
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: "" })).toBeUndefined();
    expect(problemsOf({ ...sandbox, OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" }, "send")).toEqual([
      "OTEL_EXPORTER_OTLP_ENDPOINT is not a URL of the right kind",
    ]);
  });

  it("know where a drill strikes, in sandbox mode alone", () => {
    const failAt = { name: "send:after-claim", nth: 3, signal: "SIGKILL" };
    expect(readSettings({ ...sandbox, FAIL_AT: "send:after-claim:3" }, "send").failAt).toEqual(failAt);
    expect(readSettings({ ...sandbox, FAIL_AT: "" }, "send").failAt).toBeUndefined();
    expect(problemsOf({ ...aws, FAIL_AT: "send:after-claim:3" })).toEqual([
      "FAIL_AT is for SES_MODE=sandbox, not for aws",
    ]);
    expect(problemsOf({ ...sandbox, FAIL_AT: "send:sometimes" })).toEqual([
      "FAIL_AT must read name[@message][:N][:stop] with the name of a fail-point",
    ]);
  });

  it("need of the sandbox what the role uses of it", () => {
    const bare = { ...base, SES_MODE: "sandbox" };
    expect(problemsOf(bare, "api")).toHaveLength(3);
    expect(problemsOf(bare, "send")).toEqual(["SANDBOX_URL is missing"]);
    expect(problemsOf(bare, "schedule")).toEqual(["SANDBOX_URL is missing"]);
    expect(problemsOf(bare, "deliver")).toEqual([]);
  });

  it("take an empty variable as absent and ignore unknown ones", () => {
    expect(problemsOf({ ...aws, SANDBOX_URL: "", LOG_LEVEL: "", PORT: "", PATH: "/bin" })).toEqual([]);
    expect(problemsOf({ ...aws, DATABASE_URL: "" })).toEqual(["DATABASE_URL is missing"]);
  });

  it("parse keys, of which the first encrypts", () => {
    const other = Buffer.alloc(32, 9);
    const { encryptionKeys } = readSettings(
      { ...aws, ENCRYPTION_KEYS: `new:${other.toString("base64")}, old:${key}` },
      "api",
    );
    expect(encryptionKeys.map(({ id }) => id)).toEqual(["new", "old"]);
    expect(Buffer.from(encryptionKeys[0]?.key ?? []).equals(other)).toBe(true);
  });

  it.each([
    ["without an id", key],
    ["with a short key", `k1:${Buffer.alloc(31).toString("base64")}`],
    ["with a key that is no base64", "k1:!!!!"],
    ["with an id of odd characters", `k 1:${key}`],
  ])("refuse encryption keys %s, and do not show them", (_why, value) => {
    expect(problemsOf({ ...aws, ENCRYPTION_KEYS: value })).toEqual([
      "ENCRYPTION_KEYS must read id:key,id:key with 32-byte keys in base64",
    ]);
  });

  it("refuse two encryption keys of one id", () => {
    expect(problemsOf({ ...aws, ENCRYPTION_KEYS: `a:${key},a:${key}` })).toEqual([
      "ENCRYPTION_KEYS names one id twice",
    ]);
  });

  it.each([
    ["DATABASE_URL", "mysql://secret-word@db/x"],
    ["REDIS_URL", "secret-word"],
    ["PORT", "70000"],
    ["RETRY_TIME_SCALE", "0"],
    ["SES_MODE", "live"],
    ["WEBHOOK_ALLOW_LOCAL", "maybe"],
    ["KEY_PEPPER", "secret-word"],
    ["SYSTEM_FROM", "secret-word"],
    ["REVIEW_LLM_DAILY_CALLS", "-1"],
  ])("refuse a wrong %s by name, without its value", (name, value) => {
    const problems = problemsOf({ ...aws, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).not.toContain("secret-word");
    expect(problems[0]).not.toContain("\n");
  });

  it("split lists", () => {
    const settings = readSettings(
      { ...aws, DNS_SERVERS: "127.0.0.1:53, [::1]:53,", SNS_TOPIC_ARNS: "a,b" },
      "api",
    );
    expect(settings.dnsServers).toEqual(["127.0.0.1:53", "[::1]:53"]);
    expect(settings.snsTopicArns).toEqual(["a", "b"]);
  });

  it("name a language model for the review where its address is given, and need its name then", () => {
    const llm = { REVIEW_LLM_URL: "https://llm.example/v1", REVIEW_LLM_MODEL: "small" };
    expect(readSettings(aws, "api").reviewLlm).toBeUndefined();
    expect(readSettings({ ...aws, ...llm, REVIEW_LLM_KEY: "" }, "schedule").reviewLlm).toEqual({
      url: "https://llm.example/v1",
      model: "small",
      dailyCalls: 1000,
    });
    expect(problemsOf({ ...aws, REVIEW_LLM_URL: llm.REVIEW_LLM_URL })).toEqual([
      "REVIEW_LLM_MODEL is missing",
    ]);
  });

  it("describe every variable", () => {
    const { keys } = ENVIRONMENT.describe() as { keys: Record<string, { flags?: { description?: string } }> };
    const silent = Object.entries(keys).filter(([, { flags }]) => (flags?.description ?? "").length <= 10);
    expect(silent).toEqual([]);
  });
});
