import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newId } from "@sendex/crypto/token";
import { HOUR_MS } from "@sendex/kit/day";
import { rollUpAll } from "@sendex/pipeline/analytics/roll-up";
import { runBroadcasts } from "@sendex/pipeline/audiences/run-broadcasts";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { hear, sesEvent } from "@sendex/testing/ses-events";
import { plain } from "@sendex/data/database/pools";
import { openTestApi, type TestApi } from "./api";
import { type Answer, type Call, type SdkServer, serveSdk } from "./resend";

/** Broadcasts by the unmodified SDK: all of 6.38's methods. */

let api: TestApi;
let sdk: SdkServer;
let resend: Call;
let drive: Drive;
let segmentId: string;

beforeAll(async () => {
  api = await openTestApi();
  sdk = await serveSdk(api);
  resend = sdk.client("resend-6");
  drive = await driveOver(api, api.tenant);
  segmentId = String(dataOf(await resend("segments.create", { name: "Customers" }))["id"]);
  for (const [email, firstName] of [
    ["ann@inbox.example", "Ann"],
    ["bob@inbox.example", "Bob"],
    ["eve@inbox.example", "Eve"],
  ])
    dataOf(await resend("contacts.create", { email, firstName, segments: [{ id: segmentId }] }));
  api.clock.advance(1_000);
});
afterAll(async () => {
  await sdk.close();
  await api.close();
});

function dataOf({ data, error }: Answer): Record<string, unknown> {
  expect(error).toBeNull();
  return data ?? {};
}

const wish = (more: object = {}) => ({
  ...{
    name: "October",
    segmentId,
    from: `News <news@${api.tenant.domain}>`,
    subject: "Hi {{{FIRST_NAME|there}}}",
  },
  ...{
    html: '<p>Hello {{{contact.first_name|you}}}</p><a href="{{{RESEND_UNSUBSCRIBE_URL}}}">leave</a>',
    ...more,
  },
});

const make = async (more: object = {}): Promise<string> =>
  String(dataOf(await resend("broadcasts.create", wish(more)))["id"]);

async function runUntil(id: string, state: string): Promise<Record<string, unknown>> {
  for (let turns = 0; turns < 20; turns += 1) {
    const found = dataOf(await resend("broadcasts.get", id));
    if (found["state"] === state) return found;
    await runBroadcasts(api.context);
    await sendDue(drive);
    api.clock.advance(1_000);
  }
  throw new Error(`${id} did not become ${state}`);
}

describe("a draft by the SDK", () => {
  test("is made, changed, listed, copied and removed", async () => {
    const id = await make({ replyTo: "help@inbox.example", previewText: "Look" });
    expect(dataOf(await resend("broadcasts.get", id))).toMatchObject({
      ...{
        object: "broadcast",
        id,
        name: "October",
        status: "draft",
        segment_id: segmentId,
        audience_id: segmentId,
      },
      ...{
        reply_to: ["help@inbox.example"],
        preview_text: "Look",
        topic_id: null,
        scheduled_at: null,
        sent_at: null,
      },
      audience: { contacts: 3, unsubscribed: 0 },
    });
    expect(dataOf(await resend("broadcasts.update", id, { name: "November", text: "plain" }))).toMatchObject({
      id,
    });
    const list = dataOf(await resend("broadcasts.list", { limit: 1 }));
    expect(list).toMatchObject({ object: "list", data: [{ id, name: "November", status: "draft" }] });
    const copy = String(dataOf(await resend("broadcasts.duplicate", id))["id"]);
    expect(dataOf(await resend("broadcasts.get", copy))).toMatchObject({ name: "November", text: "plain" });
    expect(dataOf(await resend("broadcasts.remove", copy))).toEqual({
      object: "broadcast",
      id: copy,
      deleted: true,
    });
    expect(await resend("broadcasts.get", copy)).toMatchObject({ data: null, error: { name: "not_found" } });
    expect(await resend("broadcasts.get", newId("bc", api.clock.now()))).toMatchObject({
      error: { name: "not_found" },
    });
  });

  test("that cannot be sent is refused, and none is left of it", async () => {
    const before = dataOf(await resend("broadcasts.list", { limit: 100 }))["data"];
    const refused = await resend("broadcasts.create", wish({ from: "a@unknown.example", send: true }));
    expect(refused).toMatchObject({ data: null, error: { name: "validation_error" } });
    expect(dataOf(await resend("broadcasts.list", { limit: 100 }))["data"]).toEqual(before);
  });

  test("is scheduled, and cancelled back to a draft", async () => {
    const id = await make({ send: true, scheduledAt: "in 1 hour" });
    expect(dataOf(await resend("broadcasts.get", id))).toMatchObject({
      ...{ status: "queued", state: "queued" },
      scheduled_at: new Date(api.clock.now().getTime() + HOUR_MS).toISOString(),
    });
    expect(dataOf(await resend("broadcasts.cancel", id))).toMatchObject({ object: "broadcast", id });
    expect(dataOf(await resend("broadcasts.get", id))).toMatchObject({ status: "draft", scheduled_at: null });
    expect(await resend("broadcasts.cancel", id)).toMatchObject({ data: null, error: { statusCode: 422 } });
  });
});

describe("a broadcast by the SDK", () => {
  test("is sent, and says what became of it", async () => {
    const id = await make();
    expect(dataOf(await resend("broadcasts.send", id))).toMatchObject({ id });
    await runUntil(id, "sent");
    // What is opened at once was opened by no person.
    api.clock.advance(HOUR_MS);
    const ids = await messagesOf(id);
    const ann = { id: ids[0] ?? "", address: "ann@inbox.example" };
    await hear(drive, [
      sesEvent(drive, ann, "Delivery", { delivery: { recipients: ["ann@inbox.example"] } }),
      click(ann, "https://a.example/"),
      click(ann, "https://b.example/"),
      click({ id: ids[2] ?? "", address: "eve@inbox.example" }, "https://a.example/"),
      sesEvent(drive, ann, "Open", { open: { userAgent: BROWSER } }),
      sesEvent(drive, { id: ids[1] ?? "", address: "bob@inbox.example" }, "Bounce", {
        bounce: { bounceType: "Transient", bouncedRecipients: [{ emailAddress: "bob@inbox.example" }] },
      }),
    ]);
    await rollUpAll(api.context.data);
    const recipients = async (type: string, more: object = {}) =>
      dataOf(await resend("broadcasts.recipients", id, { type, ...more }))["data"];
    expect(await recipients("sent")).toHaveLength(3);
    expect(await recipients("sent", { limit: 1 })).toMatchObject([{ email: "eve@inbox.example" }]);
    expect(await recipients("opened")).toMatchObject([{ email: "ann@inbox.example", count: 1 }]);
    expect(await recipients("clicked")).toMatchObject([
      { email: "eve@inbox.example", count: 1, clicked_links: [{ url: "https://a.example/", clicks: 1 }] },
      {
        ...{ id: ids[0], email: "ann@inbox.example", count: 2 },
        clicked_links: [
          { url: "https://a.example/", clicks: 1 },
          { url: "https://b.example/", clicks: 1 },
        ],
      },
    ]);
    expect(await recipients("bounced", { bounceType: "transient" })).toMatchObject([
      { email: "bob@inbox.example", bounce_type: "transient" },
    ]);
    expect(await recipients("bounced", { bounceType: "permanent" })).toEqual([]);
    expect(await recipients("complained")).toEqual([]);
    const links = dataOf(await resend("broadcasts.clickedLinks", id, { limit: 1 }));
    expect(links).toMatchObject({
      has_more: true,
      data: [{ url: "https://a.example/", clicks: 2, unique_clicks: 2 }],
    });
    const [first] = links["data"] as { id: string }[];
    expect(dataOf(await resend("broadcasts.clickedLinks", id, { after: first?.id }))).toMatchObject({
      ...{ has_more: false, data: [{ url: "https://b.example/" }] },
    });
    expect(dataOf(await resend("broadcasts.get", id))).toMatchObject({
      ...{ status: "sent", mails: 3, skipped: 0 },
      results: {
        accepted: 3,
        sent: 3,
        delivered: 1,
        unique_opened: 1,
        unique_clicked: 2,
        bounced_transient: 1,
      },
    });
    const told = dataOf(
      await resend("emails.metrics", { dimensions: ["broadcast"], metrics: ["sent"], broadcastId: [id] }),
    );
    expect(told).toMatchObject({ totals: { sent: 3 }, data: [{ broadcast_id: id, sent: 3 }] });
  });
});

const BROWSER = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/142.0.0.0 Safari/537.36";

const click = (target: { id: string; address: string }, link: string): string =>
  sesEvent(drive, target, "Click", { click: { link, userAgent: BROWSER } });

async function messagesOf(id: string): Promise<string[]> {
  const { rows } = await plain(api.context.data).query<{ id: string }>(
    "SELECT id FROM messages WHERE broadcast_id = $1 ORDER BY id",
    [id],
  );
  return rows.map((row) => row.id);
}

test("the SDK before segments names an audience", async () => {
  const older = sdk.client("resend-4");
  const { segmentId: audienceId, ...words } = wish();
  const id = String(dataOf(await older("broadcasts.create", { ...words, audienceId }))["id"]);
  expect(dataOf(await older("broadcasts.get", id))).toMatchObject({
    audience_id: audienceId,
    status: "draft",
  });
  expect(dataOf(await older("broadcasts.remove", id))).toMatchObject({ deleted: true });
});

describe("a broadcast by our own routes", () => {
  const call = (act: string, body?: object) =>
    api.send("post", `/api/v1/broadcasts/${act}`, { ...(body && { body }) });

  test("is looked at and tried before it is sent, paused and resumed after", async () => {
    const id = await make();
    const preview = await api.send("get", `/api/v1/broadcasts/${id}/preview?contact=bob@inbox.example`);
    expect(preview.body).toMatchObject({ subject: "Hi Bob", html: expect.stringContaining("Hello Bob") });
    const tried = await call(`${id}/test`, { to: ["me@inbox.example"] });
    expect([tried.status, tried.body.data.length]).toEqual([200, 1]);
    expect(await messagesOf(id)).toEqual([]);
    expect((await call(`${id}/pause`)).status).toBe(422);
    await call(`${id}/send`);
    expect((await call(`${id}/pause`)).status).toBe(200);
    expect((await api.send("get", `/api/v1/broadcasts/${id}`)).body).toMatchObject({
      state: "paused",
      reason: "by_request",
    });
    expect((await call(`${id}/resume`)).status).toBe(200);
    await runUntil(id, "sent");
  });

  test("loses its sender, and cannot be sent without one", async () => {
    const path = `/api/v1/broadcasts/${await make()}`;
    expect((await api.send("patch", path, { body: { from: null } })).status).toBe(200);
    expect((await api.send("get", path)).body.from).toBeNull();
    const sent = await api.send("post", `${path}/send`);
    expect([sent.status, sent.body.errors?.[0]?.field]).toEqual([400, "from"]);
  });

  test("has a second subject, which can be looked at, tried, and taken away", async () => {
    const id = await make();
    const path = `/api/v1/broadcasts/${id}`;
    await api.send("patch", path, { body: { subject_test: { subject: "Or {{ first_name }}?" } } });
    const test = { subject: "Or {{ first_name }}?", percent: 20, hours: 4, by: "opened" };
    expect((await api.send("get", path)).body.subject_test).toEqual({
      ...{ ...test, phase: null, decides_at: null, winner: null, results: null },
    });
    expect((await api.send("get", `${path}/preview?variant=b`)).body).toMatchObject({ subject: "Or Ada?" });
    expect((await api.send("get", `${path}/preview`)).body).toMatchObject({ subject: "Hi Ada" });
    expect((await call(`${id}/test`, { to: ["me@inbox.example"], variant: "b" })).status).toBe(200);
    expect((await call(`${id}/decide`)).status).toBe(422);
    await api.send("patch", path, { body: { subject_test: null } });
    expect((await api.send("get", path)).body.subject_test).toBeNull();
  });

  test.each([
    [{ per_hour: 1 }, "per_hour"],
    [{ segment_id: "nothing" }, "segment_id"],
    [{ html: "{% if %}" }, "html"],
    [{ from: "nobody" }, "from"],
    [{ reply_to: ["a@b.example", "nobody"] }, "reply_to[1]"],
    [{ scheduled_at: "soon" }, "scheduled_at"],
    [{ subject_test: {} }, "subject_test.subject"],
    [{ subject_test: { subject: "Hi", percent: 5 } }, "subject_test.percent"],
    [{ subject_test: { subject: "{% if %}" } }, "subject_test.subject"],
    [{ nonsense: 1 }, "nonsense"],
  ])("that is wrong is refused by its field: %j", async (more, field) => {
    const { status, body } = await api.send("post", "/api/v1/broadcasts", { body: { name: "x", ...more } });
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });
});
