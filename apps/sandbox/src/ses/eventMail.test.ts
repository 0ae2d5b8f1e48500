import { expect, test } from "@jest/globals";
import { eventMail } from "./eventMail";

const MAIL = {
  n: 1,
  messageId: "0100-id",
  at: "2026-01-02T03:04:05.678Z",
  from: "Ann <ann@mail.example.com>",
  to: ["bob@example.org"],
  subject: "Hello",
  tags: {},
  bytes: 1,
  operation: "SendRawEmail",
  configSet: null,
  raw: { segment: 1, offset: 0, length: 1 },
};
const ACCOUNT = { id: "000000000000", region: "us-east-1" };

test("headers beyond 10 KB are cut and the mail says so", () => {
  const headers = Array.from({ length: 20 }, (_, i) => ({ name: `X-${i}`, value: "v".repeat(1_000) }));
  const mail = eventMail(MAIL, headers, ACCOUNT);
  expect(mail["headersTruncated"]).toBe(true);
  expect(mail["headers"]).toHaveLength(10);
});

test("common headers show what is there, the Message-ID header before SES's id", () => {
  const headers = [
    { name: "From", value: "Ann <ann@mail.example.com>" },
    { name: "Reply-To", value: "help@example.com" },
    { name: "Message-ID", value: "<1@example.com>" },
  ];
  expect(eventMail(MAIL, headers, ACCOUNT)["commonHeaders"]).toEqual({
    from: ["Ann <ann@mail.example.com>"],
    replyTo: ["help@example.com"],
    messageId: "<1@example.com>",
  });
  expect(eventMail(MAIL, [], ACCOUNT)["commonHeaders"]).toEqual({ messageId: "0100-id" });
});
