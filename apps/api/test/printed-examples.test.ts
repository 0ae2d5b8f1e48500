import { createHmac, timingSafeEqual } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import request from "supertest";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { hear, sesEvent } from "@sendex/testing/ses-events";
import { messageOf, openTestApi, type TestApi } from "./api";

/** The examples of both product documents, as printed; that of `otp-code` is in template-sending.test.ts. */

let api: TestApi;
let drive: Drive;
beforeAll(async () => {
  api = await openTestApi();
  drive = await driveOver(api, api.tenant);
});
afterAll(() => api.close());

/** A request as printed: a line with method and path, headers, and after them the body. */
async function paste(text: string): Promise<request.Response> {
  const [first = "", ...rest] = text.trim().split("\n");
  const [method = "GET", path = "/"] = first.split(" ");
  const start = rest.findIndex((line) => line.startsWith("{"));
  const headers = (start < 0 ? rest : rest.slice(0, start)).map((line) => line.split(": "));
  const call = request(api.app)[method === "POST" ? "post" : method === "DELETE" ? "delete" : "get"](path);
  for (const [name = "", value = ""] of headers) call.set(name, value);
  if (start < 0) return call;
  return call.set("Content-Type", "application/json").send(rest.slice(start).join("\n"));
}

const authorization = (): string => `Authorization: Bearer ${api.tenant.keys.full}`;

test("GET /v1/messages?status=delivered&limit=25, and one of them", async () => {
  const { body } = await api.send("post", "/v1/messages", { body: messageOf(api.tenant) });
  await sendDue(drive);
  const delivered = { delivery: { recipients: ["you@inbox.example"], smtpResponse: "250 ok" } };
  const told = { id: body.message_id, address: "you@inbox.example" };
  await hear(drive, [sesEvent(drive, told, "Delivery", delivered)]);
  const listed = await paste(`GET /v1/messages?status=delivered&limit=25\n${authorization()}`);
  expect(listed.status).toBe(200);
  expect(listed.body.data).toMatchObject([{ message_id: body.message_id, status: "delivered" }]);
  const one = await paste(`GET /v1/messages/${body.message_id}\n${authorization()}`);
  expect(one.body).toMatchObject({
    message_id: body.message_id,
    recipient: "you@inbox.example",
    status: "delivered",
  });
});

test("DELETE /v1/messages/{message_id} cancels before its time, and is 404 once it is sent", async () => {
  const scheduled_time = new Date(api.clock.now().getTime() + 60_000).toISOString();
  const later = await api.send("post", "/v1/messages", { body: messageOf(api.tenant, { scheduled_time }) });
  const cancelled = await paste(`DELETE /v1/messages/${later.body.message_id}\n${authorization()}`);
  expect(cancelled.status).toBe(200);
  const shown = await paste(`GET /v1/messages/${later.body.message_id}\n${authorization()}`);
  expect(shown.body.status).toBe("cancelled");
  const now = await api.send("post", "/v1/messages", { body: messageOf(api.tenant) });
  await sendDue(drive);
  const late = await paste(`DELETE /v1/messages/${now.body.message_id}\n${authorization()}`);
  expect([late.status, late.body.error]).toEqual([404, "not_found"]);
});

test("POST /v1/suppressions keeps mail from an address", async () => {
  const added = await paste(`POST /v1/suppressions
${authorization()}
{
"recipient": "user@example.com",
"reason": "user_unsubscribed"
}`);
  expect([added.status, added.body.recipient]).toEqual([201, "user@example.com"]);
  const { body } = await api.send("post", "/v1/messages", {
    body: messageOf(api.tenant, { recipient: "user@example.com" }),
  });
  await sendDue(drive);
  expect((await api.send("get", `/v1/messages/${body.message_id}`)).body.status).toBe("suppressed");
});

test("an error is a slug and a message", async () => {
  const answer = await api.send("post", "/api/v1/emails", { body: {} });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error: "bad_request", message: expect.any(String) });
});

test("a webhook verifies with the printed function", async () => {
  function verifyWebhook(rawBody: string, secret: string, header: string): boolean {
    const expected = "sha256=" + createHmac("sha256", secret).update(rawBody).digest("hex");
    return timingSafeEqual(Buffer.from(header), Buffer.from(expected));
  }
  const hook = await api.send("post", "/api/v1/webhooks", {
    body: { endpoint: "https://your-server.com/webhook" },
  });
  api.world.posted.length = 0;
  await api.send("post", "/v1/messages", { body: messageOf(api.tenant) });
  await deliverDue(drive);
  expect(api.world.posted).not.toHaveLength(0);
  for (const { body, headers } of api.world.posted) {
    expect(verifyWebhook(body, hook.body.signing_secret, headers["x-sendex-signature"] ?? "")).toBe(true);
    expect(JSON.parse(body)).toMatchObject({
      event: "email.queued",
      created_at: expect.any(String),
      data: {},
    });
  }
});
