import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { MAX_IMAGE_BYTES } from "@sendex/core/images/image";
import type { ImageStore } from "@sendex/core/ports";
import { plain } from "@sendex/data/database/pools";
import { eraseAccount } from "@sendex/pipeline/content/erase-account";
import { exportAccount } from "@sendex/pipeline/content/export";
import { removeErased } from "@sendex/pipeline/content/remove-erased";
import { removeLeftObjects } from "@sendex/pipeline/images/store";
import { seedAccount } from "@sendex/testing/accounts";
import request from "supertest";
import { openTestApi, type TestApi } from "./api";

const HOUR_MS = 3_600_000;

/** A store in memory that can be away. */
function openStore() {
  const objects = new Map<string, Buffer>();
  const state = { down: false };
  const whenUp = async <T>(act: () => T): Promise<T> => {
    if (state.down) throw new Error("the store is away");
    return act();
  };
  const port: ImageStore = {
    put: (key, { bytes }) => whenUp(() => void objects.set(key, Buffer.from(bytes))),
    get: (key) => whenUp(() => objects.get(key)),
    remove: (key) => whenUp(() => void objects.delete(key)),
  };
  return { objects, state, port };
}

describe("images in a store beside the database", () => {
  let api: TestApi;
  let store: ReturnType<typeof openStore>;
  beforeAll(async () => {
    api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await plain(api.context.data).query("TRUNCATE images, image_removals");
    store = openStore();
    api.context.ports.imageStore = store.port;
  });

  let count = 0;
  const gif = () => Buffer.from(`GIF89a\x2c\x01\x0a\x00${(count += 1)}`, "latin1");
  const upload = (bytes: Buffer, key = api.tenant.keys.full) =>
    request(api.app)
      .post("/api/v1/images")
      .set("Authorization", `Bearer ${key}`)
      .attach("file", bytes, "a.gif");
  const shown = async ({ url }: { url: string }) => request(api.app).get(new URL(url).pathname);
  const query = async (text: string) =>
    (await plain(api.context.data).query<Record<string, unknown>>(text)).rows;
  const removals = async () => (await query("SELECT key FROM image_removals")).map(({ key }) => key);
  const keyOf = ({ id }: { id: string }) => `${api.tenant.accountId}/${id}`;

  test("are stored there, once, and shown from there", async () => {
    const bytes = gif();
    const { status, body } = await upload(bytes);
    expect(status).toBe(201);
    expect([...store.objects]).toEqual([[keyOf(body), bytes]]);
    expect(await query("SELECT bytes FROM images")).toEqual([{ bytes: null }]);
    const again = await upload(bytes);
    expect([again.status, again.body]).toEqual([200, body]);
    expect(store.objects.size).toBe(1);
    const image = await shown(body);
    expect([image.status, Buffer.compare(image.body as Buffer, bytes)]).toEqual([200, 0]);
    expect(await removals()).toEqual([]);
  });

  test("that were there before stay where they were", async () => {
    delete api.context.ports.imageStore;
    const bytes = gif();
    const { body } = await upload(bytes);
    api.context.ports.imageStore = store.port;
    expect(((await shown(body)).body as Buffer).equals(bytes)).toBe(true);
    expect((await upload(bytes)).status).toBe(200);
    await api.send("delete", `/api/v1/images/${body.id}`);
    expect(await removals()).toEqual([]);
  });

  test("are refused where the store does not take them, and nothing is left", async () => {
    store.state.down = true;
    const { status, body } = await upload(gif());
    expect([status, body.error?.type ?? body.name]).toEqual([502, expect.any(String)]);
    expect(await query("SELECT id FROM images")).toEqual([]);
    store.state.down = false;
    api.clock.advance(HOUR_MS);
    expect(await removeLeftObjects(api.context)).toBe(1);
    expect(await removals()).toEqual([]);
  });

  test("cannot be shown while the store is away, which nobody keeps", async () => {
    const { body } = await upload(gif());
    store.state.down = true;
    const away = await shown(body);
    expect([away.status, away.headers["retry-after"]]).toEqual([503, "5"]);
    expect(away.headers["cache-control"] ?? "").not.toContain("immutable");
    delete api.context.ports.imageStore;
    expect((await shown(body)).status).toBe(503);
  });

  test("go from the store once they are removed, and are tried again where it is away", async () => {
    const { body } = await upload(gif());
    await api.send("delete", `/api/v1/images/${body.id}`);
    expect((await shown(body)).status).toBe(404);
    store.state.down = true;
    expect(await removeLeftObjects(api.context)).toBe(0);
    expect(store.objects.size).toBe(1);
    store.state.down = false;
    expect(await removeLeftObjects(api.context)).toBe(0);
    api.clock.advance(HOUR_MS);
    expect(await removeLeftObjects(api.context)).toBe(1);
    expect([store.objects.size, await removals()]).toEqual([0, []]);
  });

  test("whose upload died after the store took it are removed an hour later, and not before", async () => {
    const { body } = await upload(gif());
    // As it would be, had the process ended between the store's answer and its own commit.
    await query("DELETE FROM images");
    await query("UPDATE image_removals SET due_at = now() + interval '100 years'");
    const kept = await upload(gif());
    expect(await removeLeftObjects(api.context)).toBe(0);
    await query("UPDATE image_removals SET due_at = '-infinity'");
    expect(await removeLeftObjects(api.context)).toBe(1);
    expect([...store.objects.keys()]).toEqual([keyOf(kept.body)]);
    expect(body.id).not.toBe(kept.body.id);
  });

  test("of more than an account may have are not kept in the store either", async () => {
    await query(`INSERT INTO images (account_id, id, token, name, content_type, size, sha256, width, height, created_at)
      SELECT '${api.tenant.accountId}', 'img_' || n, 'full' || n, 'a', 'image/gif', ${MAX_IMAGE_BYTES}, decode(lpad(n::text, 64, '0'), 'hex'), 1, 1, now()
      FROM generate_series(1, 100) n`);
    expect((await upload(gif())).status).toBe(400);
    expect(store.objects.size).toBe(1);
    expect(await removeLeftObjects(api.context)).toBe(1);
    expect(store.objects.size).toBe(0);
  });

  test("are in the account's export, and go with its erasure", async () => {
    const account = await seedAccount(api.context);
    const bytes = gif();
    expect((await upload(bytes, account.keys.full)).status).toBe(201);
    const lines = [];
    for await (const line of exportAccount(api.context, account.accountId, "cli:test")) lines.push(line);
    const [image] = lines.filter(({ type }) => type === "image");
    expect(image?.["content"]).toBe(bytes.toString("base64"));
    await eraseAccount(api.context, account.accountId, "cli:test");
    api.clock.advance(2 * 60_000);
    await removeErased(api.context);
    expect(await removeLeftObjects(api.context)).toBe(1);
    expect(store.objects.size).toBe(0);
  });
});
