import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { newId } from "@sendex/crypto/token";
import { plain } from "@sendex/data/database/pools";
import { openImports } from "@sendex/pipeline/audiences/imports/run";
import { until } from "@sendex/testing/until";
import { FORM_BOUNDARY, openTestApi, type TestApi } from "./api";
import { type Answer, type Call, type SdkServer, serveSdk } from "./resend";

/** Imports of contacts by the unmodified SDK, and what it cannot send. */

let api: TestApi;
let sdk: SdkServer;
let resend: Call;

beforeAll(async () => {
  api = await openTestApi();
  sdk = await serveSdk(api);
  resend = sdk.client("resend-6");
});
beforeEach(async () => {
  await plain(api.context.data).query("DELETE FROM contact_imports WHERE completed_at IS NULL");
  await plain(api.context.data).query("DELETE FROM contact_import_chunks");
});
afterAll(async () => {
  await sdk.close();
  await api.close();
});

function dataOf({ data, error }: Answer): Record<string, unknown> {
  expect(error).toBeNull();
  return data ?? {};
}

const fileOf = (csv: string | Buffer) => new Blob([csv], { type: "text/csv" });
const formStart = (csv: string) =>
  `--${FORM_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${csv}`;

/** An upload of which the test says itself what comes, and when. */
async function raw(headers: Record<string, string>) {
  const server = createServer(api.app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const upload = request({
    ...{ port, method: "POST", path: "/api/v1/contacts/imports" },
    headers: {
      ...{ Authorization: `Bearer ${api.tenant.keys.full}` },
      "Content-Type": `multipart/form-data; boundary=${FORM_BOUNDARY}`,
      ...headers,
    },
  }).on("error", () => undefined);
  const answer = new Promise<number | undefined>((resolve) => {
    upload.on("response", ({ statusCode }) => resolve(statusCode));
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { upload, answer, close };
}

const make = async (method: string, wish: object): Promise<string> =>
  String(dataOf(await resend(method, wish))["id"]);

describe("an import", () => {
  test("is made, listed and read by the SDK, with its columns, segments and topics", async () => {
    await resend("contactProperties.create", { key: "plan", type: "string" });
    await resend("contactProperties.create", { key: "seats", type: "number" });
    const segment = await make("segments.create", { name: "Imported" });
    const topic = await make("topics.create", { name: "News", defaultSubscription: "opt_in" });
    const made = dataOf(
      await resend("contacts.imports.create", {
        file: fileOf(
          "Address,Given,Family,Left,Plan,Seats\r\nAnn@Example.com,Ann,Lee,false,pro,3\r\nbob@example.com,Bob,,yes,,\r\nnobody,x,,,,\r\n",
        ),
        columnMap: {
          ...{ email: "Address", firstName: "Given", lastName: "Family", unsubscribed: "Left" },
          properties: {
            plan: { column: "Plan", type: "string" },
            seats: { column: "Seats", type: "number" },
          },
        },
        onConflict: "upsert",
        segments: [{ id: segment }],
        topics: [{ id: topic, subscription: "opt_out" }],
      }),
    );
    expect(made).toEqual({ object: "contact_import", id: expect.stringMatching(/^imp_/) });
    const { id } = made;
    const counts = { total: 0, created: 0, updated: 0, skipped: 0, failed: 0 };
    expect(dataOf(await resend("contacts.imports.get", id))).toMatchObject({
      ...{ object: "contact_import", id, status: "queued", completed_at: null, counts },
      created_at: expect.any(String),
    });
    await openImports(api.context)();
    const done = { id, status: "completed", completed_at: expect.any(String) };
    expect(dataOf(await resend("contacts.imports.get", id))).toMatchObject({
      ...done,
      counts: { total: 3, created: 2, updated: 0, skipped: 0, failed: 1 },
    });
    const listed = dataOf(await resend("contacts.imports.list", { status: "completed" }));
    expect(listed).toMatchObject({ object: "list", has_more: false, data: [done] });
    expect(dataOf(await resend("contacts.imports.list", { status: "failed" }))["data"]).toEqual([]);
    expect(dataOf(await resend("contacts.get", { email: "ann@example.com" }))).toMatchObject({
      ...{ first_name: "Ann", last_name: "Lee", unsubscribed: false },
      properties: { plan: { type: "string", value: "pro" }, seats: { type: "number", value: 3 } },
    });
    expect(dataOf(await resend("contacts.get", { email: "bob@example.com" }))).toMatchObject({
      ...{ first_name: "Bob", last_name: null, unsubscribed: true, properties: {} },
    });
    const inside = dataOf(await resend("contacts.list", { segmentId: segment }))["data"];
    expect(inside).toHaveLength(2);
    expect(dataOf(await resend("contacts.topics.list", { email: "ann@example.com" }))["data"]).toMatchObject([
      { id: topic, subscription: "opt_out" },
    ]);
    const { text } = await api.send("get", `/api/v1/contacts/imports/${String(id)}/errors`);
    expect(text).toBe("line,column,reason\r\n4,Address,This is no email address: the @ is missing.\r\n");
  });

  test("is another mode's, and another account's, to nobody else", async () => {
    const id = await make("contacts.imports.create", { file: fileOf("email\na@example.com\n") });
    const other = sdk.client("resend-6", api.tenant.keys.test);
    expect((await other("contacts.imports.get", id)).error).toMatchObject({ name: "not_found" });
    expect(dataOf(await other("contacts.imports.list"))["data"]).toEqual([]);
  });
});

describe("what is no import is refused, and leaves nothing:", () => {
  const refused = async (wish: { file: Blob } & Record<string, unknown>): Promise<string> => {
    const { error } = await resend("contacts.imports.create", wish);
    expect(error).toMatchObject({ name: "validation_error", statusCode: 400 });
    for (const table of ["contact_imports WHERE completed_at IS NULL", "contact_import_chunks"]) {
      const { rows } = await plain(api.context.data).query(`SELECT count(*)::int AS n FROM ${table}`);
      expect(rows).toEqual([{ n: 0 }]);
    }
    return error?.message ?? "";
  };

  test.each([
    ["an empty file", "", "file is empty."],
    ["a byte order mark alone", "\ufeff", "file is empty."],
    ["a file without a column of addresses", "name,mail\nAnn,a@b.example\n", "file has no column email"],
    ["a first line alone", "email,first_name\n", "file has no row below its first line."],
    ["a first line without an end", `email,${"x".repeat(300_000)}`, "file has no first line"],
    ["UTF-16", Buffer.from("\ufeffemail\na@b.example\n", "utf16le"), "UTF-16"],
    ["Latin-1", Buffer.from("email,first_name\na@b.example,J\xfcrg\n", "latin1"), "not in UTF-8"],
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), "workbook"],
  ])("%s", async (_, file, says) => {
    expect(await refused({ file: fileOf(file) })).toContain(says);
  });

  test("columns, properties, segments and topics that are not there, each by its field", async () => {
    const file = fileOf("email,a,a\nx@b.example,1,2\n");
    const of = (columnMap: object) => refused({ file, columnMap });
    expect(await of({ email: "E-Mail" })).toContain("column_map.email names no column");
    expect(await of({ firstName: "first" })).toContain("column_map.first_name names no column");
    expect(await of({ firstName: "a" })).toContain("has twice");
    expect(await of({ properties: { city: { column: "a" } } })).toContain(
      "properties.city is no contact property",
    );
    const now = api.clock.now();
    expect(await refused({ file, segments: [{ id: newId("seg", now) }] })).toContain("segments[0].id");
    const topics = [{ id: newId("top", now), subscription: "opt_in" }];
    expect(await refused({ file, topics })).toContain("topics[0].id");
    expect(await refused({ file, onConflict: "replace" })).toContain(
      "on_conflict must be one of upsert, skip",
    );
    expect(await refused({ file, segments: "no JSON" })).toContain("segments must be JSON");
  });

  test("a form without a file, with two, with another's fields, and what is no form", async () => {
    const part = (name: string, text: string) =>
      `--${FORM_BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
    const post = async (body: string, type = `multipart/form-data; boundary=${FORM_BOUNDARY}`) => {
      const options = { body, headers: { "Content-Type": type } };
      const { status, body: answer } = await api.send("post", "/api/v1/contacts/imports", options);
      return [status, answer.message];
    };
    const end = `--${FORM_BOUNDARY}--\r\n`;
    const file = part("file", "email\na@b.example");
    expect(await post(end)).toEqual([400, expect.any(String)]);
    expect(await post(part("on_conflict", "skip") + end)).toEqual([400, "file is required."]);
    expect(await post(file + file + end)).toEqual([400, "The form has too many fields."]);
    expect(await post(file + part("name", "x") + end)).toEqual([400, "name is not a known field."]);
    expect(await post(file + part("topics", "[]") + part("topics", "[]") + end)).toEqual([
      ...[400, "topics is given twice."],
    ]);
    expect(await post(file)).toEqual([400, expect.any(String)]);
    expect(await post("{}", "application/json")).toEqual([415, "Send the body as multipart/form-data."]);
    expect(await post("", "multipart/form-data")).toEqual([415, "Send the body as multipart/form-data."]);
    const { rows } = await plain(api.context.data).query(
      "SELECT status FROM contact_imports WHERE completed_at IS NULL",
    );
    expect(rows).toEqual([]);
  });

  test("an upload that breaks off", async () => {
    const { upload, close } = await raw({ "Transfer-Encoding": "chunked" });
    upload.write(formStart(`email\n${"a@example.com\n".repeat(100_000)}`));
    const stored = () => plain(api.context.data).query("SELECT 1 FROM contact_import_chunks");
    await until(async () => (await stored()).rows.length > 0);
    upload.destroy();
    const left = () =>
      plain(api.context.data).query("SELECT 1 FROM contact_imports WHERE completed_at IS NULL");
    await until(async () => (await left()).rows.length === 0);
    expect((await stored()).rows).toEqual([]);
    await close();
  });

  test("a file that is too large, unread", async () => {
    const { upload, answer, close } = await raw({ "Content-Length": String(300 * 1024 * 1024) });
    upload.write(formStart("email\n"));
    expect(await answer).toBe(413);
    upload.destroy();
    await close();
  });

  test("one more than may wait", async () => {
    const file = fileOf("email\na@example.com\n");
    for (let n = 0; n < 5; n += 1) await make("contacts.imports.create", { file });
    expect((await resend("contacts.imports.create", { file })).error).toMatchObject({
      message: "An account has at most 5 imports that are not done. Wait for one of them.",
    });
  });
});
