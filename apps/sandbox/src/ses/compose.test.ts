import { expect, test } from "@jest/globals";
import PostalMime from "postal-mime";
import { composeMessage } from "./compose";

const MESSAGE = {
  from: "Ann <ann@example.com>",
  to: ["bob@example.org"],
  cc: ["cy@example.org"],
  replyTo: [],
  subject: "Grüße ".repeat(20).trim(),
  text: "plain ü",
  html: "<p>rich ü</p>",
};

test("a parser reads back what was composed", async () => {
  const mail = await PostalMime.parse(composeMessage(MESSAGE));
  expect(mail.subject).toBe(MESSAGE.subject);
  expect(mail.text?.trim()).toBe("plain ü");
  expect(mail.html?.trim()).toBe("<p>rich ü</p>");
  expect(mail.cc?.[0]?.address).toBe("cy@example.org");
});

test("one part stands alone", async () => {
  const raw = composeMessage({ ...MESSAGE, html: undefined });
  expect(raw.toString()).not.toContain("multipart");
  expect((await PostalMime.parse(raw)).text?.trim()).toBe("plain ü");
});

test("line breaks cannot add headers", () => {
  const raw = composeMessage({
    ...MESSAGE,
    subject: "a\r\nBcc: eve@evil.test",
    to: ["x@y.test\r\nX-Evil: 1"],
  });
  expect(raw.toString()).not.toMatch(/^(Bcc|X-Evil):/m);
});
