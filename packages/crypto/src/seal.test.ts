import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type MasterKey, openSealer, sealedBytes, type Binding } from "./seal";
import { SealError } from "./seal-error";

const master = (id: string): MasterKey => ({ id, key: randomBytes(32) });
const BINDING: Binding = { tenant: "acc_1", message: "msg_1", field: "body" };

const first = master("m1");
const sealer = openSealer({ masterKeys: [first] });
const dataKey = sealer.newDataKey("acc_1");

function failure(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
  return "none";
}

/** How often the event loop comes round until `stop`. */
function countTurns(): { stop(): number } {
  let turns = 0;
  let timer = setImmediate(function again() {
    turns += 1;
    timer = setImmediate(again);
  });
  return {
    stop() {
      clearImmediate(timer);
      return turns;
    },
  };
}

describe("sealing", () => {
  test("opens what it sealed, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (bytes, message, field) => {
        const binding = { tenant: "acc_1", message, field };
        expect([...sealer.unseal(dataKey, binding, sealer.seal(dataKey, binding, bytes))]).toEqual([
          ...bytes,
        ]);
      }),
    );
  });

  test("takes text as UTF-8", () => {
    expect(sealer.unseal(dataKey, BINDING, sealer.seal(dataKey, BINDING, "Grüße 🎉")).toString()).toBe(
      "Grüße 🎉",
    );
  });

  test("seals megabytes", () => {
    const bytes = randomBytes(20_000_000);
    const opened = sealer.unseal(dataKey, BINDING, sealer.seal(dataKey, BINDING, bytes));
    expect(opened.equals(bytes)).toBe(true);
  });

  test("seals in pieces what opens as one, and lets others have their turn between them", async () => {
    const bytes = randomBytes(3_000_000);
    const pieces = Array.from({ length: 30 }, (_, i) => bytes.subarray(i * 100_000, (i + 1) * 100_000));
    const turns = countTurns();
    const sealed = Buffer.alloc(sealedBytes(bytes.length));
    await sealer.sealPieces(dataKey, BINDING, pieces, sealed);
    expect(turns.stop()).toBeGreaterThanOrEqual(pieces.length);
    expect(sealer.unseal(dataKey, BINDING, sealed).equals(bytes)).toBe(true);
    expect(sealed.length).toBe(sealer.seal(dataKey, BINDING, bytes).length);
  });

  test("never gives the same bytes twice, and none of the text", () => {
    const text = "a secret that is long enough to be found";
    const one = sealer.seal(dataKey, BINDING, text);
    expect(one.equals(sealer.seal(dataKey, BINDING, text))).toBe(false);
    expect(one.includes("secret")).toBe(false);
  });

  test("another process with the same master key opens it", () => {
    const sealed = sealer.seal(dataKey, BINDING, "x");
    expect(
      openSealer({ masterKeys: [first] })
        .unseal(dataKey, BINDING, sealed)
        .toString(),
    ).toBe("x");
  });

  test("fails on any flipped bit of the content", () => {
    const sealed = sealer.seal(dataKey, BINDING, "short");
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      expect(failure(() => sealer.unseal(dataKey, BINDING, flip(sealed, bit)))).not.toBe("none");
    }
  });

  test("fails on any flipped bit of the data key", () => {
    const sealed = sealer.seal(dataKey, BINDING, "short");
    for (let bit = 0; bit < dataKey.length * 8; bit += 1) {
      expect(failure(() => sealer.unseal(flip(dataKey, bit), BINDING, sealed))).not.toBe("none");
    }
  });

  test("fails on anything cut off or added", () => {
    const sealed = sealer.seal(dataKey, BINDING, "short");
    for (let length = 0; length < sealed.length; length += 1) {
      expect(failure(() => sealer.unseal(dataKey, BINDING, sealed.subarray(0, length)))).not.toBe("none");
    }
    for (let length = 0; length < dataKey.length; length += 1) {
      expect(failure(() => sealer.unseal(dataKey.subarray(0, length), BINDING, sealed))).not.toBe("none");
    }
    expect(failure(() => sealer.unseal(dataKey, BINDING, Buffer.concat([sealed, Buffer.of(0)])))).toBe(
      "tampered",
    );
  });

  test.each<[string, Binding]>([
    ["another message", { ...BINDING, message: "msg_2" }],
    ["another field", { ...BINDING, field: "attachment.0" }],
    ["another tenant", { ...BINDING, tenant: "acc_2" }],
    ["a shifted border between its parts", { ...BINDING, message: "msg_1b", field: "ody" }],
  ])("does not open in %s", (_, binding) => {
    const sealed = sealer.seal(dataKey, BINDING, "x");
    expect(failure(() => sealer.unseal(dataKey, binding, sealed))).toBe("tampered");
  });

  test("does not open under another data key of the same tenant", () => {
    const sealed = sealer.seal(dataKey, BINDING, "x");
    expect(failure(() => sealer.unseal(sealer.newDataKey("acc_1"), BINDING, sealed))).toBe("tampered");
  });

  test("refuses a data key copied to another tenant, cached or not", () => {
    const binding = { ...BINDING, tenant: "acc_2" };
    expect(failure(() => sealer.seal(dataKey, binding, "x"))).toBe("tampered");
    expect(failure(() => openSealer({ masterKeys: [first] }).seal(dataKey, binding, "x"))).toBe("tampered");
  });

  test("calls foreign bytes malformed", () => {
    expect(
      failure(() => sealer.unseal(dataKey, BINDING, Buffer.from("plain text, never sealed by anyone"))),
    ).toBe("malformed");
    expect(failure(() => sealer.seal(Buffer.from("not a data key"), BINDING, "x"))).toBe("malformed");
    expect(failure(() => sealer.masterKeyId(Buffer.alloc(0)))).toBe("malformed");
  });

  test("works with a cache too small for its tenants", () => {
    const tight = openSealer({ masterKeys: [first], cacheSize: 1 });
    const tenants = ["a", "b", "a", "b"];
    const keys = new Map(tenants.map((tenant) => [tenant, tight.newDataKey(tenant)]));
    for (const tenant of tenants) {
      const key = keys.get(tenant) ?? Buffer.alloc(0);
      const binding = { ...BINDING, tenant };
      expect(tight.unseal(key, binding, tight.seal(key, binding, tenant)).toString()).toBe(tenant);
    }
  });
});

describe("rotating the master key", () => {
  const second = master("m2");
  const rotating = openSealer({ masterKeys: [second, first] });

  test("the first key wraps, the others still unwrap", () => {
    expect(rotating.masterKeyId(dataKey)).toBe("m1");
    expect(rotating.masterKeyId(rotating.newDataKey("acc_1"))).toBe("m2");
    const sealed = sealer.seal(dataKey, BINDING, "x");
    expect(rotating.unseal(dataKey, BINDING, sealed).toString()).toBe("x");
  });

  test("what was sealed before opens under the re-wrapped key alone", () => {
    const sealed = sealer.seal(dataKey, BINDING, "x");
    const rewrapped = rotating.rewrap(dataKey, "acc_1");
    const later = openSealer({ masterKeys: [second] });
    expect(later.masterKeyId(rewrapped)).toBe("m2");
    expect(later.unseal(rewrapped, BINDING, sealed).toString()).toBe("x");
    expect(failure(() => later.unseal(dataKey, BINDING, sealed))).toBe("unknown_key");
  });

  test("a data key is re-wrapped for its own tenant only", () => {
    expect(failure(() => rotating.rewrap(dataKey, "acc_2"))).toBe("tampered");
  });

  test("another key under a known id fails", () => {
    const impostor = openSealer({ masterKeys: [master("m1")] });
    expect(failure(() => impostor.rewrap(dataKey, "acc_1"))).toBe("tampered");
  });
});

test.each<[string, MasterKey[]]>([
  ["no key", []],
  ["a short key", [{ id: "a", key: randomBytes(16) }]],
  ["two keys of one id", [master("a"), master("a")]],
  ["an empty id", [master("")]],
  ["an id with a comma", [master("a,b")]],
  ["an id of 65 characters", [master("a".repeat(65))]],
])("does not start with %s", (_, masterKeys) => {
  expect(() => openSealer({ masterKeys })).toThrow(TypeError);
});

function flip(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
