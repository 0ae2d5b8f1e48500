import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeBase64, decodeBase64At } from "./base64";

describe("decodeBase64", () => {
  test("gives back any bytes, with or without padding and line breaks", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        const wrapped = text.replace(/.{76}/g, "$&\r\n");
        for (const form of [text, text.replace(/=+$/, ""), wrapped]) {
          expect([...(decodeBase64(form) ?? [])]).toEqual([...bytes]);
        }
      }),
    );
  });

  test.each([
    "%%%%",
    "abc$",
    "ab c",
    "a",
    "abcde",
    "ab=c",
    "abc==",
    "====",
    "_-_-",
    "data:text/plain;base64,aGk=",
    "aGk=aGk=",
    "aGk\u0000",
  ])("refuses %j", (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  test("refuses any text with a character outside the alphabet", () => {
    fc.assert(
      fc.property(
        fc.base64String(),
        fc.nat(),
        fc.constantFrom("-", "_", "!", " ", "é", "\t", "."),
        (text, at, wrong) => {
          const place = text.length === 0 ? 0 : at % text.length;
          expect(decodeBase64(text.slice(0, place) + wrong + text.slice(place))).toBeUndefined();
        },
      ),
    );
  });

  test("gives each file memory of its own, so that it can be handed to another thread", () => {
    const bytes = decodeBase64("aGVsbG8=");
    expect(bytes?.buffer.byteLength).toBe(5);
  });
});

describe("decodeBase64At", () => {
  const at = (text: string) => {
    const bytes = Buffer.from(`xx${text}xxx`, "utf8");
    return decodeBase64At(bytes, 2, bytes.length - 3);
  };

  test("decodes what decodeBase64 does, and refuses what it refuses, of any length", () => {
    const digit = fc.constantFrom("A", "b", "9", "+", "/");
    const text = fc.oneof(
      fc.base64String({ maxLength: 40 }),
      fc.array(digit, { maxLength: 20 }).map((digits) => digits.join("")),
      fc.string({ maxLength: 20 }).filter((any) => !/[\r\n]/.test(any)),
      fc
        .tuple(fc.nat(6), fc.constantFrom("", "=", "==", "-", "é", "A=A="))
        .map(([more, end]) => "QUJD".repeat(64 * 256) + "A".repeat(more) + end),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(at(any)).toEqual(decodeBase64(any));
      }),
    );
  });

  test("gives each file memory of its own", () => {
    expect(at("aGVsbG8=")?.buffer.byteLength).toBe(5);
  });
});
