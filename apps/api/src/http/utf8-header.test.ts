import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { utf8Header } from "./utf8-header";

/** As Node hands over the bytes of a header. */
const received = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

test("a header's bytes are read as UTF-8", () => {
  expect(utf8Header("Idempotency-Key", undefined)).toBeUndefined();
  const text = fc.string({ unit: "grapheme" });
  fc.assert(fc.property(text, (key) => expect(utf8Header("K", received(Buffer.from(key)))).toBe(key)));
});

test("bytes that are not UTF-8 are refused, with the header's name", () => {
  expect(() => utf8Header("Idempotency-Key", received(Buffer.from([0x63, 0xe9])))).toThrow(
    "The header Idempotency-Key is not valid UTF-8. Send it in UTF-8, or in ASCII.",
  );
});
