import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
/** Newest first. */
const ids: string[] = [];
let start: Date;

beforeAll(async () => {
  api = await openTestApi();
  start = api.clock.now();
  for (let i = 0; i < 7; i += 1) {
    api.clock.advance(1_000);
    const tags = [{ name: "batch", value: i < 3 ? "early" : "late" }];
    const metadata = { order: i, customer: `c"${i}`, paid: i > 4, "a:b": "", nested: { order: 7 } };
    const change = { subject: `Invoice ${i} 50%`, to: `reader${i}@inbox.example`, tags, metadata };
    const answer = await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, change) });
    ids.unshift(answer.body.id);
  }
});
afterAll(() => api.close());

const list = async (query: string, path = "/api/v1/emails"): Promise<string[]> => {
  const answer = await api.send("get", `${path}?${query}`);
  expect([answer.status, answer.body.object]).toEqual([200, "list"]);
  return answer.body.data.map((item: { id?: string; message_id?: string }) => item.message_id ?? item.id);
};
const after = (n: number): string => new Date(start.getTime() + n * 1_000).toISOString();

describe("GET /api/v1/emails", () => {
  test("is a list, newest first, without content", async () => {
    const answer = await api.send("get", "/api/v1/emails");
    expect(answer.body).toMatchObject({ object: "list", has_more: false });
    expect(answer.body).not.toHaveProperty("next_cursor");
    expect(answer.body.data.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(answer.body.data[0]).toMatchObject({
      object: "email",
      subject: "Invoice 6 50%",
      status: "queued",
    });
    expect(answer.body.data[0]).not.toHaveProperty("text");
  });

  test("pages both ways", async () => {
    const first = await api.send("get", "/api/v1/emails?limit=3");
    expect([first.body.has_more, first.body.data.length]).toEqual([true, 3]);
    expect(await list(`limit=3&after=${ids[2]}`)).toEqual(ids.slice(3, 6));
    expect(await list(`limit=2&before=${ids[4]}`)).toEqual(ids.slice(2, 4));
    const last = await api.send("get", `/api/v1/emails?limit=3&after=${ids[5]}`);
    expect([last.body.has_more, last.body.data.length]).toEqual([false, 1]);
  });

  test("filters", async () => {
    expect(await list("recipient=READER3@inbox.example")).toEqual([ids[3]]);
    expect(await list(`sender=me@${api.tenant.domain}`)).toEqual(ids);
    expect(await list("sender=nobody@inbox.example")).toEqual([]);
    expect(await list("tag=batch:early")).toEqual(ids.slice(4));
    expect(await list("tag=batch:early&limit=2")).toEqual(ids.slice(4, 6));
    expect(await list(`tag=batch:early&limit=2&after=${ids[5]}`)).toEqual(ids.slice(6));
    expect(await list("q=voice%202")).toEqual([ids[4]]);
    expect(await list(`q=${encodeURIComponent("0%")}&limit=1`)).toEqual([ids[0]]);
    expect(await list("q=_nvoice")).toEqual([]);
    expect(await list("status=queued")).toEqual(ids);
    expect(await list("status=delivered")).toEqual([]);
    expect(await list(`created_after=${after(6)}`)).toEqual(ids.slice(0, 2));
    expect(await list(`created_before=${after(2)}&tag=batch:early`)).toEqual(ids.slice(6));
  });

  test("filters by a field of the metadata, whatever its value was given as", async () => {
    const by = (pair: string) => list(`metadata=${encodeURIComponent(pair)}`);
    expect(await by("order:3")).toEqual([ids[3]]);
    expect(await by("order:3.0")).toEqual([ids[3]]);
    expect(await by('customer:c"2')).toEqual([ids[4]]);
    expect(await by("paid:true")).toEqual(ids.slice(0, 2));
    expect(await by("order:7")).toEqual([]);
    expect(await by("customer:")).toEqual([]);
    expect(await by("__proto__:x")).toEqual([]);
    expect(await list("metadata=paid:true&tag=batch:late&q=invoice%206")).toEqual([ids[0]]);
    expect(await list("metadata=order:3", "/v1/messages")).toEqual([ids[3]]);
  });

  test("looks for a sender in any case, and for a subject within a range", async () => {
    const sender = `ME@${api.tenant.domain.toUpperCase()}`;
    expect(await list(`sender=${sender}&q=INVOICE&limit=2`)).toEqual(ids.slice(0, 2));
    expect(await list(`q=invoice&limit=2&after=${ids[2]}`)).toEqual(ids.slice(3, 5));
    expect(await list(`q=invoice&limit=2&before=${ids[4]}`)).toEqual(ids.slice(2, 4));
    expect(await list(`q=invoice&created_after=${after(2)}&created_before=${after(4)}`)).toEqual(
      ids.slice(4, 6),
    );
  });

  test.each([
    "limit=0",
    "status=accepted",
    "recipient=x",
    "created_after=soon",
    "after=x",
    "page=2",
    "tag=x",
    "metadata=x",
  ])("answers %s with a field error", async (query) => {
    const sendex = await api.send("get", `/api/v1/emails?${query}`);
    expect([sendex.status, sendex.body.error, sendex.body.errors.length]).toEqual([400, "bad_request", 1]);
  });

  test("shows nothing of another account", async () => {
    const answer = await api.send("get", "/api/v1/emails", { key: api.tenant.keys.test });
    expect(answer.status).toBe(200);
  });
});

describe("GET /v1/messages", () => {
  test("gives a cursor for the next page, and null at the end", async () => {
    const seen: string[] = [];
    let query = "limit=3";
    for (let page = 0; page < 3; page += 1) {
      const { body } = await api.send("get", `/v1/messages?${query}`);
      seen.push(...body.data.map(({ message_id }: { message_id: string }) => message_id));
      if (page < 2) expect(body.next_cursor).toBe(seen.at(-1));
      else expect([body.next_cursor, body.has_more]).toEqual([null, false]);
      query = `limit=3&after=${body.next_cursor}`;
    }
    expect(seen).toEqual(ids);
  });

  test("speaks the words of its surface", async () => {
    expect(await list("status=queued", "/v1/messages")).toEqual(ids);
    const wrong = await api.send("get", "/v1/messages?status=sent");
    expect([wrong.status, wrong.body.error, wrong.body.errors[0].field]).toEqual([
      422,
      "validation_failed",
      "status",
    ]);
  });

  test("holds what was accepted on either surface", async () => {
    const { body } = await api.send("post", "/v1/messages", { body: messageOf(api.tenant) });
    expect(await list("limit=1", "/v1/messages")).toEqual([body.message_id]);
    expect(await list("limit=1")).toEqual([body.message_id]);
  });
});

// The last, since it sends a further message.
describe("q", () => {
  test("looks for a subject in any case, beyond A–Z too", async () => {
    const to = "reader@inbox.example";
    const body = { from: `me@${api.tenant.domain}`, to, subject: "Grüße aus Köln, Привет", text: "t" };
    const { body: sent } = await api.send("post", "/api/v1/emails", { body });
    for (const q of ["KÖLN", "köln", "GRÜSSE"])
      expect(await list(`q=${encodeURIComponent(q)}`)).toEqual(q === "GRÜSSE" ? [] : [sent.id]);
    expect(await list(`q=${encodeURIComponent("пРИВЕТ")}`, "/v1/messages")).toEqual([sent.id]);
  });
});
