import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bitString, integer, objectId, sequence, utcTime } from "./der";

describe("DER", () => {
  test.each([
    [0, "020100"],
    [127, "02017f"],
    [128, "02020080"],
    [256, "02020100"],
  ])("integer %i", (value, hex) => {
    expect(integer(value).toString("hex")).toBe(hex);
  });

  test("integers keep their value and stay positive", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const [, length = 0, first = 0] = integer(value);
        const content = integer(value).subarray(2);
        expect(content).toHaveLength(length);
        expect(BigInt(`0x${content.toString("hex")}`)).toBe(BigInt(value));
        expect(first).toBeLessThan(0x80);
      }),
    );
  });

  test("object identifiers of several bytes", () => {
    expect(objectId([1, 2, 840, 113549]).toString("hex")).toBe("06062a864886f70d");
  });

  test("lengths from 128 up take more bytes", () => {
    expect(sequence(Buffer.alloc(127)).subarray(0, 2).toString("hex")).toBe("307f");
    expect(sequence(Buffer.alloc(128)).subarray(0, 3).toString("hex")).toBe("308180");
    expect(bitString(Buffer.alloc(299)).subarray(0, 5).toString("hex")).toBe("0382012c00");
  });

  test("times have two digits for the year", () => {
    expect(
      utcTime(Date.UTC(2026, 0, 2, 3, 4, 5))
        .subarray(2)
        .toString(),
    ).toBe("260102030405Z");
  });
});
