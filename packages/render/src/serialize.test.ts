import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import MailComposer from "nodemailer/lib/mail-composer";
import { serialize } from "./serialize";

/** As composing hands it on: CR and LF together or not at all. */
const lines = (text: string): string => text.replace(/\r\n|\r|\n/g, "\r\n");
const text = fc.oneof(
  anyText({ maxLength: 300 }).map(lines),
  fc
    .array(fc.constantFrom("line of words, ", "\r\n", "ünï ", "=", "漢字", "<p>"), { maxLength: 120 })
    .map((all) => all.join("")),
);

test("writes the mail that nodemailer's own build writes", async () => {
  const mail = fc.record({
    text: fc.option(text, { nil: undefined }),
    html: fc.option(text, { nil: undefined }),
    files: fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 3 }),
    inline: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(mail, async ({ files, inline, ...bodies }) => {
      const options = () => ({
        ...bodies,
        from: "a@acme.example",
        to: "b@example.com",
        subject: "Hello",
        messageId: "<m@acme.example>",
        date: new Date(0),
        // Nodemailer takes empty content for none at all, and leaves out its encoding's line end.
        attachments: files.map((content, n) => ({
          filename: `f${n}`,
          content: Buffer.from([n, ...content]),
          ...(inline ? { cid: `c${n}` } : {}),
        })),
        baseBoundary: "fixed",
      });
      const ours = await serialize(new MailComposer(options()).compile());
      const theirs = await new MailComposer(options()).compile().build();
      expect(unfolded(ours)).toBe(unfolded(theirs));
    }),
    { numRuns: 150 },
  );
});

/** Quoted-printable may break a line anywhere; only where it does may differ. */
function unfolded(mail: Uint8Array): string {
  return Buffer.from(mail).toString("latin1").replaceAll("=\r\n", "");
}
