import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { KEPT_DAYS, KEPT_EVENTS } from "@sendex/core/webhooks/disabled";
import { plain } from "@sendex/data/database/pools";
import { trimMissed } from "@sendex/pipeline/webhooks/trim-missed";
import { idFloor } from "@sendex/crypto/token";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { hear, sesEvent } from "@sendex/testing/ses-events";
import { Webhook } from "standardwebhooks";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
let drive: Drive;
beforeAll(async () => {
  api = await openTestApi();
  drive = await driveOver(api, api.tenant);
});
afterAll(() => api.close());

const PATH = "/api/v1/webhooks";
beforeEach(async () => {
  api.clock.set(new Date());
  api.world.posted.length = 0;
  await plain(api.context.data).query("DELETE FROM webhooks");
  await plain(api.context.data).query("TRUNCATE deliveries, delivery_attempts, recipients, messages");
});

const register = async (events: string[]) =>
  (await api.send("post", PATH, { body: { endpoint: "https://hooks.example/a", events } })).body;
const change = (id: string, body: object) => api.send("patch", `${PATH}/${id}`, { body });
const mail = async (): Promise<string> =>
  (await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant) })).body.id;
const told = async (id: string) => (await api.send("get", `${PATH}/${id}/events`)).body.data;

describe("an endpoint that is disabled", () => {
  test("is told nothing, and keeps what it missed for a replay once it is enabled", async () => {
    const { id } = await register(["email.queued", "email.sent"]);
    await change(id, { status: "disabled" });
    await mail();
    await sendDue(drive);
    await deliverDue(drive);
    expect(api.world.posted).toEqual([]);
    const missed = await told(id);
    expect(missed).toMatchObject([
      { type: "email.sent", status: "failed", next_attempt_at: null },
      { type: "email.queued", status: "failed", next_attempt_at: null },
    ]);
    await change(id, { status: "enabled" });
    expect(await deliverDue(drive)).toBe(0);
    for (const event of missed) await api.send("post", `${PATH}/${id}/events/${event.id}/replay`);
    expect(await deliverDue(drive)).toBe(2);
    expect(api.world.posted.map(({ headers }) => headers["webhook-id"]).sort()).toEqual(
      missed.map((event: { id: string }) => event.id).sort(),
    );
    expect((await told(id)).map(({ status }: { status: string }) => status)).toEqual(["success", "success"]);
  });

  test("keeps nothing more after its days", async () => {
    const { id } = await register(["email.queued"]);
    await change(id, { status: "disabled" });
    api.clock.advance((KEPT_DAYS - 1) * 86_400_000);
    await mail();
    api.clock.advance(2 * 86_400_000);
    await mail();
    expect(await told(id)).toHaveLength(1);
  });

  test("keeps its newest events, and all that it was told before", async () => {
    const { id } = await register(["email.queued"]);
    await mail();
    await deliverDue(drive);
    await change(id, { status: "disabled" });
    const [before] = await told(id);
    const since = api.clock.now().getTime() + 1;
    await plain(api.context.data).query(
      `INSERT INTO deliveries (account_id, event_id, webhook_id, status)
       SELECT $1, left($3, 14) || lpad(i::text, 17, '0'), $2, 'dropped' FROM generate_series(1, $4::int) AS i`,
      [api.tenant.accountId, id, idFloor("evt", new Date(since)), KEPT_EVENTS + 25],
    );
    expect(await trimMissed(api.context)).toBe(25);
    const { rows } = await plain(api.context.data).query<{ count: number; first: string }>(
      "SELECT count(*)::int AS count, min(event_id) AS first FROM deliveries",
    );
    expect(rows).toEqual([{ count: KEPT_EVENTS + 1, first: before.id }]);
    expect(await trimMissed(api.context)).toBe(0);
  });
});

describe("names of events", () => {
  test("of Resend's for ours are known, and an endpoint is told by the one it asked for", async () => {
    const { id, events } = await register(["email.delivery_delayed"]);
    expect(events).toEqual(["email.delivery_delayed"]);
    const message = await mail();
    await sendDue(drive);
    const about = { id: message, address: "you@inbox.example" };
    await hear(drive, [
      sesEvent(drive, about, "DeliveryDelay", { deliveryDelay: { delayType: "MailboxFull" } }),
    ]);
    await deliverDue(drive);
    expect(api.world.posted.map((post) => JSON.parse(post.body).type)).toEqual(["email.delivery_delayed"]);
    const [event] = await told(id);
    expect(event.type).toBe("email.delivery_delayed");
    const shown = (await api.send("get", `${PATH}/${id}/events/${event.id}`)).body;
    expect([shown.type, shown.payload.event]).toEqual(["email.delivery_delayed", "email.delivery_delayed"]);
  });

  test.each([
    ["email.received", /receiving mail is not there yet/],
    ["domain.created", /only domain.verified/],
    ["email.eaten", /must be one of/],
  ])("that never happen are refused with the reason: %s", async (name, reason) => {
    const body = { endpoint: "https://hooks.example/a", events: ["email.sent", name] };
    const { status, body: answer } = await api.send("post", PATH, { body });
    expect([status, answer.errors[0].field]).toEqual([400, "events[1]"]);
    expect(answer.errors[0].message).toMatch(reason);
  });

  test("are at least one where they are named", async () => {
    const none = await api.send("post", PATH, { body: { endpoint: "https://hooks.example/a", events: [] } });
    expect([none.status, none.body.errors]).toMatchObject([400, [{ field: "events", code: "required" }]]);
    const { id } = await register(["email.sent"]);
    const { status, body } = await change(id, { events: [] });
    expect([status, body.errors]).toMatchObject([400, [{ field: "events", code: "required" }]]);
    expect((await api.send("get", `${PATH}/${id}`)).body.events).toEqual(["email.sent"]);
  });
});

test("a redirect is said not to be followed", async () => {
  const { id } = await register(["email.queued"]);
  await mail();
  api.world.httpOutcomes.push({ kind: "answered", status: 302, body: "", ms: 1 });
  await deliverDue(drive);
  const [event] = await told(id);
  const tries = (await api.send("get", `${PATH}/${id}/events/${event.id}/attempts`)).body.data;
  expect(tries).toMatchObject([{ http_status_code: 302, error: "Redirects are not followed." }]);
});

test("secrets that are rotated again each sign for their whole day, up to a bound", async () => {
  const { id, signing_secret } = await register(["email.queued"]);
  const rotate = (body?: object) => api.send("post", `${PATH}/${id}/signing-secret/rotate`, { body });
  const secrets: string[] = [signing_secret];
  const signing = async (): Promise<number[]> => {
    await mail();
    await deliverDue(drive);
    const { body, headers } = api.world.posted.at(-1) ?? { body: "", headers: {} };
    return secrets.flatMap((secret, i) => {
      try {
        return new Webhook(secret).verify(body, headers) === undefined ? [] : [i];
      } catch {
        return [];
      }
    });
  };
  for (let i = 0; i < 3; i += 1) {
    secrets.push((await rotate()).body.signing_secret);
    api.clock.advance(60_000);
  }
  expect(await signing()).toEqual([0, 1, 2, 3]);
  const full = await rotate();
  expect([full.status, full.body.error]).toEqual([422, "unprocessable_entity"]);
  expect(full.body.message).toContain("expire_now");
  await plain(api.context.data).query(
    "UPDATE webhooks SET older_secrets_until[1] = now() - interval '1 hour' WHERE id = $1",
    [id],
  );
  expect(await signing()).toEqual([1, 2, 3]);
  secrets.push((await rotate()).body.signing_secret);
  expect(await signing()).toEqual([1, 2, 3, 4]);
  expect((await rotate({ expire_now: true })).body.signing_secret).toBe(secrets[4]);
  expect(await signing()).toEqual([4]);
});
