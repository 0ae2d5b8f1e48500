import { expect, test } from "@jest/globals";
import { anyText } from "@sendex/testing/any-text";
import fc from "fast-check";
import { keepRefusal } from "./refusal";
import { redactBody } from "./redact";

/** What a person wrote, wherever it stands; no word of ours has a digit beside a capital. */
const PLANTED = "Q7zPlanted";

const planted = anyText({ maxLength: 20 }).map((text) => `${text}${PLANTED}${text}`);
const mailbox = fc
  .tuple(planted, fc.constantFrom("a.example", "b.example"))
  .map(([text, domain]) => (text.includes("@") ? `${PLANTED}@${domain}` : `${text} <${PLANTED}@${domain}>`));
const people = fc.oneof(
  mailbox,
  fc.array(mailbox, { maxLength: 3 }),
  fc.array(fc.record({ email: mailbox, name: planted }), { maxLength: 3 }),
);
const values = fc.dictionary(planted, fc.oneof(planted, fc.integer(), fc.array(planted, { maxLength: 2 })), {
  maxKeys: 3,
});

/** Every field that a mail has on either surface; in batches too. */
const mail = fc.record(
  {
    from: mailbox,
    ...{ to: people, cc: people, bcc: people, reply_to: people, recipient: people },
    ...{ subject: planted, text: planted, html: planted, headers: values, metadata: values },
    attachments: fc.array(
      fc.record({
        filename: planted,
        content: planted,
        path: planted,
        content_type: planted,
        content_id: planted,
      }),
      { maxLength: 2 },
    ),
    tags: fc.array(fc.record({ name: planted, value: planted }), { maxLength: 2 }),
    template: fc.record({ id: fc.constant("otp-code"), variables: values }),
    template_data: values,
    priority: fc.constantFrom("critical", "standard", "bulk"),
    scheduled_at: planted,
    scheduled_time: planted,
  },
  { requiredKeys: [] },
);

const anything = fc.dictionary(fc.oneof(planted, fc.constantFrom("name", "id", "data", "errors")), values);

test("nothing that a person wrote is kept of a body, by whomever it was written", () => {
  fc.assert(
    fc.property(fc.oneof(mail, fc.array(mail, { maxLength: 12 }), anything), (body) => {
      expect(redactBody(body, "caller") ?? "").not.toContain(PLANTED);
    }),
  );
  fc.assert(
    fc.property(fc.oneof(mail, fc.record({ data: fc.array(mail, { maxLength: 12 }) })), (body) => {
      expect(redactBody(body, "us") ?? "").not.toContain(PLANTED);
    }),
  );
});

test("a refusal keeps no address, whatever stands around it", () => {
  const around = anyText({ maxLength: 30 });
  fc.assert(
    fc.property(around, fc.stringMatching(/^[a-z0-9.+_-]{1,20}$/), around, (before, local, after) => {
      const kept = keepRefusal({ error: "bad_request", message: `${before} ${local}@a.example ${after}` });
      expect(kept).not.toContain(`${local}@`);
    }),
  );
});
