import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { SES_V2_MAX_BYTES } from "@sendex/core/accepting/message";
import { parseBody } from "./parse";

const parse = (text: string | Uint8Array, keyed = false) =>
  parseBody(typeof text === "string" ? Buffer.from(text) : text, keyed);

describe("parseBody", () => {
  test("reads any JSON as JSON.parse does", () => {
    const plain = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => !/headers|attachments|__proto__/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, (value) =>
        expect(parse(JSON.stringify(value))).toMatchObject({ body: JSON.parse(JSON.stringify(value)) }),
      ),
    );
  });

  test.each([
    ["nothing", ""],
    ["an unfinished object", '{"a":1'],
    ["text that is no JSON", "from=a@b.example"],
    ["trailing text", "{} {}"],
    ["a byte order mark in the middle", '{"a":\uFEFF1}'],
  ])("refuses %s", (_, text) => {
    expect(parse(text)).toMatchObject({ why: expect.any(String) });
  });

  test("refuses bytes that are not UTF-8", () => {
    expect(parse(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toMatchObject({
      why: expect.stringMatching("not valid UTF-8"),
    });
  });

  test("takes a byte order mark before the JSON, and fingerprints the body as without it", () => {
    expect(parse('\uFEFF{"a":1}', true)).toEqual(parse('{"a":1}', true));
    expect(parse("\uFEFF")).toMatchObject({ why: "The request body is empty." });
  });

  test("names UTF-16 for what it is", () => {
    const body = Buffer.from('\uFEFF{"a":"é"}', "utf16le");
    const why = "The body is in UTF-16. Send it in UTF-8.";
    expect(parse(body)).toMatchObject({ why });
    expect(parse(Buffer.from(body).swap16())).toMatchObject({ why });
  });

  test("does not repeat the body in what it says", () => {
    expect(JSON.stringify(parse('{"secret-canary":'))).not.toContain("canary");
  });

  test("takes the idempotency key out of the body's headers", () => {
    const parsed = parse('{"headers":{"X-Idempotency-Key":"k1","X-Other":"o"},"a":1}');
    expect(parsed).toMatchObject({ keys: ["k1"], body: { headers: { "X-Other": "o" }, a: 1 } });
  });

  test("fingerprints a body alike wherever its key stood, in whatever order and spacing it was written", () => {
    const forms = [
      '{"a":1,"b":[2]}',
      '{ "b" : [2], "a" : 1 }',
      '{"headers":{"Idempotency-Key":"k"},"a":1,"b":[2]}',
    ];
    const prints = forms
      .map((form) => parse(form, true))
      .map((parsed) => ("why" in parsed ? "" : parsed.fingerprint));
    expect(new Set(prints).size).toBe(1);
    expect(prints[0]).toHaveLength(43);
    expect(parse('{"a":1,"b":[3]}', true)).not.toMatchObject({ fingerprint: prints[0] });
  });

  test("makes no fingerprint without a key", () => {
    expect(parse('{"a":1}')).toMatchObject({ fingerprint: "" });
  });

  test("takes a file as a long array of bytes, but no other long array", () => {
    const data = Array.from({ length: 50_000 }, (_, i) => i % 256);
    const file = JSON.stringify({ attachments: [{ content: { type: "Buffer", data } }], subject: "é" });
    expect(parse(file)).toMatchObject({
      body: { attachments: [{ content: new Uint8Array(data) }], subject: "é" },
    });
    const refused = { why: expect.stringMatching(/elements/) };
    expect(parse(JSON.stringify({ metadata: { a: data } }))).toMatchObject(refused);
    expect(parse(JSON.stringify({ metadata: { data } }))).toMatchObject(refused);
    expect(
      parse(JSON.stringify({ data: Array.from({ length: 50 }, () => ({ data: data.slice(0, 900) })) })),
    ).toMatchObject(refused);
  });

  test("reads long base64 as a file where it is one, and anywhere else as JSON.parse does", () => {
    const bytes = Buffer.alloc(30_000, "file é");
    const base64 = bytes.toString("base64");
    const file = { content: base64, filename: "a.bin" };
    const message = {
      attachments: [file, { content: `${base64}!` }],
      template: { variables: { content: base64 } },
    };
    const read = {
      ...message,
      attachments: [{ ...file, content: new Uint8Array(bytes) }, message.attachments[1]],
    };
    expect(parse(JSON.stringify(message))).toMatchObject({ body: read });
    expect(parse(JSON.stringify([message, message]))).toMatchObject({ body: [read, read] });
    const escaped = JSON.stringify({ attachments: [file] }).replaceAll("/", "\\/");
    expect(parse(escaped)).toMatchObject({ body: { attachments: [read.attachments[0]] } });
    for (const content of [base64, "é".repeat(20_000)])
      expect(parse(JSON.stringify({ content }))).toEqual({ body: { content }, keys: [], fingerprint: "" });
  });

  test("fingerprints a file alike however it was written", () => {
    const bytes = Buffer.alloc(20_000, "x");
    const forms = [bytes.toString("base64"), { type: "Buffer", data: [...bytes] }].map((content) =>
      parse(JSON.stringify({ attachments: [{ content }] }), true),
    );
    expect(forms[0]).toEqual(forms[1]);
  });

  test.each(["\n", "\u0000"])("refuses long base64 with a raw %j in it, as JSON does", (raw) => {
    const content = `${"QUJD".repeat(6_000)}${raw}`;
    expect(parse(`{"attachments":[{"content":"${content}"}]}`)).toMatchObject({ slug: "bad_request" });
    expect(parse(`{"content":"${content}"}`)).toMatchObject({ slug: "bad_request" });
  });

  test("knows no mark that a caller writes", () => {
    const body = { attachments: [{ content: "\u0000file 0" }], content: "QUJD".repeat(6_000) };
    expect(parse(JSON.stringify(body))).toMatchObject({ body });
  });

  test("refuses a text that no mail could hold, but in a batch leaves it to its message", () => {
    const withHtml = (before: string, length: number, after: string) => {
      const body = Buffer.alloc(before.length + length + after.length, "x");
      body.write(before);
      body.write(after, before.length + length);
      return parse(body);
    };
    expect(withHtml('{"html":"', SES_V2_MAX_BYTES + 1, '"}')).toMatchObject({
      slug: "payload_too_large",
      why: expect.stringContaining("40 MB"),
    });
    expect(withHtml('{"html":"', SES_V2_MAX_BYTES, '"}')).not.toHaveProperty("why");
    expect(withHtml('[{"html":"', SES_V2_MAX_BYTES + 1, '"}]')).not.toHaveProperty("why");
  });

  test("leaves short arrays of bytes elsewhere as they are", () => {
    const value = { metadata: { data: [1, 2, 3] } };
    expect(parse(JSON.stringify(value))).toMatchObject({ body: value });
  });

  test("reads a file of bytes the same however long it is and however it is spaced", () => {
    const byte = fc.nat(255);
    const data = fc.oneof(
      fc.array(byte, { maxLength: 30 }),
      fc.array(byte, { minLength: 1_001, maxLength: 1_200 }),
    );
    fc.assert(
      fc.property(data, fc.nat(2), (bytes, indent) => {
        const text = JSON.stringify(
          { attachments: [{ content: { type: "Buffer", data: bytes } }] },
          null,
          indent,
        );
        expect(parse(text)).toMatchObject({ body: { attachments: [{ content: new Uint8Array(bytes) }] } });
      }),
    );
  });
});
