import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Listening, startServer } from "@sendex/api/http/server";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
let server: Listening;
beforeAll(async () => {
  api = await openTestApi();
  server = await startServer(api.app, { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server.close(1_000);
  await api.close();
});

/** A header's value is written as Latin-1: one byte a character. */
const bytesOf = (text: string): string => Buffer.from(text).toString("latin1");

describe.each([
  ["/api/v1/emails", emailOf, "to"],
  ["/v1/messages", messageOf, "recipient"],
] as const)("an idempotency key at POST %s", (path, valid, to) => {
  const post = (change: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    api.send("post", path, { body: valid(api.tenant, change), headers });
  /** Node's own client writes a header in the encoding of the body that follows at once. */
  const overTheWire = async (headers: Record<string, string>, change: Record<string, unknown> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json", Authorization: api.tenant.authorization },
      body: JSON.stringify(valid(api.tenant, change)),
    });
    const replayed = answer.headers.get("Idempotent-Replayed");
    return { status: answer.status, replayed, text: await answer.text() };
  };
  const idOf = (body: { id?: string; message_id?: string }): string => body.id ?? body.message_id ?? "";

  test("replays the first answer to a repeated key, byte for byte, wherever the key stands", async () => {
    const first = await post({}, { "Idempotency-Key": `k1-${path}` });
    expect(first.status).toBe(202);
    const again = [
      await post({}, { "Idempotency-Key": `k1-${path}` }),
      await post({}, { "X-Idempotency-Key": `k1-${path}` }),
      await post({ headers: { "X-Idempotency-Key": `k1-${path}` } }),
    ];
    for (const answer of again) {
      expect(answer.status).toBe(202);
      expect(answer.text).toBe(first.text);
      expect(answer.headers["idempotent-replayed"]).toBe("true");
    }
  });

  test("reads a key's bytes in a header as UTF-8, and takes its Unicode forms for one", async () => {
    const key = `order/4711 – é ✓ ${path}`;
    const first = await overTheWire({ "Idempotency-Key": bytesOf(key) });
    expect([first.status, first.replayed]).toEqual([202, null]);
    const again = [
      await overTheWire({ "X-Idempotency-Key": bytesOf(key.normalize("NFD")) }),
      await overTheWire({}, { headers: { "Idempotency-Key": key } }),
      await overTheWire({}, { headers: { "idempotency-key": ` ${key.normalize("NFD")} ` } }),
      await overTheWire({ "Idempotency-Key": bytesOf(key) }, { headers: { "Idempotency-Key": key } }),
    ];
    expect(again.map(({ text }) => text)).toEqual(again.map(() => first.text));
    const latin1 = await overTheWire({ "Idempotency-Key": "caf\u00e9" });
    expect(latin1.status).toBe(400);
    expect(latin1.text).toContain("The header Idempotency-Key is not valid UTF-8.");
  });

  test("sends once when the same request comes ten times at once", async () => {
    const headers = { "Idempotency-Key": `race-${path}` };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post({}, headers)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 202)).toBe(true);
  });

  test("treats another body under a used key as its surface does", async () => {
    const headers = { "Idempotency-Key": `other-${path}` };
    const first = await post({}, headers);
    const other = await post({ subject: "Another" }, headers);
    if (path === "/v1/messages") {
      expect([other.status, other.text]).toEqual([202, first.text]);
    } else {
      expect([other.status, other.body.error]).toEqual([409, "idempotency_conflict"]);
      expect(other.body.name).toBe("invalid_idempotent_request");
    }
  });

  test("does not use a key up on a request that was refused", async () => {
    const headers = { "Idempotency-Key": `refused-${path}` };
    expect((await post({ [to]: "nobody" }, headers)).status).toBeGreaterThanOrEqual(400);
    expect((await post({}, headers)).headers).not.toHaveProperty("idempotent-replayed");
  });

  test.each<Record<string, string>>([
    { "Idempotency-Key": "a", "X-Idempotency-Key": "b" },
    { "Idempotency-Key": "x".repeat(257) },
    { "Idempotency-Key": " " },
  ])("answers 400 to the keys %j", async (headers) => {
    const answer = await post({}, headers);
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
  });

  test("keeps the keys of test mode apart from those of live mode", async () => {
    const headers = { "Idempotency-Key": `mode-${path}` };
    const live = await post({}, headers);
    const test = await api.send("post", path, {
      key: api.tenant.keys.test,
      body: valid(api.tenant),
      headers,
    });
    expect(idOf(test.body)).not.toBe(idOf(live.body));
  });
});
