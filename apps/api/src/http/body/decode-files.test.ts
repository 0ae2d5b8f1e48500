import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeFiles } from "./decode-files";
import { markOf } from "./lifted";

const none = () => undefined;

describe("decodeFiles", () => {
  test("puts a file back that was lifted out of the text", () => {
    const body = { attachments: [{ content: { type: "Buffer", data: markOf(3) } }, { content: markOf(4) }] };
    decodeFiles(body, (n) => new Uint8Array([n]));
    expect(body).toEqual({
      attachments: [{ content: new Uint8Array([3]) }, { content: new Uint8Array([4]) }],
    });
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
