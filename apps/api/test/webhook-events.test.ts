import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { checkEndpointUrl } from "@sendex/outside/address-guard";
import { Webhook } from "standardwebhooks";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { deliverDue } from "@sendex/testing/due";
import { emailOf, openTestApi, type TestApi } from "./api";
import { plain } from "@sendex/data/database/pools";

let api: TestApi;
let other: SeededAccount;
let drive: Drive;
let hook: { id: string; signing_secret: string };
beforeAll(async () => {
  api = await openTestApi();
  other = await seedAccount(api.context);
  drive = await driveOver(api, api.tenant);
});
afterAll(() => api.close());

const PATH = "/api/v1/webhooks";
const path = (rest = ""): string => `${PATH}/${hook.id}${rest}`;
const answered = (status: number, body = "") => ({ kind: "answered", status, body, ms: 7 }) as const;
const tell = async (count = 1): Promise<void> => {
  for (let i = 0; i < count; i += 1)
    await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, { subject: `Mail ${i}` }) });
};
const last = () => api.world.posted.at(-1) ?? { url: "", body: "", headers: {} };

beforeEach(async () => {
  api.clock.set(new Date());
  api.world.posted.length = 0;
  api.world.httpOutcomes.length = 0;
  await plain(api.context.data).query("DELETE FROM webhooks");
  await plain(api.context.data).query("TRUNCATE deliveries, delivery_attempts, recipients, messages");
  const body = { endpoint: "https://hooks.example/a", events: ["email.queued"] };
  hook = (await api.send("post", PATH, { body })).body;
});

describe("changing an endpoint", () => {
  test("takes an address, events and a status, each alone", async () => {
    const { signing_secret: _, ...before } = hook;
    const moved = await api.send("patch", path(), { body: { endpoint: "https://hooks.example/b" } });
    expect([moved.status, moved.body]).toEqual([200, { ...before, endpoint: "https://hooks.example/b" }]);
    const events = await api.send("patch", path(), { body: { events: ["email.sent", "email.sent"] } });
    expect(events.body.events).toEqual(["email.sent"]);
    const off = await api.send("patch", path(), { body: { status: "disabled", events: null } });
    expect(off.body).toMatchObject({ status: "disabled", events: ["email.sent"] });
    expect((await api.send("get", path())).body).toEqual(off.body);
    expect((await api.send("patch", path(), { body: {} })).body).toEqual(off.body);
  });

  test("enables it again with a clean health", async () => {
    const pool = plain(api.context.data);
    await pool.query("UPDATE webhooks SET status = 'disabled', disabled_reason = 'x', failing_since = now()");
    expect((await api.send("patch", path(), { body: { status: "enabled" } })).body.status).toBe("enabled");
    const { rows } = await pool.query("SELECT status, disabled_reason, failing_since FROM webhooks");
    expect(rows).toEqual([{ status: "enabled", disabled_reason: null, failing_since: null }]);
  });

  test("refuses what creating refuses, and what is nobody's to change", async () => {
    api.context.ports.checkEndpoint = (url) => checkEndpointUrl(url);
    for (const [body, field] of [
      [{ endpoint: "https://127.0.0.1/" }, "endpoint"],
      [{ endpoint: "" }, "endpoint"],
      [{ status: "off" }, "status"],
      [{ events: ["x"] }, "events[0]"],
      [{ id: "x" }, "id"],
    ] as const) {
      const answer = await api.send("patch", path(), { body });
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
    }
    expect((await api.send("patch", path(), { body: "[]" })).status).toBe(400);
    const theirs = await api.send("patch", path(), { key: other.keys.full, body: { status: "disabled" } });
    expect(theirs.status).toBe(404);
  });
});

describe("rotating the signing secret", () => {
  const rotate = (body?: unknown) => api.send("post", path("/signing-secret/rotate"), { body });
  const signedBy = async (): Promise<string[]> => {
    await tell();
    await deliverDue(drive);
    const { body, headers } = last();
    return secrets.filter((secret) => {
      try {
        return new Webhook(secret).verify(body, headers) !== undefined;
      } catch {
        return false;
      }
    });
  };
  const secrets: string[] = [];
  beforeEach(() => void secrets.splice(0, secrets.length, hook.signing_secret));

  test("signs with both for a day, and then with the new one", async () => {
    const { status, body } = await rotate();
    expect([status, body]).toEqual([
      200,
      { object: "webhook", id: hook.id, signing_secret: expect.stringMatching(/^whsec_/) },
    ]);
    secrets.push(body.signing_secret);
    expect(await signedBy()).toEqual(secrets);
    const { rows } = await plain(api.context.data).query<{ old_secret_until: Date }>(
      "SELECT old_secret_until FROM webhooks",
    );
    expect(rows[0]?.old_secret_until.getTime()).toBe(api.clock.now().getTime() + 24 * 3_600_000);
    await plain(api.context.data).query("UPDATE webhooks SET old_secret_until = now() - interval '1 hour'");
    expect(await signedBy()).toEqual([body.signing_secret]);
  });

  test("with expire_now leaves the new one alone, or ends the rotation that goes on", async () => {
    secrets.push((await rotate({ expire_now: true })).body.signing_secret);
    expect(await signedBy()).toEqual([secrets[1]]);
    secrets.push((await rotate({})).body.signing_secret);
    expect(await signedBy()).toEqual(secrets.slice(1));
    expect((await rotate({ expire_now: true })).body.signing_secret).toBe(secrets[2]);
    expect(await signedBy()).toEqual([secrets[2]]);
  });

  test("is refused to others, and with anything else in its body", async () => {
    expect((await rotate({ expire_now: "yes" })).body.errors[0].field).toBe("expire_now");
    const theirs = await api.send("post", path("/signing-secret/rotate"), { key: other.keys.full });
    expect(theirs.status).toBe(404);
    expect((await api.send("post", `${PATH}/whk_x/signing-secret/rotate`)).status).toBe(404);
  });
});

describe("what an endpoint was told", () => {
  const events = async (query = "") => (await api.send("get", path(`/events${query}`))).body;

  test("is listed newest first, with how it went, and pages", async () => {
    await tell(3);
    api.world.httpOutcomes.push(answered(500), answered(200), answered(410));
    await deliverDue(drive);
    const all = await events();
    expect([all.object, all.has_more, all.data.length]).toEqual(["list", false, 3]);
    expect(Object.keys(all.data[0])).toEqual([
      "id",
      "type",
      "test",
      "mode",
      "created_at",
      "status",
      "next_attempt_at",
    ]);
    const words = all.data.map(({ status }: { status: string }) => status).sort();
    expect(words).toEqual(["attempting", "failed", "success"]);
    const ids = all.data.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    const idsOf = async (query: string) => (await events(query)).data.map(({ id }: { id: string }) => id);
    expect(await idsOf(`?limit=1&after=${ids[0]}`)).toEqual([ids[1]]);
    expect(await idsOf(`?limit=1&before=${ids[2]}`)).toEqual([ids[1]]);
    expect((await api.send("get", path("/events?after=x"))).status).toBe(400);
  });

  test("is shown with its payload, as it was posted", async () => {
    await tell();
    await deliverDue(drive);
    const [{ id }] = (await events()).data;
    const { status, body } = await api.send("get", path(`/events/${id}`));
    expect([status, body]).toMatchObject([
      200,
      { object: "webhook_event", id, type: "email.queued", status: "success", next_attempt_at: null },
    ]);
    expect(body.payload).toEqual(JSON.parse(last().body));
    expect(last().headers["webhook-id"]).toBe(id);
  });

  test("has its tries on record, newest first", async () => {
    await tell();
    api.world.httpOutcomes.push(answered(500, "not now"), { kind: "failed", detail: "reset", ms: 9 });
    for (let i = 0; i < 3; i += 1) {
      await deliverDue(drive);
      api.clock.advance(60_000);
    }
    const [{ id }] = (await events()).data;
    const { body } = await api.send("get", path(`/events/${id}/attempts`));
    expect(body).toMatchObject({ object: "list", has_more: false });
    expect(body.data).toMatchObject([
      { id: `${id}_3`, http_status_code: 200, response: "", error: null },
      { id: `${id}_2`, http_status_code: null, response: null, error: "reset", duration_ms: 9 },
      { id: `${id}_1`, http_status_code: 500, response: "not now", error: null, duration_ms: 7 },
    ]);
    const page = await api.send("get", path(`/events/${id}/attempts?limit=1&after=${id}_3`));
    expect([page.body.data[0].id, page.body.has_more]).toEqual([`${id}_2`, true]);
    expect((await api.send("get", path(`/events/${id}/attempts?after=3`))).status).toBe(400);
  });

  test("can be told once more, under the same id; a waiting one at once", async () => {
    await tell();
    await deliverDue(drive);
    const [{ id }] = (await events()).data;
    const replayed = await api.send("post", path(`/events/${id}/replay`));
    expect([replayed.status, replayed.body]).toEqual([200, { object: "webhook_event", id }]);
    expect((await events()).data[0].status).toBe("attempting");
    api.world.httpOutcomes.push(answered(500));
    await deliverDue(drive);
    expect(await deliverDue(drive)).toBe(0);
    await api.send("post", path(`/events/${id}/replay`));
    expect(await deliverDue(drive)).toBe(1);
    expect(api.world.posted.map(({ headers }) => headers["webhook-id"])).toEqual([id, id, id]);
    expect((await events()).data[0].status).toBe("success");
  });

  test("is not told to an endpoint that is disabled", async () => {
    await tell();
    const [{ id }] = (await events()).data;
    await api.send("patch", path(), { body: { status: "disabled" } });
    const answer = await api.send("post", path(`/events/${id}/replay`));
    expect([answer.status, answer.body.error]).toEqual([422, "unprocessable_entity"]);
  });

  test("is nobody else's, and is not there under any other id", async () => {
    await tell();
    const [{ id }] = (await events()).data;
    const unknown = `evt_${"0".repeat(27)}`;
    for (const [method, rest] of [
      ["get", ""],
      ["get", "/attempts"],
      ["post", "/replay"],
    ] as const) {
      for (const part of [unknown, "x"])
        expect((await api.send(method, path(`/events/${part}${rest}`))).status).toBe(404);
      const theirs = await api.send(method, path(`/events/${id}${rest}`), { key: other.keys.full });
      expect(theirs.status).toBe(404);
    }
    expect((await api.send("get", path("/events"), { key: other.keys.full })).status).toBe(404);
  });
});

describe("a test event", () => {
  const test_ = (body?: object) => api.send("post", path("/test"), body ? { body } : {});

  test("is told as any other, says so, and goes to this endpoint alone", async () => {
    const other = await api.send("post", PATH, { body: { endpoint: "https://hooks.example/other" } });
    const answer = await test_({ event: "email.bounced" });
    expect([answer.status, answer.body]).toMatchObject([202, { type: "email.bounced", test: true }]);
    await deliverDue(drive);
    expect(api.world.posted.map(({ url }) => url)).toEqual(["https://hooks.example/a"]);
    const { body, headers } = last();
    const event = new Webhook(hook.signing_secret).verify(body, headers);
    expect(event).toMatchObject({
      ...{ type: "email.bounced", mode: "live" },
      data: { test: true, recipient: "someone@example.com", bounce: { type: "Permanent" } },
    });
    const listed = await api.send("get", path("/events"));
    expect(listed.body.data).toMatchObject([{ id: answer.body.id, test: true, status: "success" }]);
    expect((await api.send("get", `${PATH}/${other.body.id}/events`)).body.data).toEqual([]);
  });

  test("is of a kind that the endpoint is told of, unless one is named", async () => {
    expect((await test_()).body.type).toBe("email.queued");
    expect((await test_({ event: "account.suspended" })).body.type).toBe("account.suspended");
    expect((await test_({ event: "email.received" })).status).toBe(400);
    await api.send("patch", path(), { body: { status: "disabled" } });
    expect((await test_()).status).toBe(422);
  });
});

describe("looking for failures", () => {
  test("shows them alone, each try with what was sent, and tells all of them again", async () => {
    api.world.httpOutcomes.push(answered(200), answered(410, "gone"), answered(200), answered(200));
    await tell(3);
    await deliverDue(drive);
    const at = (status: string) =>
      api.send("get", path(`/events?status=${status}`)).then(({ body }) => body.data);
    expect((await at("success")).length).toBe(1);
    expect(await at("pending")).toEqual([]);
    const failed = await at("failed");
    expect(failed.length).toBe(2);
    const gone = failed.at(-1).id;
    const tries = await api.send("get", path(`/events/${gone}/attempts`));
    const posted = api.world.posted[1];
    expect(tries.body.data).toMatchObject([
      {
        http_status_code: 410,
        response: "gone",
        request: { url: posted?.url, headers: posted?.headers, body: posted?.body },
      },
    ]);
    const shown = (await api.send("get", path())).body;
    expect(shown).toMatchObject({ status: "disabled", disabled_reason: "The endpoint answered 410 Gone." });
    const replay = (since: string) => api.send("post", path("/replay"), { body: { since } });
    const since = new Date(api.clock.now().getTime() - 1_000).toISOString();
    expect((await replay(since)).status).toBe(422);
    await api.send("patch", path(), { body: { status: "enabled" } });
    expect((await replay(new Date(Date.now() + 60_000).toISOString())).body.replayed).toBe(0);
    expect((await replay(since)).body).toMatchObject({ id: hook.id, replayed: 2, has_more: false });
    await deliverDue(drive);
    expect((await at("success")).length).toBe(3);
    expect((await replay("yesterday")).status).toBe(400);
  });
});
