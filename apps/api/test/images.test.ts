import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { MAX_IMAGE_BYTES, MAX_IMAGES_BYTES } from "@sendex/core/images/image";
import { plain } from "@sendex/data/database/pools";
import { exportAccount } from "@sendex/pipeline/content/export";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import request from "supertest";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
});
afterAll(() => api.close());

let count = 0;
/** No two are the same, unless they are told to be. */
function gif(text = `${(count += 1)}`): Buffer {
  return Buffer.from(`GIF89a\x2c\x01\x0a\x00${text}`, "latin1");
}

function upload(bytes: Buffer, { name = "Größe 1.GIF", as = api.tenant, fields = {} }: Upload = {}) {
  const call = request(api.app).post("/api/v1/images").set("Authorization", `Bearer ${as.keys.full}`);
  return call.field(fields).attach("file", bytes, name);
}
interface Upload {
  name?: string;
  as?: SeededAccount;
  fields?: Record<string, string>;
}

const pathOf = ({ url }: { url: string }) => new URL(url).pathname;
const follow = (path: string, headers: Record<string, string> = {}) =>
  request(api.app).get(path).set(headers);

describe("an upload", () => {
  test("is told by its bytes, not by its name, and comes back as it was", async () => {
    const bytes = gif();
    const { status, body } = await upload(bytes, { name: "Größe 1.png" });
    expect(status).toBe(201);
    expect(body).toEqual({
      ...{
        object: "image",
        id: expect.stringMatching(/^img_/),
        name: "Größe 1.png",
        content_type: "image/gif",
      },
      ...{ size: bytes.length, width: 300, height: 10, created_at: api.clock.now().toISOString() },
      url: expect.stringMatching(/^https?:\/\/[^/]+\/images\/[0-9A-Za-z]{48}\/gro-e-1\.gif$/),
    });
    const shown = await follow(pathOf(body));
    expect([shown.status, Buffer.compare(shown.body as Buffer, bytes)]).toEqual([200, 0]);
    expect((await api.send("get", `/api/v1/images/${body.id}`)).body).toEqual(body);
  });

  test("of the same bytes is the same image; another account has its own", async () => {
    const bytes = gif();
    const first = await upload(bytes);
    const again = await upload(bytes, { name: "other.gif" });
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await upload(bytes, { as: await seedAccount(api.context) });
    expect(other.status).toBe(201);
    expect(other.body.url).not.toBe(first.body.url);
  });

  test("at the same time is one image", async () => {
    const bytes = gif();
    const answers = await Promise.all([1, 2, 3].map(() => upload(bytes)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test.each([
    ["an SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["HTML that is called an image", Buffer.from("<script>alert(1)</script>")],
    ["what has too many pixels", Buffer.from("GIF89a\xff\xff\x01\x00", "latin1")],
  ])("of %s is refused by its field", async (_, bytes) => {
    const { status, body } = await upload(bytes, { name: "a.png" });
    expect([status, body.errors]).toMatchObject([400, [{ field: "file", code: "format" }]]);
  });

  test("of more than 2 MB is refused", async () => {
    const { status } = await upload(Buffer.concat([gif(), Buffer.alloc(MAX_IMAGE_BYTES)]));
    expect(status).toBe(413);
  });

  test("is refused where all images together would be too large, and then nothing is kept", async () => {
    const tenant = await seedAccount(api.context);
    const { body } = await upload(gif(), { as: tenant });
    await plain(api.context.data).query("UPDATE images SET size = $1 WHERE id = $2", [
      MAX_IMAGES_BYTES - 5,
      body.id,
    ]);
    const refused = await upload(gif(), { as: tenant });
    expect([refused.status, refused.body.message]).toEqual([
      400,
      "The images of an account have at most 200 MB.",
    ]);
    const { body: list } = await api.send("get", "/api/v1/images", { key: tenant.keys.full });
    expect([list.data.length, list.bytes]).toEqual([1, MAX_IMAGES_BYTES - 5]);
  });

  test("may be given a name", async () => {
    const { body } = await upload(gif(), { fields: { name: "Our logo" } });
    expect([body.name, body.url]).toEqual(["Our logo", expect.stringMatching(/\/our-logo\.gif$/)]);
  });
});

describe("an image's address", () => {
  test("is kept by caches for ever, runs nothing and is not sent twice", async () => {
    const path = pathOf((await upload(gif())).body);
    const { headers } = await follow(path);
    expect(headers).toMatchObject({
      "content-type": "image/gif",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'",
      "cross-origin-resource-policy": "cross-origin",
    });
    const tag = String(headers["etag"]);
    const known = await follow(path, { "If-None-Match": `"x", W/${tag}` });
    expect([known.status, known.headers["etag"], known.text ?? ""]).toEqual([304, tag, ""]);
    expect((await follow(path, { "If-None-Match": '"x"' })).status).toBe(200);
  });

  test("is one: with another name, or another token, there is nothing, and who guesses is limited", async () => {
    const path = pathOf((await upload(gif())).body);
    const [, , token = ""] = path.split("/");
    const guesses = [
      `/images/${token}/other.gif`,
      path.replace(token, `${token.slice(1)}0`),
      "/images/x/a.gif",
    ];
    for (const guess of guesses) expect((await follow(guess)).status).toBe(404);
    for (let left = 300; left > 0; left -= 1) if ((await follow("/images/x/a.gif")).status === 429) break;
    expect((await follow("/images/x/a.gif")).status).toBe(429);
    expect((await follow(path)).status).toBe(200);
  });

  test("leads nowhere once the image is removed", async () => {
    api.clock.advance(60_000);
    const { body } = await upload(gif());
    const removed = await api.send("delete", `/api/v1/images/${body.id}`);
    expect([removed.status, removed.body]).toEqual([200, { object: "image", id: body.id, deleted: true }]);
    expect((await follow(pathOf(body))).status).toBe(404);
    expect((await api.send("delete", `/api/v1/images/${body.id}`)).status).toBe(404);
  });
});

describe("an account's images", () => {
  test("are listed newest first, page by page, with the bytes of all", async () => {
    const { keys, ...tenant } = await seedAccount(api.context);
    const made: string[] = [];
    for (let i = 0; i < 3; i += 1)
      made.unshift((await upload(gif(`n${i}`), { as: { keys, ...tenant } })).body.id);
    const page = await api.send("get", "/api/v1/images?limit=2", { key: keys.full });
    expect(page.body).toMatchObject({
      has_more: true,
      bytes: 3 * 12,
      data: [{ id: made[0] }, { id: made[1] }],
    });
    const rest = await api.send("get", `/api/v1/images?after=${made[1]}`, { key: keys.full });
    expect(rest.body).toMatchObject({ has_more: false, data: [{ id: made[2] }] });
  });

  test("go with its export, bytes and all", async () => {
    const tenant = await seedAccount(api.context);
    const bytes = gif();
    await upload(bytes, { as: tenant });
    const lines: object[] = [];
    for await (const line of exportAccount(api.context, tenant.accountId, "a test")) lines.push(line);
    expect(lines).toContainEqual(
      expect.objectContaining({ type: "image", width: 300, content: bytes.toString("base64") }),
    );
  });
});
