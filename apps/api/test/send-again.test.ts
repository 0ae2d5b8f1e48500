import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { plain } from "@sendex/data/database/pools";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const FILE = { filename: "a.txt", content: "SGVsbG8=" };
const post = async (change: Record<string, unknown> = {}): Promise<string> =>
  (await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, change) })).body.id;
const again = (id: string, body: object | undefined, headers = {}, key = api.tenant.keys.full) =>
  api.send("post", `/api/v1/emails/${id}/resend`, { key, headers, ...(body && { body }) });
const read = async (id: string) => (await api.send("get", `/api/v1/emails/${id}`)).body;

describe("sending again", () => {
  const change = {
    ...{
      to: ["Ann <a@inbox.example>", "b@inbox.example"],
      cc: "c@inbox.example",
      reply_to: "r@inbox.example",
    },
    ...{ html: "<p>Hi</p>", text: "Hi", headers: { "X-Own": "1" }, attachments: [FILE] },
    ...{ tags: [{ name: "a", value: "b" }], metadata: { order: 7 }, priority: "critical" },
  };

  test("makes a new message of the same content, to all", async () => {
    const id = await post(change);
    const sent = await again(id, undefined);
    expect([sent.status, sent.body.status]).toEqual([202, "queued"]);
    expect(sent.body.id).not.toBe(id);
    const [first, second] = [await read(id), await read(sent.body.id)];
    for (const field of [
      "from",
      "to",
      "cc",
      "reply_to",
      "subject",
      "html",
      "text",
      "tags",
      "metadata",
      "priority",
    ])
      expect([field, second[field]]).toEqual([field, first[field]]);
    const { body } = await api.send("get", `/api/v1/emails/${sent.body.id}/source`);
    expect(body.source).toContain("X-Own: 1");
    expect(body.source).toContain("SGVsbG8=");
  });

  test("goes to some of its recipients, and to nobody else", async () => {
    const id = await post(change);
    const one = await again(id, { to: "B@inbox.example" });
    expect((await read(one.body.id)).to).toEqual(["b@inbox.example"]);
    const copied = await again(id, { to: ["c@inbox.example"] });
    expect(await read(copied.body.id)).toMatchObject({ to: ["c@inbox.example"], cc: null });
    const other = await again(id, { to: ["a@inbox.example", "x@inbox.example"] });
    expect([other.status, other.body.errors[0].field]).toEqual([400, "to[1]"]);
    expect((await again(id, { to: [] })).status).toBe(400);
  });

  test("happens once for an idempotency key, and for each message by itself", async () => {
    const [id, other] = [await post(), await post()];
    const headers = { "Idempotency-Key": `again-${id}` };
    const first = await again(id, {}, headers);
    expect((await again(id, {}, headers)).body.id).toBe(first.body.id);
    expect((await again(other, {}, headers)).status).toBe(409);
  });

  test("is of one's own mode, and of content that is kept", async () => {
    const id = await post();
    expect((await again(id, {}, {}, api.tenant.keys.test)).status).toBe(404);
    await plain(api.context.data).query("DELETE FROM contents WHERE message_id = $1", [id]);
    const erased = await again(id, {});
    expect([erased.status, erased.body.message]).toEqual([422, "The content of this message is erased."]);
    expect((await api.send("get", `/api/v1/emails/${id}/source`)).status).toBe(422);
  });
});

describe("the source", () => {
  test("is the mail as it is composed, and comes as a file", async () => {
    const id = await post({ subject: "Grüße", headers: { "X-Long": "a ".repeat(200).trim() } });
    const { body } = await api.send("get", `/api/v1/emails/${id}/source`);
    expect(body).toMatchObject({ object: "email_source", id, truncated: false });
    expect(body.headers).toContainEqual({ name: "From", value: `Me <me@${api.tenant.domain}>` });
    expect(body.headers.find(({ name }: { name: string }) => name === "X-Long").value).toMatch(/^a a a/);
    expect(body.bytes).toBe(Buffer.byteLength(body.source));
    const file = await api.send("get", `/api/v1/emails/${id}/source?format=eml`);
    expect(file.headers).toMatchObject({
      "content-type": "message/rfc822",
      "content-disposition": `attachment; filename="${id}.eml"`,
      "x-content-type-options": "nosniff",
    });
  });
});
