import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Mail } from "./mail";
import { MAX_QUOTED_CHARACTERS, compose } from "./mime";
import { composedSize } from "./mime-size";

const base = { messageId: "<msg_1@acme.example>", date: new Date(0) };
const line = fc
  .string({ unit: "grapheme", maxLength: 120 })
  .map((text) => text.replace(/[\p{Cc}\u2028\u2029\p{Surrogate}]/gu, ""));
const body = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 2_000 }),
  fc.array(fc.constantFrom("=", "\n", "\r", "é", "漢", " "), { maxLength: 3_000 }).map((all) => all.join("")),
);
const mailbox = fc.record({ address: fc.constant("kim@example.com"), name: line });
const mail: fc.Arbitrary<Omit<Mail, "messageId" | "date">> = fc.record({
  from: mailbox,
  to: fc.array(mailbox, { maxLength: 50 }),
  cc: fc.array(mailbox, { maxLength: 3 }),
  replyTo: fc.array(mailbox, { maxLength: 3 }),
  subject: line,
  text: body,
  html: body,
  headers: fc.dictionary(fc.stringMatching(/^X-[a-z]{1,12}$/), line, { maxKeys: 10 }),
  attachments: fc.array(
    fc.record({
      filename: line.map((name) => `${name}.bin`),
      content: fc.uint8Array({ maxLength: 3_000 }),
      contentType: fc.constantFrom("image/png", "text/csv; charset=utf-8"),
    }),
    { maxLength: 5 },
  ),
});

describe("composedSize", () => {
  test("is never less than the composed mail", async () => {
    await fc.assert(
      fc.asyncProperty(mail, async (draft) => {
        expect((await compose({ ...draft, ...base })).length).toBeLessThanOrEqual(await composedSize(draft));
      }),
      { numRuns: 150 },
    );
  });

  test.each([MAX_QUOTED_CHARACTERS - 1, MAX_QUOTED_CHARACTERS, MAX_QUOTED_CHARACTERS + 1])(
    "holds for the worst body of %d characters",
    async (length) => {
      for (const html of [
        "=".repeat(length),
        "\n".repeat(length),
        "\r\n".repeat(length / 2),
        "é".repeat(length),
      ]) {
        const draft = { ...plain, html };
        expect((await compose({ ...draft, ...base })).length).toBeLessThanOrEqual(await composedSize(draft));
      }
    },
  );

  test("is close where it matters: attachments of many megabytes", async () => {
    const content = new Uint8Array(8_000_000).fill(7);
    const draft = { ...plain, attachments: [{ filename: "a.pdf", content, contentType: "application/pdf" }] };
    const size = (await compose({ ...draft, ...base })).length;
    expect(await composedSize(draft)).toBeGreaterThanOrEqual(size);
    expect(await composedSize(draft)).toBeLessThan(size * 1.01);
  });

  test.each(["<p>\n", "漢", "🎉"])(
    "lets others have their turn while it reads megabytes of %j",
    async (piece) => {
      const draft = { ...plain, html: piece.repeat(2_000_000 / piece.length) };
      let turns = 0;
      let timer = setImmediate(function again() {
        turns += 1;
        timer = setImmediate(again);
      });
      const size = await composedSize(draft);
      clearImmediate(timer);
      expect(turns).toBeGreaterThan(2);
      const exact = (await compose({ ...draft, ...base })).length;
      expect(size).toBeGreaterThanOrEqual(exact);
      expect(size).toBeLessThan(exact * 1.01 + 10_000);
    },
  );
});

const plain: Omit<Mail, "messageId" | "date"> = {
  from: { address: "hi@acme.example" },
  to: [{ address: "kim@example.com" }],
  cc: [],
  replyTo: [],
  subject: "Hello",
  text: "Hi",
  headers: {},
  attachments: [],
};
