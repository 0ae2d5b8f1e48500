import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import request from "supertest";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { emailOf, openTestApi, type TestApi } from "./api";
import { plain } from "@sendex/data/database/pools";

let api: TestApi;
let other: SeededAccount;
let id: string;
beforeAll(async () => {
  api = await openTestApi();
  other = await seedAccount(api.context);
  const { body } = await api.send("post", "/api/v1/emails", {
    body: emailOf(api.tenant, { attachments: FILES }),
  });
  id = body.id;
});
afterAll(() => api.close());

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const FILES = [
  { filename: "Rechnung für März.pdf", content: base64("%PDF-1.7") },
  { filename: "page.html", content: base64("<script>alert(1)</script>") },
  { filename: "logo.png", content: base64("png"), content_id: "logo" },
];
const path = (rest = ""): string => `/api/v1/emails/${id}/attachments${rest}`;
const files = async () => (await api.send("get", path())).body.data;
/** The link's path and query: what follows its host. */
const follow = (url: string) =>
  request(api.app)
    .get(url.replace(/^https?:\/\/[^/]+/, ""))
    .buffer(true);

describe("a stored message's files", () => {
  test("are listed in their order, with a link each", async () => {
    const { status, body } = await api.send("get", path());
    expect([status, body.object, body.has_more]).toEqual([200, "list", false]);
    expect(body.data[0]).toEqual({
      id: `att_${id.slice(4)}_0`,
      filename: "Rechnung für März.pdf",
      size: 8,
      content_type: "application/pdf",
      content_disposition: "attachment",
      content_id: null,
      download_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/attachments\/att_/),
      expires_at: expect.any(String),
    });
    expect(Date.parse(body.data[0].expires_at) - api.clock.now().getTime()).toBeGreaterThan(3_590_000);
    expect(body.data[2]).toMatchObject({ content_disposition: "inline", content_id: "logo", size: 3 });
  });

  test("page both ways, and on /v1 with a cursor", async () => {
    const ids = (await files()).map((file: { id: string }) => file.id);
    const page = async (query: string, where = path()) => {
      const { body } = await api.send("get", `${where}?${query}`);
      return [body.data.map((file: { id: string }) => file.id), body.has_more];
    };
    expect(await page("limit=2")).toEqual([ids.slice(0, 2), true]);
    expect(await page(`limit=2&after=${ids[1]}`)).toEqual([ids.slice(2), false]);
    expect(await page(`limit=1&before=${ids[2]}`)).toEqual([[ids[1]], true]);
    const sendarix = await api.send("get", `/v1/messages/${id}/attachments?limit=1`);
    expect(sendarix.body).toMatchObject({ has_more: true, next_cursor: ids[0] });
    expect((await api.send("get", path("?after=x"))).status).toBe(400);
  });

  test("are read one by one, on both surfaces", async () => {
    const [first] = await files();
    const sendex = await api.send("get", path(`/${first.id}`));
    expect([sendex.status, sendex.body]).toEqual([
      200,
      {
        ...first,
        object: "attachment",
        // Each request of a test has a port of its own.
        download_url: sendex.body.download_url,
      },
    ]);
    const sendarix = await api.send("get", `/v1/messages/${id}/attachments/${first.id}`);
    expect(sendarix.body).toMatchObject({ object: "attachment", id: first.id });
  });

  test("are nobody else's", async () => {
    const [first] = await files();
    const unknown = `/api/v1/emails/msg_${"0".repeat(27)}/attachments`;
    const missing = await api.send("get", unknown);
    for (const rest of ["", `/${first.id}`]) {
      const answer = await api.send("get", path(rest), { key: other.keys.full });
      expect([answer.status, answer.text]).toEqual([404, missing.text]);
    }
    for (const part of [`att_${"0".repeat(27)}_0`, `att_${id.slice(4)}_3`, "0", "x"])
      expect((await api.send("get", path(`/${part}`))).status).toBe(404);
    expect((await api.send("get", path(), { key: api.tenant.keys.sendOnly })).status).toBe(403);
    expect((await api.send("get", path(), { key: null })).status).toBe(401);
  });
});

describe("a download link", () => {
  test("gives the bytes without a key, to be saved and not to be shown", async () => {
    const [pdf, html] = await files();
    const saved = await follow(pdf.download_url);
    expect([saved.status, saved.body.toString()]).toEqual([200, "%PDF-1.7"]);
    expect(saved.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "8",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(saved.headers["content-disposition"]).toBe(
      "attachment; filename=\"Rechnung f?r M?rz.pdf\"; filename*=UTF-8''Rechnung%20f%C3%BCr%20M%C3%A4rz.pdf",
    );
    const script = await follow(html.download_url);
    expect(script.headers["content-type"]).toBe("application/octet-stream");
    expect(script.headers["content-disposition"]).toBe("attachment; filename=page.html");
  });

  test("is 404 with any character changed, with a part left out, and once its time is over", async () => {
    const [{ download_url: url }, { id: otherId }] = await files();
    const missing = await follow(`/api/v1/attachments/att_${"0".repeat(27)}_0/download`);
    expect(missing.status).toBe(404);
    const link = new URL(url);
    const changed = ["account", "expires", "signature"].map((name) => {
      const copy = new URL(link);
      const value = copy.searchParams.get(name) ?? "";
      copy.searchParams.set(name, value.slice(0, -1) + (value.endsWith("0") ? "1" : "0"));
      return copy.href;
    });
    const elsewhere = url.replace(/att_[^/]+/, otherId);
    for (const wrong of [...changed, elsewhere, link.pathname, `${url}0`]) {
      const answer = await follow(wrong);
      expect([answer.status, answer.text]).toEqual([404, missing.text]);
    }
    api.clock.advance(3_601_000);
    expect((await follow(url)).text).toBe(missing.text);
  });

  test("is 404 once the content is erased, and the list is empty then", async () => {
    const [first] = await files();
    await plain(api.context.data).query("DELETE FROM contents WHERE message_id = $1", [id]);
    expect((await follow(first.download_url)).status).toBe(404);
    expect(await files()).toEqual([]);
    expect((await api.send("get", path(`/${first.id}`))).status).toBe(404);
  });
});
