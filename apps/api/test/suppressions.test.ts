import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { messageOf, openTestApi, type TestApi } from "./api";
import { plain } from "@sendex/data/database/pools";

let api: TestApi;
let rival: SeededAccount;
beforeAll(async () => {
  api = await openTestApi();
  rival = await seedAccount(api.context);
});
afterAll(() => api.close());
beforeEach(() => plain(api.context.data).query("DELETE FROM suppressions"));

const SURFACES = [
  { base: "/api/v1/suppressions", one: "email", many: "emails", wrong: 400 },
  { base: "/v1/suppressions", one: "recipient", many: "recipients", wrong: 422 },
] as const;

/** An entry as SES's report makes it. */
async function reported(address: string, reason: "bounce" | "complaint"): Promise<void> {
  await plain(api.context.data).query(
    "INSERT INTO suppressions (account_id, address, reason, origin, message_id, created_at) VALUES ($1, $2, $3, 'ses', 'msg_x', $4)",
    [api.tenant.accountId, address, reason, api.clock.now()],
  );
}

describe.each(SURFACES)("$base", ({ base, one, many, wrong }) => {
  const add = (body: unknown, key?: string) => api.send("post", base, { body, ...(key && { key }) });
  const addresses = (body: { data: Record<string, string>[] }) => body.data.map((entry) => entry[one]);

  test("adds an address once, reads it by id and by address, and removes it", async () => {
    const created = await add({ [one]: " Q+1@Y.dev " });
    expect(created.status).toBe(201);
    const now = api.clock.now().toISOString();
    expect(created.body).toEqual({
      object: "suppression",
      id: expect.stringMatching(/^sup_/),
      mode: "live",
      [one]: "q+1@y.dev",
      reason: "manual",
      origin: "manual",
      source: "api",
      message_id: null,
      created_at: now,
      expires_at: null,
      critical_after: null,
    });
    const again = await add({ [one]: "Jane <q+1@y.dev>" });
    expect([again.status, again.body]).toEqual([200, created.body]);
    for (const name of [created.body.id, "q+1@y.dev", "Q+1@y.dev", "q%2B1%40y.dev"])
      expect((await api.send("get", `${base}/${name}`)).body).toEqual(created.body);
    const removed = await api.send("delete", `${base}/q+1@y.dev`);
    const gone = { object: "suppression", id: created.body.id, [one]: "q+1@y.dev", deleted: true };
    expect([removed.status, removed.body]).toEqual([200, gone]);
    expect((await api.send("get", `${base}/q+1@y.dev`)).status).toBe(404);
    expect((await api.send("delete", `${base}/${created.body.id}`)).status).toBe(404);
  });

  test("is each account's own", async () => {
    const mine = await add({ [one]: "a@y.dev" });
    const theirs = await add({ [one]: "a@y.dev" }, rival.keys.full);
    expect([theirs.status, theirs.body.id === mine.body.id]).toEqual([201, false]);
    await api.send("delete", `${base}/a@y.dev`);
    const left = await api.send("get", `${base}/a@y.dev`, { key: rival.keys.full });
    expect([left.status, left.body.id]).toEqual([200, theirs.body.id]);
    expect((await api.send("get", `${base}/${theirs.body.id}`)).status).toBe(404);
  });

  test("lists by origin, reason, address and time, in pages", async () => {
    await reported("bounced@y.dev", "bounce");
    await reported("angry@y.dev", "complaint");
    await add({ [one]: "asked@y.dev", reason: "user_unsubscribed" });
    api.clock.advance(60_000);
    await add({ [one]: "new@other.dev" });
    const listed = async (query: string) =>
      addresses((await api.send("get", `${base}?${query}`)).body).sort();
    expect(await listed("origin=bounce")).toEqual(["bounced@y.dev"]);
    expect(await listed("origin=complaint")).toEqual(["angry@y.dev"]);
    expect(await listed("origin=manual")).toEqual(["asked@y.dev", "new@other.dev"]);
    expect(await listed("reason=unsubscribed")).toEqual(["asked@y.dev"]);
    expect(await listed("reason=user_unsubscribed")).toEqual(["asked@y.dev"]);
    expect(await listed("reason=another")).toEqual([]);
    expect(await listed("q=OTHER")).toEqual(["new@other.dev"]);
    expect(await listed("q=%25")).toEqual([]);
    expect(await listed(`${one}=Angry@y.dev`)).toEqual(["angry@y.dev"]);
    expect(await listed(`created_after=${api.clock.now().toISOString()}`)).toEqual(["new@other.dev"]);
    expect(await listed(`created_before=${api.clock.now().toISOString()}`)).toHaveLength(3);
    const first = await api.send("get", `${base}?limit=3`);
    expect([first.body.object, first.body.data.length, first.body.has_more]).toEqual(["list", 3, true]);
    const rest = await api.send("get", `${base}?limit=3&after=${first.body.data[2].id}`);
    expect([rest.body.data.length, rest.body.has_more]).toEqual([1, false]);
    const back = await api.send("get", `${base}?limit=3&before=${rest.body.data[0].id}`);
    expect(back.body.data).toEqual(first.body.data);
    const bad = await api.send("get", `${base}?origin=x&limit=0&after=sup_1&x=1&reason=&q=`);
    expect([bad.status, bad.body.errors.length]).toEqual([wrong, 6]);
  });

  test("shows what SES reported with its message, and when a critical mail may try again", async () => {
    await reported("bounced@y.dev", "bounce");
    expect((await api.send("get", `${base}/bounced@y.dev`)).body).toMatchObject({
      reason: "bounce",
      origin: "bounce",
      source: "report",
      message_id: "msg_x",
    });
    const { body } = await add({ [one]: "import@y.dev", reason: "hard_bounce" });
    const month = new Date(api.clock.now().getTime() + 30 * 86_400_000).toISOString();
    expect([body.origin, body.critical_after]).toEqual(["manual", month]);
  });

  test("removes a complaint only where that is confirmed, and nothing replaces one", async () => {
    await reported("angry@y.dev", "complaint");
    const kept = await add({ [one]: "angry@y.dev", reason: "unsubscribed" });
    expect([kept.status, kept.body.reason]).toEqual([200, "complaint"]);
    await add({ [one]: "other@y.dev" });
    const batch = { [many]: ["other@y.dev", "angry@y.dev"] };
    const refusals = [
      await api.send("delete", `${base}/angry@y.dev`),
      await api.send("delete", `${base}/${kept.body.id}`),
      await api.send("post", `${base}/batch/remove`, { body: batch }),
    ];
    for (const refusal of refusals) {
      expect([refusal.status, refusal.body.errors[0].field]).toEqual([wrong, "confirm"]);
      expect(refusal.body.message).toContain("angry@y.dev");
    }
    expect((await api.send("get", base)).body.data).toHaveLength(2);
    expect((await api.send("delete", `${base}/angry@y.dev?confirm=yes`)).status).toBe(wrong);
    expect((await api.send("delete", `${base}/angry@y.dev?confirm=complaint`)).status).toBe(200);
    await reported("angry@y.dev", "complaint");
    const removed = await api.send("post", `${base}/batch/remove`, {
      body: { ...batch, confirm: "complaint" },
    });
    expect(removed.status).toBe(200);
    expect(addresses(removed.body).sort()).toEqual(["angry@y.dev", "other@y.dev"]);
  });

  test("adds and removes up to 100 at once, by address or id", async () => {
    const texts = Array.from({ length: 100 }, (_, i) => `n${i}@y.dev`);
    const added = await api.send("post", `${base}/batch/add`, { body: { [many]: texts } });
    expect([added.status, addresses(added.body)]).toEqual([200, texts]);
    const twice = await api.send("post", `${base}/batch/add`, { body: { [many]: ["N1@y.dev", "n1@Y.dev"] } });
    expect(twice.body.data).toEqual([added.body.data[1], added.body.data[1]]);
    const ids = added.body.data.slice(50).map(({ id }: { id: string }) => id);
    const byId = await api.send("post", `${base}/batch/remove`, { body: { ids } });
    expect([byId.body.data.length, byId.body.data[0].deleted]).toEqual([50, true]);
    const byName = await api.send("post", `${base}/batch/remove`, { body: { [many]: texts } });
    expect(byName.body.data).toHaveLength(50);
    expect((await api.send("get", base)).body.data).toEqual([]);
  });

  test("lets an entry end by itself", async () => {
    const expires_at = new Date(api.clock.now().getTime() + 60_000).toISOString();
    const first = await add({ [one]: "a@y.dev", expires_at });
    expect(first.body.expires_at).toBe(expires_at);
    api.clock.advance(60_000);
    expect((await api.send("get", `${base}/a@y.dev`)).status).toBe(404);
    expect((await api.send("get", base)).body.data).toEqual([]);
    const again = await add({ [one]: "a@y.dev" });
    expect([again.status, again.body.id, again.body.expires_at]).toEqual([201, first.body.id, null]);
  });

  test.each([
    [{}, [one]],
    [{ [one]: "" }, [one]],
    [{ [one]: 5 }, [one]],
    [{ [one]: "nobody" }, [one]],
    [{ [one]: "a@y.dev, b@y.dev" }, [one]],
    [{ [one]: "bounce@simulator.amazonses.com" }, [one]],
    [{ [one]: "a@y.dev", reason: "a b" }, ["reason"]],
    [{ [one]: "a@y.dev", reason: "x".repeat(65) }, ["reason"]],
    [{ [one]: "a@y.dev", expires_at: "2020-01-01T00:00:00Z" }, ["expires_at"]],
    [{ [one]: "a@y.dev", expires_at: "soon" }, ["expires_at"]],
    [{ [one]: "a@y.dev", reason: "complaint", expires_at: "2090-01-01T00:00:00Z" }, ["expires_at"]],
    [{ [one]: "no", expires_at: "soon", x: 1 }, ["x"]],
  ])("refuses %j, naming %j", async (body, fields) => {
    const answer = await add(body);
    expect(answer.status).toBe(wrong);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  test.each([
    ["add", {}, [many]],
    ["add", { [many]: [] }, [many]],
    ["add", { [many]: Array(101).fill("a@y.dev") }, [many]],
    ["add", { [many]: ["a@y.dev", "no", ""] }, [`${many}[1]`, `${many}[2]`]],
    ["remove", {}, [many]],
    ["remove", { ids: ["x"] }, ["ids[0]"]],
    ["remove", { [many]: ["a@y.dev"], ids: ["sup_01kansas1200000000000000000"] }, ["ids"]],
    ["remove", { [many]: ["a@y.dev"], confirm: true }, ["confirm"]],
  ])("refuses batch/%s of %j, naming %j", async (act, body, fields) => {
    const answer = await api.send("post", `${base}/batch/${act}`, { body });
    expect(answer.status).toBe(wrong);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    expect((await api.send("get", base)).body.data).toEqual([]);
  });
});

describe("/v1/unsubscribes", () => {
  const BASE = "/v1/unsubscribes";
  const add = (body: unknown) => api.send("post", BASE, { body });
  const events = async () => {
    const { rows } = await plain(api.context.data).query(
      "SELECT type, webhook, n FROM events WHERE type = 'unsubscribed'",
    );
    return rows;
  };

  test("are suppressions with that reason: added, listed, read, taken back", async () => {
    const added = await add({ recipient: "Bye@y.dev" });
    expect([added.status, added.body.object, added.body.recipient]).toEqual([
      201,
      "unsubscribe",
      "bye@y.dev",
    ]);
    await api.send("post", "/v1/suppressions", { body: { recipient: "manual@y.dev" } });
    const suppression = await api.send("get", "/v1/suppressions/bye@y.dev");
    expect([suppression.body.id, suppression.body.reason]).toEqual([added.body.id, "unsubscribed"]);
    const list = await api.send("get", BASE);
    expect(list.body).toEqual({ object: "list", data: [added.body], has_more: false, next_cursor: null });
    expect((await api.send("get", `${BASE}/bye@y.dev`)).body).toEqual(added.body);
    expect((await api.send("get", `${BASE}/manual@y.dev`)).status).toBe(404);
    expect((await api.send("delete", `${BASE}/manual@y.dev`)).status).toBe(404);
    const removed = await api.send("delete", `${BASE}/${added.body.id}`);
    expect(removed.body).toEqual({
      object: "unsubscribe",
      id: added.body.id,
      recipient: "bye@y.dev",
      deleted: true,
    });
    expect((await api.send("get", "/v1/suppressions/bye@y.dev")).status).toBe(404);
    expect(await events()).toEqual([]);
  });

  test("say email.unsubscribed of the message they came of, once", async () => {
    const { body } = await api.send("post", "/v1/messages", {
      body: messageOf(api.tenant, { recipient: ["first@y.dev", "Bye@y.dev"] }),
    });
    const wish = { recipient: "bye@y.dev", message_id: body.message_id };
    const added = await add(wish);
    expect([added.status, added.body.message_id]).toEqual([201, body.message_id]);
    expect((await add(wish)).status).toBe(200);
    expect(await events()).toEqual([{ type: "unsubscribed", webhook: "email.unsubscribed", n: 1 }]);
    const message = await api.send("get", `/v1/messages/${body.message_id}`);
    expect(message.body.events.map(({ type }: { type: string }) => type)).toContain("unsubscribed");
  });

  test("refuse a message that did not go there", async () => {
    const sent = await api.send("post", "/v1/messages", { body: messageOf(api.tenant) });
    const theirs = await api.send("post", "/v1/messages", { key: rival.keys.full, body: messageOf(rival) });
    for (const message_id of [
      sent.body.message_id,
      theirs.body.message_id,
      "msg_x",
      "msg_01kansas1200000000000000000",
    ]) {
      const recipient = message_id === theirs.body.message_id ? "you@inbox.example" : "bye@y.dev";
      const answer = await add({ recipient, message_id });
      expect([answer.status, answer.body.errors[0].field]).toEqual([422, "message_id"]);
    }
    expect((await api.send("get", BASE)).body.data).toEqual([]);
  });

  test("leave a complaint what it is", async () => {
    await reported("angry@y.dev", "complaint");
    const answer = await add({ recipient: "angry@y.dev" });
    expect([answer.status, answer.body.reason]).toEqual([200, "complaint"]);
    expect((await api.send("get", BASE)).body.data).toEqual([]);
  });

  test.each([[{}], [{ recipient: "x" }], [{ recipient: "a@y.dev", expires_at: "2090-01-01T00:00:00Z" }]])(
    "refuse %j",
    async (body) => expect((await add(body)).status).toBe(422),
  );
});
