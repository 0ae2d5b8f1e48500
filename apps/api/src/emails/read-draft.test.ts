import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Filling } from "@sendex/pipeline/templates/fill";
import { readEmail } from "./read-draft";

const now = new Date("2026-03-05T12:00:00Z");
const email = { from: "Me <me@acme.example>", to: "you@x.example", subject: "Hi", text: "Hello" };
const ACCOUNT = { defaultFrom: null, timeZone: "UTC" };
const read = (body: unknown) => readEmail(structuredClone(body), now, ACCOUNT);

function errorsOf(body: unknown): Record<string, string> {
  const reading = read(body);
  return "errors" in reading
    ? Object.fromEntries(reading.errors.map(({ field, code }) => [field, code]))
    : {};
}

describe("an email of the Sendex surface", () => {
  test("becomes a draft with every field it may have", () => {
    const reading = read({
      ...email,
      to: ["you@x.example", "Two <two@x.example>"],
      cc: "c@x.example",
      bcc: ["b@x.example"],
      reply_to: "r@x.example",
      html: "<p>Hello</p>",
      headers: { "X-Entity": "1" },
      attachments: [
        { filename: "a.txt", content: new Uint8Array([1]), content_type: "text/plain", content_id: "one" },
      ],
      tags: [{ name: "kind", value: "test" }],
      metadata: { order: 7, nested: { a: [1] } },
      priority: "critical",
      scheduled_at: "2026-03-06T12:00:00Z",
    });
    expect(reading).toMatchObject({
      draft: {
        from: { name: "Me", address: "me@acme.example" },
        to: [{ address: "you@x.example" }, { name: "Two", address: "two@x.example" }],
        cc: [{ address: "c@x.example" }],
        bcc: [{ address: "b@x.example" }],
        replyTo: [{ address: "r@x.example" }],
        subject: "Hi",
        text: "Hello",
        html: "<p>Hello</p>",
        headers: { "X-Entity": "1" },
        attachments: [
          { filename: "a.txt", content: new Uint8Array([1]), contentType: "text/plain", contentId: "one" },
        ],
        tags: [{ name: "kind", value: "test" }],
        metadata: { order: 7, nested: { a: [1] } },
        priority: "critical",
        scheduledAt: new Date("2026-03-06T12:00:00Z"),
      },
    });
  });

  test("that gives nothing is told what is required, in the seed's words", () => {
    const reading = read({});
    const message = "from, to, subject, and text or html are required.";
    expect("errors" in reading && reading.errors.map(({ field }) => field)).toEqual([
      "from",
      "to",
      "subject",
      "text",
    ]);
    expect("errors" in reading && reading.errors[0]?.message).toBe(message);
  });

  test("counts null and an empty recipient as absent", () => {
    expect(read({ ...email, html: null, cc: null, priority: null })).toHaveProperty("draft");
    expect(errorsOf({ ...email, to: "" })).toEqual({ to: "required" });
    expect(errorsOf({ ...email, to: null })).toEqual({ to: "required" });
    expect(errorsOf({ ...email, to: [] })).toEqual({ to: "required" });
  });

  test.each([
    [{ from: 5 }, { from: "type" }],
    [{ from: ["a@b.example"] }, { from: "type" }],
    [{ to: 5 }, { to: "type" }],
    [{ to: [5] }, { "to[0]": "type" }],
    [{ to: ["a@b.example", null] }, { "to[1]": "type" }],
    [{ to: [{ email: "a@b.example" }] }, { "to[0]": "type" }],
    [{ subject: {} }, { subject: "type" }],
    [{ text: ["a"] }, { text: "type" }],
    [{ headers: [] }, { headers: "type" }],
    [{ headers: { "X-A": 1 } }, { "headers.X-A": "type" }],
    [{ tags: {} }, { tags: "type" }],
    [{ tags: ["a"] }, { "tags[0]": "type" }],
    [{ tags: [{ name: "a" }] }, { "tags[0].value": "required" }],
    [{ tags: [{ name: "a", value: "b", x: 1 }] }, { "tags[0].x": "unknown" }],
    [{ metadata: "a" }, { metadata: "type" }],
    [{ metadata: [] }, { metadata: "type" }],
    [{ priority: "urgent" }, { priority: "format" }],
    [{ scheduled_at: 5 }, { scheduled_at: "type" }],
    [{ scheduled_at: "soon" }, { scheduled_at: "format" }],
    [{ attachments: "a" }, { attachments: "type" }],
    [{ attachments: ["a"] }, { "attachments[0]": "type" }],
    [{ attachments: [{ filename: "a.txt" }] }, { "attachments[0].content": "required" }],
    [{ attachments: [{ content: "not base64!" }] }, { "attachments[0].content": "format" }],
    [{ attachments: [{ path: "" }] }, { "attachments[0].path": "required" }],
    [{ attachments: [{ path: "https://x.example/a.exe" }] }, { "attachments[0].path": "blocked_extension" }],
    [
      { attachments: [{ path: "https://x.example/a", content: new Uint8Array(1) }] },
      { "attachments[0]": "conflict" },
    ],
    [{ attachments: [{ content: new Uint8Array(1), filename: 5 }] }, { "attachments[0].filename": "type" }],
    [
      { attachments: [{ content: new Uint8Array(1), filename: "a.exe" }] },
      { "attachments[0].filename": "blocked_extension" },
    ],
    [{ template_data: 5 }, { template_data: "type" }],
    [{ recipient: "a@b.example" }, { recipient: "unknown" }],
    [{ topic_id: "top_1" }, { topic_id: "format" }],
    [{ "": 1 }, { "": "unknown" }],
  ])("with %j has exactly the errors %j", (change, errors) => {
    expect(errorsOf({ ...email, ...change })).toEqual(errors);
  });

  const filled = {
    id: "tpl_1",
    version: 2,
    subject: "Code",
    html: "<p>",
    from: "T <t@acme.example>",
    replyTo: ["r@acme.example"],
  };
  const readWith = (body: unknown, filling: Filling) =>
    readEmail(structuredClone(body), now, ACCOUNT, filling);

  test("takes from its template what it does not say itself", () => {
    expect(readWith({ to: "you@x.example", template: "code" }, { filled })).toMatchObject({
      draft: {
        subject: "Code",
        html: "<p>",
        from: { address: "t@acme.example", name: "T" },
        replyTo: [{ address: "r@acme.example" }],
        template: { id: "tpl_1", version: 2 },
      },
    });
    const own = { from: "me@acme.example", subject: "Mine", reply_to: "me@acme.example" };
    expect(readWith({ ...own, to: "you@x.example", template: { id: "code" } }, { filled })).toMatchObject({
      draft: {
        subject: "Mine",
        from: { address: "me@acme.example" },
        replyTo: [{ address: "me@acme.example" }],
      },
    });
  });

  test("says what is wrong with its template, and nothing that the template would have brought", () => {
    const error = { field: "template", code: "unknown", message: "None." };
    expect(readWith({ to: "you@x.example", template: "x" }, { errors: [error] })).toMatchObject({
      errors: [error],
    });
    expect(errorsOf({ to: "you@x.example", template: 5 })).toEqual({ template: "type" });
    expect(errorsOf({ to: "you@x.example", template: { variables: {} } })).toEqual({
      "template.id": "required",
    });
  });

  test("has no body of its own beside a template, and values only once", () => {
    const reading = readWith(
      { ...email, html: "<p>", template: { id: "x", variables: {} }, template_data: {} },
      { filled },
    );
    expect("errors" in reading && reading.errors.map(({ field, code }) => [field, code])).toEqual([
      ["text", "conflict"],
      ["html", "conflict"],
      ["template_data", "conflict"],
    ]);
  });

  test("reports errors of shape and of meaning together, each place once", () => {
    expect(
      errorsOf({
        from: "no address",
        to: ["also no address", 5, "ok@x.example"],
        subject: 5,
        text: "t",
        foo: 1,
        bcc: "@",
      }),
    ).toEqual({
      from: "format",
      "to[0]": "format",
      "to[1]": "type",
      subject: "type",
      foo: "unknown",
      bcc: "format",
    });
  });

  test("may use the camelCase names of old SDKs, and errors use them too", () => {
    const file = {
      content: new Uint8Array([1]),
      filename: "a.txt",
      contentType: "text/plain",
      contentId: "x",
    };
    expect(
      read({ ...email, replyTo: "r@x.example", scheduledAt: "2026-03-06T12:00:00Z", attachments: [file] }),
    ).toMatchObject({
      draft: {
        replyTo: [{ address: "r@x.example" }],
        attachments: [{ contentType: "text/plain", contentId: "x" }],
      },
    });
    expect(errorsOf({ ...email, replyTo: ["x", "r@x.example"] })).toEqual({ "replyTo[0]": "format" });
    expect(errorsOf({ ...email, attachments: [{ ...file, contentType: 5 }] })).toEqual({
      "attachments[0].contentType": "type",
    });
    expect(errorsOf({ ...email, replyTo: "a@x.example", reply_to: "b@x.example" })).toEqual({
      replyTo: "unknown",
    });
  });

  test("that is no object is malformed", () => {
    for (const body of [undefined, null, 5, "x", []]) {
      expect(() => read(body)).toThrow(expect.objectContaining({ slug: "bad_request", fields: [] }));
    }
  });

  test("of any content is read or refused, never anything else", () => {
    const field = fc.constantFrom(
      ...Object.keys(email),
      "cc",
      "headers",
      "attachments",
      "tags",
      "metadata",
      "priority",
      "x",
    );
    const body = fc.dictionary(field, fc.jsonValue({ maxDepth: 4 }));
    fc.assert(fc.property(body, (value) => void expect(read(value)).toBeDefined()));
  });

  test("with ten thousand unknown fields is refused quickly", () => {
    const body = Object.fromEntries(Array.from({ length: 9_990 }, (_, i) => [`field${i}`, 1]));
    const started = performance.now();
    expect(read(body)).toHaveProperty("errors");
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
