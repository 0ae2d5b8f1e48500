import { afterEach, describe, expect, test } from "@jest/globals";
import type { Log } from "@sendex/core/ports";
import { newApiKey } from "@sendex/crypto/token";
import { createApp } from "@sendex/api/http/app";
import request from "supertest";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { emailOf, openTestApi } from "./api";

const CANARY = "canary-7f3a";
let opened: Pick<TestContext, "close"> | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

function recordingLog(lines: string[]): Log {
  const record = (fields: Record<string, unknown>, message: string): void => {
    lines.push(JSON.stringify({ ...fields, message }));
  };
  return { debug: record, info: record, warn: record, error: record };
}

describe("when something is wrong on our side", () => {
  test("a database that cannot be reached is 503 with Retry-After, and healthz still answers", async () => {
    const broken = await openTestContext({
      settings: { databaseUrl: "postgresql://nobody@127.0.0.1:1/none" },
    });
    opened = broken;
    const app = createApp(broken.context);
    const answer = await request(app)
      .get("/v1/messages")
      .set("Authorization", `Bearer ${newApiKey("live")}`);
    expect([answer.status, answer.body.error]).toEqual([503, "service_unavailable"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect((await request(app).get("/healthz")).body).toEqual({ status: "ok" });
  });

  test("what nobody expected is a 500 that tells its request id and nothing else", async () => {
    const lines: string[] = [];
    const api = await openTestApi({ log: recordingLog(lines) });
    opened = api;
    api.context.ports.lookupMx = () => Promise.reject(new Error(`SELECT secret FROM ${CANARY}`));
    const answer = await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant) });
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      statusCode: 500,
      name: "application_error",
      message: "Something went wrong on our side.",
      error: "internal_server_error",
    });
    const logged = lines.filter((line) => line.includes(answer.headers["x-request-id"] ?? "none"));
    expect(logged.some((line) => line.includes("request failed") && line.includes("at "))).toBe(true);
    expect(lines.join("\n")).not.toContain(CANARY);
  });

  test("no log line holds a key, an address, a body or a subject", async () => {
    const lines: string[] = [];
    const api = await openTestApi({ log: recordingLog(lines) });
    opened = api;
    const secret = emailOf(api.tenant, { to: `${CANARY}@inbox.example`, subject: CANARY, text: CANARY });
    await api.send("post", "/api/v1/emails", { body: secret, headers: { "Idempotency-Key": CANARY } });
    await api.send("post", "/api/v1/emails", { body: { ...secret, [CANARY]: 1 } });
    await api.send("post", "/api/v1/emails", { body: `{"${CANARY}` });
    await api.send("get", `/api/v1/emails?recipient=${CANARY}@inbox.example&${CANARY}=1`);
    await api.send("get", `/api/v1/emails/${CANARY}`, { key: `sk_live_${CANARY}` });
    await api.send("get", `/${CANARY}`);
    expect(lines.filter((line) => line.includes("answered")).length).toBe(6);
    const log = lines.join("\n");
    expect(log).not.toContain(CANARY);
    expect(log).not.toContain(api.tenant.keys.full);
    expect(log).toContain(api.tenant.accountId);
    expect(log).toMatch(/"messageId":"msg_/);
  });
});
