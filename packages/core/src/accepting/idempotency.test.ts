import { describe, expect, test } from "@jest/globals";
import { decideReplay, readIdempotencyKey } from "./idempotency";

describe("readIdempotencyKey", () => {
  test("finds no key where there is none", () => {
    expect(readIdempotencyKey([])).toEqual({});
    expect(readIdempotencyKey([undefined, undefined])).toEqual({});
  });

  test("takes the same key from any number of places", () => {
    expect(readIdempotencyKey([undefined, "k", "k"])).toEqual({ key: "k" });
  });

  test("takes one key for the same whatever its Unicode form, and the white space around it", () => {
    expect(readIdempotencyKey(["caf\u00e9", "cafe\u0301", " caf\u00e9\t"])).toEqual({ key: "caf\u00e9" });
    // 512 UTF-16 units as written, 256 once composed.
    expect(readIdempotencyKey(["e\u0301".repeat(256)])).toEqual({ key: "\u00e9".repeat(256) });
  });

  test.each([
    ["differing keys", ["a", "b"], "conflict"],
    ["an empty and a real key", ["", "b"], "conflict"],
    ["an empty key", [""], "required"],
    ["a blank key", ["  "], "required"],
    ["257 characters", ["k".repeat(257)], "too_long"],
    ["a line break", ["a\nb"], "format"],
    ["a NUL", ["a\0"], "format"],
    ["half a surrogate pair", ["a\ud83d"], "format"],
  ])("refuses %s", (_, candidates, code) => {
    expect(readIdempotencyKey(candidates)).toMatchObject({ error: { field: "Idempotency-Key", code } });
  });

  test("takes 256 characters of any script", () => {
    expect(readIdempotencyKey(["注".repeat(256)])).toEqual({ key: "注".repeat(256) });
  });
});

describe("decideReplay", () => {
  test.each(["sendex", "sendarix"] as const)(
    "on %s a new key is new, and the same body a replay",
    (dialect) => {
      expect(decideReplay(undefined, "f", dialect)).toBe("new");
      expect(decideReplay({ fingerprint: "f" }, "f", dialect)).toBe("replay");
    },
  );

  test("another body is a conflict on Sendex and a replay on Sendarix", () => {
    expect(decideReplay({ fingerprint: "f" }, "g", "sendex")).toBe("conflict");
    expect(decideReplay({ fingerprint: "f" }, "g", "sendarix")).toBe("replay");
  });
});
