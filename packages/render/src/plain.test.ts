import { describe, expect, test } from "@jest/globals";
import { type Mail } from "./mail";
import { compose } from "./mime";
import { assertPlain } from "./plain";

const good: Mail = {
  from: { address: "hi@acme.example" },
  to: [{ address: "kim@example.com" }],
  cc: [],
  replyTo: [],
  subject: "Hello",
  text: "Hi",
  headers: { "X-Order": "a\tb" },
  attachments: [{ filename: "a.txt", content: new Uint8Array(1), contentType: "text/plain" }],
  messageId: "<msg_1@acme.example>",
  date: new Date(0),
};
const attachment = good.attachments[0];

/** Values as a store or a template might hand them over, whatever the types say. */
const hostile: [string, object][] = [
  ["a file as text", { text: { path: "/etc/passwd" } }],
  ["a URL as html", { html: { href: "http://169.254.169.254/" } }],
  ["raw MIME as html", { html: { raw: "From: x\r\n\r\n" } }],
  ["a subject with a line break", { subject: "Hi\r\nBcc: evil@example.net" }],
  ["a subject that is no text", { subject: { toString: () => "x" } }],
  ["a name with a line break", { from: { address: "hi@acme.example", name: "A\nBcc: evil@example.net" } }],
  ["an address with a line break", { to: [{ address: "kim@example.com\r\nX: y" }] }],
  ["an address with a second one in it", { to: [{ address: "kim@example.com> <evil@example.net" }] }],
  ["an address that is no text", { cc: [{ address: ["a@example.com", "b@example.com"] }] }],
  ["a header with a line break", { headers: { "X-A": "b\r\nBcc: evil@example.net" } }],
  ["a header with NUL", { headers: { "X-A": "b\0" } }],
  ["a header whose value is an object", { headers: { "X-A": { prepared: true, value: "b\r\nBcc: x" } } }],
  ["a header whose name holds a colon", { headers: { "Bcc: evil@example.net (": ")" } }],
  ["a Bcc header", { headers: { bCc: "evil@example.net" } }],
  ["a From header", { headers: { From: "ceo@bank.example" } }],
  ["a Content-Type header", { headers: { "Content-Type": "text/html" } }],
  ["a file name with a line break", { attachments: [{ ...attachment, filename: "a\r\nX: y" }] }],
  [
    "an attachment's content as a file",
    { attachments: [{ ...attachment, content: { path: "/etc/passwd" } }] },
  ],
  ["an attachment's content as text", { attachments: [{ ...attachment, content: "data" }] }],
  [
    "a content type with a line break",
    { attachments: [{ ...attachment, contentType: "text/plain\r\nX: y" }] },
  ],
  ["a content id with a line break", { attachments: [{ ...attachment, contentId: "a>\r\nX: <y" }] }],
  ["a message id with a line break", { messageId: "<a@b>\r\nBcc: evil@example.net" }],
  ["a date that is none", { date: new Date(Number.NaN) }],
];

describe("assertPlain", () => {
  test("lets a plain mail pass", () => {
    expect(() => assertPlain(good)).not.toThrow();
  });

  test.each(hostile)("refuses %s", async (_name, over) => {
    await expect(compose({ ...good, ...over })).rejects.toThrow(TypeError);
  });

  test("an attachment's path and href are not looked at", async () => {
    const sneaky = { ...attachment, path: "/etc/passwd", href: "http://169.254.169.254/", raw: "X: y" };
    const mail = { ...good, attachments: [sneaky] } as Mail;
    expect(Buffer.from(await compose(mail)).toString()).not.toContain("root:");
  });

  test("tells the field, not its value", () => {
    expect(() => assertPlain({ ...good, subject: "secret\n" })).toThrow(
      new TypeError("The mail's subject cannot be composed."),
    );
  });
});
