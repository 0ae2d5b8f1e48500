import { mkdtemp, rm, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openRawStore } from "./rawStore";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raw-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("messages are read back before and after they reached the disk, and by the next process", async () => {
  const store = await openRawStore(folder);
  const places = ["one", "two", "three"].map((text) => store.put(Buffer.from(text)));
  const read = (from: typeof store) =>
    Promise.all(places.map(async (place) => (await from.get(place))?.toString() ?? null));
  expect(await read(store)).toEqual(["one", "two", "three"]);
  await store.close();
  const next = await openRawStore(folder);
  next.put(Buffer.from("four"));
  expect(await read(next)).toEqual(["one", "two", "three"]);
  await next.close();
});

test("large mail rolls over to further segments, all readable", async () => {
  const store = await openRawStore(folder);
  const bytes = 20 * 1024 * 1024;
  const places = [];
  for (let i = 0; i < 6; i += 1) {
    places.push(store.put(Buffer.alloc(bytes, i)));
    await store.flush();
  }
  expect(new Set(places.map(({ segment }) => segment)).size).toBeGreaterThan(1);
  for (const [i, place] of places.entries()) {
    const read = await store.get(place);
    expect([read?.length, read?.[0], read?.at(-1)]).toEqual([bytes, i, i]);
  }
  await store.close();
});

test("a segment that is gone gives null", async () => {
  const store = await openRawStore(folder);
  const place = store.put(Buffer.from("one"));
  await store.close();
  await unlink(join(folder, "mail-000001.raw"));
  const next = await openRawStore(folder);
  expect(await next.get({ ...place, segment: 7 })).toBeNull();
  await next.close();
});
