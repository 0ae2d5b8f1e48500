import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readCsv } from "@sendex/kit/csv";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
});
afterAll(() => api.close());

const csv = async (path: string, key = api.tenant.keys.full) => {
  const answer = await api.send("get", path, { key });
  return { ...answer, rows: [...readCsv(answer.text)].map(({ cells }) => cells) };
};

describe("a list as CSV", () => {
  const ids: string[] = [];
  beforeAll(async () => {
    for (let i = 0; i < 3; i += 1) {
      const body = emailOf(api.tenant, {
        subject: `=1+${i}, "two"`,
        tags: [{ name: "a", value: String(i) }],
      });
      ids.unshift((await api.send("post", "/api/v1/emails", { body })).body.id);
      api.clock.advance(1_000);
    }
    await api.send("post", "/api/v1/emails", { key: api.tenant.keys.test, body: emailOf(api.tenant) });
  });

  test("has a head and all rows, whatever the limit, of the key's mode", async () => {
    const { rows, headers, status } = await csv("/api/v1/emails?format=csv&limit=1");
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-disposition": 'attachment; filename="emails.csv"',
      "x-truncated": "false",
    });
    expect(rows[0]?.slice(0, 5)).toEqual(["id", "mode", "created_at", "status", "from"]);
    expect(rows.slice(1).map(([id, mode]) => [id, mode])).toEqual(ids.map((id) => [id, "live"]));
    const at = rows[0]?.indexOf("subject") ?? 0;
    expect(rows[1]?.[at]).toBe('=1+2, "two"');
    expect((await csv("/api/v1/emails?format=csv", api.tenant.keys.test)).rows).toHaveLength(2);
  });

  test("is filtered, goes on after an id, and may be asked for by its type", async () => {
    expect((await csv("/api/v1/emails?format=csv&tag=a:1")).rows).toHaveLength(2);
    expect((await csv(`/api/v1/emails?format=csv&after=${ids[0]}`)).rows).toHaveLength(3);
    const headers = { Accept: "text/csv" };
    const answer = await api.send("get", "/api/v1/emails", { headers });
    expect(answer.headers["content-type"]).toContain("text/csv");
    const json = await api.send("get", "/api/v1/emails?format=json", { headers });
    expect(json.body.object).toBe("list");
    expect((await api.send("get", "/api/v1/emails?format=xml")).status).toBe(400);
  });

  test.each([
    ["/v1/messages", "messages", 3],
    ["/api/v1/suppressions", "suppressions", 2],
    ["/v1/suppressions", "suppressions", 2],
    ["/v1/unsubscribes", "unsubscribes", 1],
    ["/api/v1/domains", "domains", 1],
    ["/api/v1/api-keys", "api-keys", 3],
  ])("there is of %s", async (path, name, count) => {
    await api.send("post", "/api/v1/suppressions", { body: { email: "a@inbox.example" } });
    await api.send("post", "/v1/unsubscribes", { body: { recipient: "b@inbox.example" } });
    const { rows, headers } = await csv(`${path}?format=csv`);
    expect(headers["content-disposition"]).toBe(`attachment; filename="${name}.csv"`);
    expect(rows).toHaveLength(1 + count);
  });

  test("there is of what an endpoint was told", async () => {
    const hook = await api.send("post", "/api/v1/webhooks", { body: { endpoint: "https://a.example/" } });
    await api.send("post", "/v1/messages", { body: messageOf(api.tenant) });
    const { rows } = await csv(`/api/v1/webhooks/${hook.body.id}/events?format=csv&status=pending`);
    expect(rows.map(([, type]) => type)).toEqual(["type", "email.queued"]);
  });

  test("says that it is cut, and where to go on", async () => {
    const parts = [0, 1].map((part) =>
      Array.from({ length: 6_000 }, (_, i) => `p${part}-${i}@inbox.example`).join("\n"),
    );
    for (const part of parts) await api.send("post", "/api/v1/suppressions/import", { body: { csv: part } });
    const first = await csv("/api/v1/suppressions?format=csv");
    expect([first.rows.length, first.headers["x-truncated"]]).toEqual([10_001, "true"]);
    const rest = await csv(`/api/v1/suppressions?format=csv&after=${first.headers["x-next-after"]}`);
    expect([rest.rows.length, rest.headers["x-truncated"]]).toEqual([1 + 2_002, "false"]);
    expect(rest.headers).not.toHaveProperty("x-next-after");
  });
});
