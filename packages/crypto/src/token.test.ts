import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { hashApiKey, idFloor, idTime, isId, newApiKey, newId, readApiKey, sameBytes } from "./token";

const NOW = new Date("2026-03-05T12:00:00.000Z");
const times = fc.date({ min: new Date(0), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true });

describe("ids", () => {
  test("are a prefix and 27 characters that anyone can read out", () => {
    expect(newId("msg", NOW)).toMatch(/^msg_[0-9a-hjkmnp-tv-z]{27}$/);
  });

  test("hold their time", () => {
    fc.assert(fc.property(times, (at) => expect(idTime(newId("evt", at))).toEqual(at)));
  });

  test("sort by time, byte by byte", () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        fc.pre(a.getTime() !== b.getTime());
        expect(newId("msg", a) < newId("msg", b)).toBe(a < b);
      }),
    );
  });

  test("never share their random part", () => {
    const parts = Array.from({ length: 50_000 }, () => newId("msg", NOW).slice(-14));
    expect(new Set(parts).size).toBe(parts.length);
  });

  test("use every character in every random place", () => {
    const ids = Array.from({ length: 5000 }, () => newId("msg", NOW));
    for (let place = 17; place < 31; place += 1) {
      expect(new Set(ids.map((id) => id.charAt(place))).size).toBe(32);
    }
  });

  test("cost little", () => {
    const started = performance.now();
    for (let i = 0; i < 100_000; i += 1) newId("msg", new Date(NOW.getTime() + i));
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test.each([new Date(Number.NaN), new Date(-1), new Date(8.64e15)])("cannot hold the time %#", (time) => {
    expect(() => newId("msg", time)).toThrow(RangeError);
    expect(() => idFloor("msg", time)).toThrow(RangeError);
  });
});

describe("ids of one process", () => {
  let fresh: typeof newId;
  beforeEach(() => {
    jest.isolateModules(() => {
      fresh = jest.requireActual<{ newId: typeof newId }>("./token").newId;
    });
  });

  test("ascend within a millisecond, also when it holds more than its sequence", () => {
    const ids = Array.from({ length: 100_000 }, () => fresh("msg", NOW));
    expect(ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? ""))).toBe(true);
    expect(idTime(ids[30_000] ?? "")).toEqual(NOW);
    expect(idTime(ids.at(-1) ?? "")).toEqual(new Date(NOW.getTime() + 3));
  });

  test("ascend over any steps of a clock that does not go back", () => {
    const steps = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 9_000 })), { maxLength: 20 });
    let ms = NOW.getTime();
    let last = "";
    fc.assert(
      fc.property(steps, (moves) => {
        for (const [step, count] of moves) {
          ms += step;
          for (let i = 0; i < count; i += 1) {
            const id = fresh("msg", new Date(ms));
            if (id <= last) throw new Error(`${id} does not follow ${last}`);
            last = id;
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test("follow a clock that goes back", () => {
    fresh("msg", NOW);
    const earlier = new Date(NOW.getTime() - 5000);
    expect(idTime(fresh("msg", earlier))).toEqual(earlier);
  });
});

describe("idFloor", () => {
  test("is an id of its millisecond, and no id of it sorts before it", () => {
    fc.assert(
      fc.property(times, (at) => {
        const floor = idFloor("msg", at);
        expect(isId("msg", floor)).toBe(true);
        expect(idTime(floor)).toEqual(at);
        expect(floor <= newId("msg", at)).toBe(true);
      }),
    );
    expect(newId("msg", NOW) < idFloor("msg", new Date(NOW.getTime() + 1))).toBe(true);
  });
});

describe("isId", () => {
  const id = newId("msg", NOW);

  test("knows an id of its prefix from all else", () => {
    expect(isId("msg", id)).toBe(true);
    const others = [
      "",
      "msg_",
      id.slice(0, -1),
      `${id}0`,
      id.toUpperCase(),
      `${id.slice(0, -1)}u`,
      `${id.slice(0, -1)}\n`,
    ];
    for (const text of others) expect(isId("msg", text)).toBe(false);
    expect(isId("evt", id)).toBe(false);
  });

  test.each(["", "msg", "msg_abc", "_", id.slice(4)])("and %j has no time", (text) => {
    expect(() => idTime(text)).toThrow(RangeError);
  });
});

describe("API keys", () => {
  test.each(["live", "test"] as const)(
    "of mode %s are 48 characters after their prefix, and known again",
    (mode) => {
      const key = newApiKey(mode);
      expect(key).toMatch(new RegExp(`^sk_${mode}_[0-9A-Za-z]{48}$`));
      expect(readApiKey(key)).toEqual({ mode });
    },
  );

  test("are never the same, and use every character about as often as any other", () => {
    const keys = Array.from({ length: 2000 }, () => newApiKey("live"));
    expect(new Set(keys).size).toBe(keys.length);
    const counts = new Map<string, number>();
    for (const character of keys.map((key) => key.slice(8, 50)).join("")) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    const expected = (2000 * 42) / 62;
    expect(counts.size).toBe(62);
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected / 4);
  });

  test("with any one character mistyped are not keys", () => {
    const key = newApiKey("live");
    for (let i = 0; i < key.length; i += 1) {
      const other = key.charAt(i) === "x" ? "y" : "x";
      expect(readApiKey(key.slice(0, i) + other + key.slice(i + 1))).toBeUndefined();
    }
  });

  test("moved to the other mode are not keys", () => {
    expect(readApiKey(newApiKey("test").replace("sk_test_", "sk_live_"))).toBeUndefined();
  });

  test.each(["", "sk_live_", `sk_live_${"a".repeat(48)}`, `sk_prod_${"a".repeat(48)}`])(
    "%j is none",
    (text) => {
      expect(readApiKey(text)).toBeUndefined();
      expect(readApiKey(`${newApiKey("live")}\n`)).toBeUndefined();
    },
  );

  test("are stored as their HMAC under the pepper", () => {
    const key = newApiKey("live");
    expect(hashApiKey(key, "pepper")).toEqual(createHmac("sha256", "pepper").update(key).digest());
    expect(hashApiKey(key, "pepper")).not.toEqual(hashApiKey(key, "salt"));
  });
});

test("sameBytes compares bytes of any length", () => {
  expect(sameBytes(Buffer.from("ab"), new Uint8Array([97, 98]))).toBe(true);
  expect(sameBytes(Buffer.from("ab"), Buffer.from("ac"))).toBe(false);
  expect(sameBytes(Buffer.from("ab"), Buffer.from("abc"))).toBe(false);
});
