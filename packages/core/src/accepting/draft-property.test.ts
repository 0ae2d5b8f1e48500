import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { type RawDraft, readDraft, SENDEX_FIELDS } from "./draft";

const RAW: RawDraft = {
  from: "no-reply@acme.test",
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

test("no text whatever makes it throw, or brings a line break into a header", () => {
  const text = anyText({ maxLength: 40 });
  const raw = fc.record({
    from: text,
    to: fc.array(text, { maxLength: 3 }),
    subject: text,
    headers: fc.dictionary(text, text, { maxKeys: 3 }),
    tags: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
    metadata: fc.dictionary(text, fc.jsonValue(), { maxKeys: 3 }),
    scheduledAt: text,
  });
  const mostlyRight = fc.record({ subject: text, headers: fc.dictionary(fc.constant("X-A"), text) });
  fc.assert(
    fc.property(fc.oneof(raw, mostlyRight), (changes) => {
      const reading = readDraft({ ...RAW, ...changes }, SENDEX_FIELDS, { now: new Date(0), timeZone: "UTC" });
      if ("errors" in reading) return expect(reading.errors.length).toBeGreaterThan(0);
      const lines = [reading.draft.subject, ...Object.entries(reading.draft.headers).flat()];
      return expect(lines.join("")).not.toMatch(/[\r\n\0]/);
    }),
  );
});
