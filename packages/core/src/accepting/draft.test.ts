import { describe, expect, test } from "@jest/globals";
import { type RawDraft, readDraft, SENDARIX_FIELDS, SENDEX_FIELDS } from "./draft";

const NOW = new Date("2026-03-05T12:00:00.000Z");
const REQUIRED = "from, to, subject, and text or html are required.";

const RAW: RawDraft = {
  from: "Acme <no-reply@Acme.test>",
  to: ["user@example.test"],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: "Hello",
  text: "Hi",
  headers: {},
  attachments: [],
  tags: [],
  metadata: {},
};

function read(changes: Partial<RawDraft>, names = SENDEX_FIELDS) {
  return readDraft({ ...RAW, ...changes }, names, { now: NOW, timeZone: "UTC" });
}

function errorsOf(changes: Partial<RawDraft>, names = SENDEX_FIELDS): string[] {
  const reading = read(changes, names);
  return "errors" in reading ? reading.errors.map(({ field, code }) => `${field}: ${code}`) : [];
}

describe("readDraft", () => {
  test("reads the least that a message needs", () => {
    expect(read({})).toMatchObject({
      draft: {
        from: { address: "no-reply@acme.test", name: "Acme" },
        to: [{ address: "user@example.test" }],
        cc: [],
        bcc: [],
        replyTo: [],
        subject: "Hello",
        text: "Hi",
        headers: {},
        attachments: [],
        tags: [],
        metadata: {},
        priority: "standard",
      },
    });
  });

  test("reads everything that a message may have", () => {
    const content = new Uint8Array([1]);
    const metadata = { user: 7, deep: { list: [1, null, "é"] } };
    const tags = [{ name: "kind", value: "welcome-1" }];
    const reading = read({
      from: { email: "a@acme.test", name: "Acme, Inc." },
      to: ["One <1@x.test>", { email: "2@x.test" }],
      cc: ["3@x.test"],
      bcc: ["4@x.test"],
      replyTo: ["r@acme.test"],
      html: "<p>Hi</p>",
      headers: { "X-A": "1" },
      attachments: [{ filename: "a.txt", content }],
      tags,
      metadata,
      priority: "critical",
      scheduledAt: "2026-03-06T12:00:00Z",
    });
    expect(reading).toMatchObject({
      draft: {
        from: { address: "a@acme.test", name: "Acme, Inc." },
        to: [{ address: "1@x.test", name: "One" }, { address: "2@x.test" }],
        cc: [{ address: "3@x.test" }],
        bcc: [{ address: "4@x.test" }],
        replyTo: [{ address: "r@acme.test" }],
        html: "<p>Hi</p>",
        headers: { "X-A": "1" },
        attachments: [{ filename: "a.txt", content, contentType: "text/plain" }],
        tags,
        metadata,
        priority: "critical",
        scheduledAt: new Date("2026-03-06T12:00:00Z"),
      },
    });
  });

  test("names everything that is wrong at once, what is missing first", () => {
    const changes: Partial<RawDraft> = {
      to: ["a@b.test", "not an address"],
      replyTo: ["x"],
      subject: "",
      headers: { Bcc: "x@y.test" },
      attachments: [{ filename: "a.exe", content: new Uint8Array() }],
      tags: [{ name: "a b", value: "" }],
      metadata: { a: "\0" },
      scheduledAt: "soon",
    };
    expect(errorsOf(changes)).toEqual([
      "subject: required",
      "to[1]: format",
      "reply_to: format",
      "headers.Bcc: forbidden",
      "attachments[0].filename: blocked_extension",
      "tags[0].name: format",
      "tags[0].value: format",
      "metadata: format",
      "scheduled_at: format",
    ]);
  });

  test("speaks in the names of the surface", () => {
    expect(errorsOf({ to: ["x"], scheduledAt: "x" }, SENDARIX_FIELDS)).toEqual([
      "recipient: format",
      "scheduled_time: format",
    ]);
    const reading = read({ to: [] }, SENDARIX_FIELDS);
    const message = "from, recipient, subject, and text or html are required.";
    expect(reading).toMatchObject({ errors: [{ field: "recipient", code: "required", message }] });
  });
});

describe("what is required", () => {
  test.each<[string, Partial<RawDraft>]>([
    ["from", { from: "" }],
    ["to", { to: [] }],
    ["to", { to: [], cc: ["a@b.test"] }],
    ["subject", { subject: "" }],
    ["subject", { subject: "  " }],
    ["text", { text: "" }],
    ["text", { text: "", html: "" }],
  ])("%s is missing in %j", (field, changes) => {
    expect(read(changes)).toMatchObject({ errors: [{ field, code: "required", message: REQUIRED }] });
  });

  test("all of it missing is one error each", () => {
    const reading = read({ from: "", to: [], subject: "", text: "" });
    expect(reading).toMatchObject({
      errors: [{ field: "from" }, { field: "to" }, { field: "subject" }, { field: "text" }],
    });
  });

  test("html alone is a body, and an empty text beside it stays empty", () => {
    const reading = read({ text: "", html: "<p>" });
    expect(reading).toMatchObject({ draft: { html: "<p>" } });
    expect(reading).toHaveProperty("draft.text", "");
  });
});

describe("addresses", () => {
  const addresses = (n: number, kind: string) => Array.from({ length: n }, (_, i) => `${kind}${i}@x.test`);

  test("a lone one is named by its field, others by their place", () => {
    expect(errorsOf({ to: ["x"] })).toEqual(["to: format"]);
    expect(errorsOf({ cc: ["a@b.test", "x", "y"] })).toEqual(["cc[1]: format", "cc[2]: format"]);
  });

  test("a from with a list, a line break or no domain is refused", () => {
    for (const from of ["a@b.test, c@d.test", "A\r\nBcc: x@y.test <a@b.test>", "a@b"]) {
      expect(errorsOf({ from })).toEqual(["from: format"]);
    }
  });

  test("an object's email is a bare address, its name one line of at most 256 characters", () => {
    expect(errorsOf({ to: [{ email: "N <a@b.test>" }] })).toEqual(["to: format"]);
    expect(errorsOf({ to: [{ email: "a@b.test", name: "x\r\ny" }] })).toEqual(["to: format"]);
    expect(errorsOf({ to: [{ email: "a@b.test", name: "x".repeat(256) }] })).toEqual([]);
    expect(errorsOf({ to: [{ email: "a@b.test", name: "x".repeat(257) }] })).toEqual(["to: too_long"]);
    expect(read({ to: [{ email: "a@b.test", name: " " }] })).toMatchObject({
      draft: { to: [{ address: "a@b.test" }] },
    });
  });

  test("50 distinct addresses over to, cc and bcc are taken, 51 are not", () => {
    const to = addresses(20, "t");
    const cc = addresses(20, "c");
    expect(errorsOf({ to, cc, bcc: addresses(10, "b") })).toEqual([]);
    expect(errorsOf({ to, cc, bcc: addresses(11, "b") })).toEqual(["to: too_many"]);
  });

  test("a repeated address counts once, whatever its case and field", () => {
    const to = [...addresses(50, "t"), "T1@X.test", "Again <t2@x.test>"];
    const reading = read({ to, cc: ["t3@x.test"] });
    expect(reading).toHaveProperty("draft.to.length", 50);
    expect(reading).toHaveProperty("draft.cc.length", 1);
  });

  test("a field of over a thousand entries is one error", () => {
    expect(errorsOf({ to: Array.from({ length: 1000 }, () => "a@b.test") })).toEqual([]);
    expect(errorsOf({ to: Array.from({ length: 1001 }, () => "nonsense") })).toEqual(["to: too_many"]);
  });
});

describe("subject, tags and metadata", () => {
  test.each(["a\r\nBcc: x@y.test", "a\nb", "a\rb", "a\0b", "a\u2028b"])(
    "a subject of %j is refused",
    (subject) => {
      expect(errorsOf({ subject })).toEqual(["subject: format"]);
    },
  );

  test("a subject has at most 998 characters, and loses a half emoji", () => {
    expect(errorsOf({ subject: "s".repeat(998) })).toEqual([]);
    expect(errorsOf({ subject: "s".repeat(999) })).toEqual(["subject: too_long"]);
    expect(read({ subject: "Party \ud83c" })).toHaveProperty("draft.subject", "Party \ufffd");
  });

  test("tags are at most 75, their parts 1 to 256 of ASCII letters, digits, _ and -", () => {
    const tag = (name: string, value = "v") => ({ tags: [{ name, value }] });
    expect(errorsOf(tag("aZ_09-".padEnd(256, "x"), "y".repeat(256)))).toEqual([]);
    expect(errorsOf(tag("x".repeat(257)))).toEqual(["tags[0].name: too_long"]);
    expect(errorsOf(tag("n", "x".repeat(257)))).toEqual(["tags[0].value: too_long"]);
    for (const bad of ["", "a b", "a:b", "é", "a\n", "a\r\nb", "a\0"]) {
      expect(errorsOf(tag(bad))).toEqual(["tags[0].name: format"]);
    }
    const tags = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `t${i}`, value: "v" }));
    expect(errorsOf({ tags: tags(75) })).toEqual([]);
    expect(errorsOf({ tags: tags(76) })).toEqual(["tags: too_many"]);
  });

  test("metadata has at most 16 KB as JSON, counted in bytes", () => {
    const frame = '{"a":""}'.length;
    expect(errorsOf({ metadata: { a: "x".repeat(16 * 1024 - frame) } })).toEqual([]);
    expect(errorsOf({ metadata: { a: "x".repeat(16 * 1024 - frame + 1) } })).toEqual(["metadata: too_long"]);
    expect(errorsOf({ metadata: { a: "é".repeat(8 * 1024) } })).toEqual(["metadata: too_long"]);
  });

  test("metadata that jsonb cannot hold is refused, however deep it lies", () => {
    expect(errorsOf({ metadata: { a: [{ b: "x\0" }] } })).toEqual(["metadata: format"]);
    expect(errorsOf({ metadata: { a: { "k\0": 1 } } })).toEqual(["metadata: format"]);
    expect(errorsOf({ metadata: { a: "\ud800" } })).toEqual(["metadata: format"]);
    expect(errorsOf({ metadata: { a: "\\u0000" } })).toEqual([]);
  });
});

test("a schedule in the last minute means now", () => {
  expect(read({ scheduledAt: "2026-03-05T11:59:30Z" })).not.toHaveProperty("draft.scheduledAt");
  expect(errorsOf({ scheduledAt: "2026-04-05T12:00:00Z" })).toEqual(["scheduled_at: out_of_range"]);
});
