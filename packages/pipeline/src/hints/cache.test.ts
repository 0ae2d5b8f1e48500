import { describe, expect, it } from "@jest/globals";
import { openCache } from "./cache";

function open(maxEntries = 10) {
  // lru-cache takes a time of 0 for none.
  let now = 1;
  const cache = openCache<{ of: string }>({ ttlMs: 1_000, maxEntries, clock: () => new Date(now) });
  return { cache, advance: (ms: number) => void (now += ms) };
}

/** A look-up that is counted, and ends when it is told to. */
function lookUp(of: string | undefined) {
  const state = { calls: 0, finish: (): void => undefined };
  const load = () => {
    state.calls += 1;
    return new Promise<{ of: string } | undefined>((resolve) => {
      state.finish = () => resolve(of === undefined ? undefined : { of });
    });
  };
  return { state, load };
}

const found = (of: string) => () => Promise.resolve({ of });

describe("cache", () => {
  it("remembers for its time and no longer", async () => {
    const { cache, advance } = open();
    await cache.get("a", found("one"));
    advance(1_000);
    expect(await cache.get("a", found("two"))).toEqual({ of: "one" });
    advance(1);
    expect(await cache.get("a", found("two"))).toEqual({ of: "two" });
  });

  it("looks up once for askers at the same time", async () => {
    const { cache } = open();
    const { state, load } = lookUp("one");
    const both = [cache.get("a", load), cache.get("a", load)];
    state.finish();
    expect(await Promise.all(both)).toEqual([{ of: "one" }, { of: "one" }]);
    expect(state.calls).toBe(1);
  });

  it("remembers neither what was not found nor a failure", async () => {
    const { cache } = open();
    expect(await cache.get("a", () => Promise.resolve(undefined))).toBeUndefined();
    await expect(cache.get("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await cache.get("a", found("one"))).toEqual({ of: "one" });
  });

  it("forgets what it is told to, and nothing else", async () => {
    const { cache } = open();
    await cache.get("a", found("one"));
    await cache.get("b", found("two"));
    cache.forget(({ of }) => of === "one");
    expect([cache.peek("a"), cache.peek("b")]).toEqual([undefined, { of: "two" }]);
    cache.forget();
    expect(cache.peek("b")).toBeUndefined();
  });

  it("does not remember what was looked up before it was told to forget", async () => {
    const { cache } = open();
    const { state, load } = lookUp("stale");
    const asked = cache.get("a", load);
    cache.forget();
    const again = cache.get("a", found("fresh"));
    state.finish();
    expect([await asked, await again]).toEqual([{ of: "stale" }, { of: "fresh" }]);
    expect(cache.peek("a")).toEqual({ of: "fresh" });
  });

  it("holds no more than it may, and drops the oldest", async () => {
    const { cache } = open(2);
    for (const name of ["a", "b", "c"]) await cache.get(name, found(name));
    expect([cache.peek("a"), cache.peek("b"), cache.peek("c")]).toEqual([
      undefined,
      { of: "b" },
      { of: "c" },
    ]);
  });
});
