import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";
import { prisma } from "@sendex/data/database/pools";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const SURFACES = [
  ["POST /api/v1/emails", "/api/v1/emails", emailOf, "to"],
  ["POST /v1/messages", "/v1/messages", messageOf, "recipient"],
] as const;
const inAnHour = (): string => new Date(api.clock.now().getTime() + 3_600_000).toISOString();
const suspend = async (standing: "active" | "suspended"): Promise<void> => {
  const id = api.tenant.accountId;
  await prisma(api.context.data).account.update({ where: { id }, data: { standing } });
  api.context.hints.forget(id);
};

describe("POST /api/v1/emails", () => {
  test("accepts an email", async () => {
    const answer = await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant) });
    expect(answer.status).toBe(202);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^msg_[0-9a-z]{27}$/),
      object: "email",
      status: "queued",
      created_at: api.clock.now().toISOString(),
    });
    expect(answer.headers).not.toHaveProperty("idempotent-replayed");
  });

  test("schedules, reschedules and cancels one", async () => {
    const scheduled_at = inAnHour();
    const answer = await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, { scheduled_at }) });
    expect(answer.body).toMatchObject({ status: "scheduled", scheduled_at });
    const path = `/api/v1/emails/${answer.body.id}`;
    const later = new Date(api.clock.now().getTime() + 7_200_000).toISOString();
    const patched = await api.send("patch", path, { body: { scheduled_at: later } });
    const moved = { object: "email", id: answer.body.id, scheduled_at: later };
    expect([patched.status, patched.body]).toEqual([200, moved]);
    expect((await api.send("get", path)).body).toMatchObject({ status: "scheduled", scheduled_at: later });
    for (let times = 0; times < 2; times += 1) {
      // Old SDKs announce JSON and send nothing.
      const cancelled = await api.send("post", `${path}/cancel`, {
        headers: { "Content-Type": "application/json" },
      });
      expect([cancelled.status, cancelled.body]).toEqual([200, { object: "email", id: answer.body.id }]);
    }
    expect((await api.send("get", path)).body).toMatchObject({ status: "cancelled" });
    expect((await api.send("patch", path, { body: { scheduled_at: later } })).status).toBe(404);
  });

  test("takes a time in English, and tells it in ISO 8601", async () => {
    const scheduled_at = "in 1 min";
    const understood = new Date(api.clock.now().getTime() + 60_000).toISOString();
    const { body } = await api.send("post", "/api/v1/emails", {
      body: emailOf(api.tenant, { scheduled_at }),
    });
    expect(body).toMatchObject({ status: "scheduled", scheduled_at: understood });
    const path = `/api/v1/emails/${body.id}`;
    expect((await api.send("get", path)).body).toMatchObject({ scheduled_at: understood });
    const moved = await api.send("patch", path, { body: { scheduled_at: "in 2 hours" } });
    const later = new Date(api.clock.now().getTime() + 7_200_000).toISOString();
    expect(moved.body).toMatchObject({ scheduled_at: later });
    const batch = [emailOf(api.tenant), emailOf(api.tenant, { scheduled_at })];
    const sent = await api.send("post", "/api/v1/emails/batch", { body: batch });
    expect(sent.body.data).toEqual([
      { id: expect.any(String) },
      { id: expect.any(String), scheduled_at: understood },
    ]);
  });

  test("means the time of day of the account's zone", async () => {
    const set = await api.send("patch", "/api/v1/account", { body: { timezone: "Asia/Tokyo" } });
    expect(set.body).toMatchObject({ timezone: "Asia/Tokyo" });
    const body = messageOf(api.tenant, { scheduled_time: "tomorrow at 9am" });
    const tokyo = new Date(api.clock.now().getTime() + 9 * 3_600_000);
    const scheduled_time = new Date(
      Date.UTC(tokyo.getUTCFullYear(), tokyo.getUTCMonth(), tokyo.getUTCDate() + 1),
    ).toISOString();
    expect((await api.send("post", "/v1/messages", { body })).body).toMatchObject({ scheduled_time });
    const wrong = await api.send("patch", "/api/v1/account", { body: { timezone: "Tokyo" } });
    expect(wrong.body.errors).toMatchObject([{ field: "timezone", code: "format" }]);
  });

  test.each([
    {},
    { scheduled_at: "soon" },
    { scheduled_at: 5 },
    { scheduled_at: "2020-01-01T00:00:00Z" },
    { x: 1 },
  ])("rescheduling with %j names the field", async (body) => {
    const answer = await api.send("patch", "/api/v1/emails/msg_01kansas1200000000000000000", { body });
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });
});

describe("POST /v1/messages", () => {
  test("accepts a message, from the account's own sender where it names none", async () => {
    const { from: _, ...body } = messageOf(api.tenant, {
      recipient: { email: "you@inbox.example", name: "You" },
    });
    const answer = await api.send("post", "/v1/messages", { body });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      message_id: expect.stringMatching(/^msg_/),
      status: "queued",
      recipient: "you@inbox.example",
      created_at: api.clock.now().toISOString(),
    });
    const read = await api.send("get", `/v1/messages/${answer.body.message_id}`);
    expect(read.body).toMatchObject({
      from: `hello@${api.tenant.domain}`,
      status: "queued",
      subject: "Hello",
    });
    expect(read.body.events[0]).toMatchObject({ type: "queued" });
  });

  test("cancels a scheduled one, again with the same answer", async () => {
    const scheduled_time = inAnHour();
    const { body } = await api.send("post", "/v1/messages", {
      body: messageOf(api.tenant, { scheduled_time }),
    });
    expect(body).toMatchObject({ status: "scheduled", scheduled_time });
    for (let times = 0; times < 2; times += 1) {
      const answer = await api.send("delete", `/v1/messages/${body.message_id}`);
      expect([answer.status, answer.body]).toEqual([
        200,
        { message_id: body.message_id, status: "cancelled" },
      ]);
    }
  });
});

test("a message can be read on both surfaces", async () => {
  const html = "<p>Grüße</p>";
  const { body } = await api.send("post", "/v1/messages", {
    body: messageOf(api.tenant, { html, metadata: { order: 7 } }),
  });
  const email = await api.send("get", `/api/v1/emails/${body.message_id}`);
  expect(email.body).toMatchObject({
    object: "email",
    id: body.message_id,
    html,
    text: "Hello there",
    metadata: { order: 7 },
  });
  expect(email.body.recipients).toMatchObject([
    { address: "you@inbox.example", kind: "to", status: "queued" },
  ]);
});

describe.each(SURFACES)("%s", (_, path, valid, to) => {
  const post = (change: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    api.send("post", path, { body: valid(api.tenant, change), headers });

  test("names every wrong field at once", async () => {
    const answer = await post({ [to]: "nobody", subject: 5, foo: 1 });
    expect(answer.status).toBe(path.startsWith("/v1") ? 422 : 400);
    expect(answer.body).toMatchObject({ name: "validation_error", statusCode: answer.status });
    expect(answer.body.error).toBe(path.startsWith("/v1") ? "validation_failed" : "bad_request");
    const fields = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(fields.toSorted()).toEqual(["foo", to, "subject"].toSorted());
  });

  test("is malformed, 400 on both surfaces, when it is no JSON object", async () => {
    for (const body of ["", "{", "[]", "5", "null", '"x"']) {
      const answer = await api.send("post", path, { body });
      expect([answer.status, answer.body.error, answer.body.errors]).toEqual([400, "bad_request", undefined]);
    }
  });

  test("answers 422 for a domain that is not verified", async () => {
    const answer = await post({ from: "me@unverified.example" });
    expect([answer.status, answer.body.error]).toEqual([422, "unprocessable_entity"]);
  });

  test("answers 422 for a recipient without a mail server, and names it", async () => {
    api.world.mx.set("no-mx.example", "refused");
    const answer = await post({ [to]: ["ok@inbox.example", "who@no-mx.example"] });
    expect([answer.status, answer.body.error]).toEqual([422, "invalid_recipient"]);
    expect(answer.body.message).toContain("who@no-mx.example");
  });

  test("answers 422 for a file that SES refuses", async () => {
    const answer = await post({ attachments: [{ filename: "run.exe", content: "aGk=" }] });
    expect([answer.status, answer.body.error]).toEqual([422, "validation_failed"]);
  });

  test("answers 403 account_suspended before it looks at the fields, and replays nevertheless", async () => {
    const key = { "Idempotency-Key": `before-${path}` };
    const first = await post({}, key);
    await suspend("suspended");
    try {
      const answer = await post({ [to]: 5 });
      expect([answer.status, answer.body.error, answer.body.name]).toEqual([
        403,
        "account_suspended",
        "account_suspended",
      ]);
      expect((await post({}, key)).text).toBe(first.text);
    } finally {
      await suspend("active");
    }
  });

  test("takes files as base64 and as the JSON form of a Buffer", async () => {
    const attachments = [
      { filename: "a.txt", content: "aGk=" },
      { filename: "b.txt", content: { type: "Buffer", data: [104, 105] } },
    ];
    expect((await post({ attachments })).status).toBe(202);
    const bad = await post({ attachments: [{ filename: "a.txt", content: "not base64!" }] });
    expect(bad.body.errors).toEqual([
      expect.objectContaining({ field: "attachments[0].content", code: "format" }),
    ]);
  });
});
