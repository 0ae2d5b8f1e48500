import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { plain } from "@sendex/data/database/pools";
import { readCsv } from "@sendex/kit/csv";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(() => plain(api.context.data).query("TRUNCATE suppressions, test_suppressions"));

const PATH = "/api/v1/suppressions";
const put = async (body: object, key?: string) =>
  api.send("post", `${PATH}/import`, { body, ...(key && { key }) });
const listed = async (): Promise<[string, string][]> => {
  const { body } = await api.send("get", `${PATH}?limit=100`);
  return body.data.map(({ email, reason }: { email: string; reason: string }) => [email, reason]).sort();
};
const fetched = async (query = "", key?: string) => {
  const { text } = await api.send("get", `${PATH}/export${query}`, key ? { key } : {});
  return [...readCsv(text)].map(({ cells }) => cells);
};

describe("importing a suppression list", () => {
  test("takes CSV with a head, in any order of columns", async () => {
    const csv =
      "Reason,Email\r\ncomplaint,a@inbox.example\r\n,B@Inbox.example\r\nlist-clean,c@inbox.example\r\n";
    const { status, body } = await put({ csv });
    expect([status, body]).toEqual([
      200,
      { object: "suppression_import", mode: "live", rows: 3, added: 3, known: 0, rejected: 0, bad_rows: [] },
    ]);
    expect(await listed()).toEqual([
      ["a@inbox.example", "complaint"],
      ["b@inbox.example", "manual"],
      ["c@inbox.example", "manual"],
    ]);
    expect((await put({ csv: "d@inbox.example\nA@inbox.example" })).body).toMatchObject({
      added: 1,
      known: 1,
    });
  });

  test("reports rows that are wrong by their lines, and takes the others", async () => {
    const csv = [
      "email,reason,expires_at",
      "a@inbox.example,bounce,",
      "nobody,bounce,",
      '"x, y@inbox.example",manual,',
      "",
      "b@inbox.example,two words,",
      "c@inbox.example,manual,yesterday",
      "d@inbox.example,complaint,2099-01-01T00:00:00Z",
      "bounce@simulator.amazonses.com,bounce,",
    ].join("\n");
    const { body } = await put({ csv });
    expect(body).toMatchObject({ rows: 7, added: 1, rejected: 6 });
    expect(body.bad_rows.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [3, "format"],
      [4, "format"],
      [6, "format"],
      [7, "format"],
      [8, "format"],
      [9, "forbidden"],
    ]);
    expect(body.bad_rows[0]).toMatchObject({ email: "nobody" });
  });

  test("takes entries as JSON, with a reason for all", async () => {
    const suppressions = [{ email: "a@inbox.example" }, { email: "b@inbox.example", reason: "bounce" }, {}];
    const { body } = await put({ suppressions, reason: "unsubscribed" });
    expect(body).toMatchObject({ rows: 3, added: 2, bad_rows: [{ line: 3, email: "" }] });
    expect(await listed()).toEqual([
      ["a@inbox.example", "unsubscribed"],
      ["b@inbox.example", "bounce"],
    ]);
  });

  test("counts an address that is there twice once, and keeps the modes apart", async () => {
    const csv = "a@inbox.example\nA@inbox.example";
    expect((await put({ csv }, api.tenant.keys.test)).body).toMatchObject({
      mode: "test",
      rows: 2,
      added: 1,
    });
    expect(await listed()).toEqual([]);
    expect((await fetched("", api.tenant.keys.test)).map(([email]) => email)).toEqual([
      "email",
      "a@inbox.example",
    ]);
    expect(await fetched()).toHaveLength(1);
  });

  test("refuses nothing, both, and too much", async () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => `a${i}@inbox.example`).join("\n");
    for (const body of [{}, { csv: "a@inbox.example", suppressions: [] }, { csv: rows }, { csv: 1 }])
      expect((await put(body)).status).toBe(400);
    expect(await listed()).toEqual([]);
  });
});

describe("exporting a suppression list", () => {
  test("gives all of it as CSV that can be imported, and no formula", async () => {
    const addresses = Array.from({ length: 1_203 }, (_, i) => `r${i}@inbox.example`);
    await put({ csv: ["email,reason", ...addresses.map((one) => `${one},bounce`)].join("\n") });
    await put({ csv: '"=cmd@inbox.example",manual' });
    const answer = await api.send("get", `${PATH}/export`);
    expect(answer.headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="suppressions.csv"',
      "x-content-type-options": "nosniff",
    });
    expect(answer.text).toContain("'=cmd@inbox.example,manual");
    const rows = await fetched();
    expect(rows[0]).toEqual(["email", "reason", "expires_at", "origin", "message_id", "created_at", "id"]);
    expect(rows.length).toBe(1 + 1_204);
    expect(new Set(rows.map(([email]) => email)).size).toBe(rows.length);
    await plain(api.context.data).query("TRUNCATE suppressions");
    expect((await put({ csv: answer.text })).body).toMatchObject({ added: 1_204, rejected: 0 });
  });

  test("gives what is asked for, and is not sent to a HEAD", async () => {
    await put({ csv: "a@inbox.example,bounce\nb@inbox.example,manual" });
    expect((await fetched("?reason=bounce")).map(([email]) => email)).toEqual(["email", "a@inbox.example"]);
    expect((await fetched("?q=b%40")).map(([email]) => email)).toEqual(["email", "b@inbox.example"]);
    const head = await api.send("head", `${PATH}/export`);
    expect([head.status, head.text]).toEqual([200, undefined]);
    expect((await api.send("get", `${PATH}/export?limit=1`)).status).toBe(400);
  });
});
