import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeBase64, decodeFiles, liftedFile } from "./decode-files";

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

const none = () => undefined;

describe("decodeFiles", () => {
  test("puts a file back that was lifted out of the text", () => {
    const body = { attachments: [{ content: { type: "Buffer", data: liftedFile(3) } }] };
    decodeFiles(body, (n) => new Uint8Array([n]));
    expect(body).toEqual({ attachments: [{ content: new Uint8Array([3]) }] });
  });

  test("decodes base64 and the JSON form of a Buffer, in a message and in each of a batch", () => {
    const message = (): object => ({
      attachments: [{ content: "aGk=" }, { content: { type: "Buffer", data: [104, 105] } }],
    });
    const one = message();
    const batch = [message(), message()];
    decodeFiles(one, none);
    decodeFiles(batch, none);
    const hi = new Uint8Array([104, 105]);
    for (const decoded of [one, ...batch]) {
      expect(decoded).toEqual({ attachments: [{ content: hi }, { content: hi }] });
    }
  });

  test.each([
    "not base64!",
    5,
    null,
    { type: "Buffer", data: [256] },
    { type: "Buffer", data: [1.5] },
    { type: "Buffer", data: ["1"] },
    { type: "Buffer" },
    { type: "Other", data: [1] },
  ])("leaves what is no file as it is: %j", (content) => {
    const body = { attachments: [{ content }] };
    decodeFiles(body, none);
    expect(body).toEqual({ attachments: [{ content }] });
  });

  test("does not mind a body of any other shape", () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => decodeFiles(body, none)));
    fc.assert(fc.property(fc.jsonValue(), (files) => decodeFiles({ attachments: files }, none)));
  });
});
