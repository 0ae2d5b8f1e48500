import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeHeader, headerValue, parseHeaders } from "./headers";

describe("parseHeaders", () => {
  test("unfolds lines, keeps order and repeats, stops at the empty line", () => {
    const raw = Buffer.from(
      "Received: a\r\nReceived: b\r\n\tby c\r\nSubject:no space\r\n\r\nNot: a header\r\n",
    );
    expect(parseHeaders(raw)).toEqual([
      { name: "Received", value: "a" },
      { name: "Received", value: "b by c" },
      { name: "Subject", value: "no space" },
    ]);
  });

  test("takes bare line feeds and passes over what is no field", () => {
    expect(parseHeaders(Buffer.from("From mbox\nA: 1\n\nB: 2\n"))).toEqual([{ name: "A", value: "1" }]);
  });

  test("gives back any fields it is given", () => {
    const field = fc.record({
      name: fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,15}$/),
      value: fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/),
    });
    fc.assert(
      fc.property(fc.array(field), fc.string(), (fields, body) => {
        const head = fields.map(({ name, value }) => `${name}: ${value}\r\n`).join("");
        expect(parseHeaders(Buffer.from(`${head}\r\n${body}`))).toEqual(fields);
      }),
    );
  });
});

test("a header is found whatever its case", () => {
  expect(headerValue([{ name: "SUBJECT", value: "x" }], "Subject")).toBe("x");
});

test("encoded words are decoded", () => {
  expect(decodeHeader("=?UTF-8?Q?Gr=C3=BC=C3=9Fe?= to you")).toBe("Grüße to you");
});
