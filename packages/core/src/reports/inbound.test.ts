import { describe, expect, test } from "@jest/globals";
import { readNotification } from "./report";

const PUBLISHED = new Date("2026-03-05T12:00:09.000Z");
const HAPPENED = "2026-03-05T12:00:05.123Z";

describe("inbound mail", () => {
  const received = (receipt: object, more: object = {}) =>
    JSON.stringify({
      notificationType: "Received",
      receipt: { timestamp: HAPPENED, recipients: ["in@example.com"], ...receipt },
      mail: {
        messageId: "in-1",
        source: "bob@example.net",
        commonHeaders: { subject: "Hello", messageId: "<m@example.net>" },
      },
      ...more,
    });

  test("is read with its checks and its raw content", () => {
    const receipt = { spamVerdict: { status: "PASS" }, action: { type: "SNS", encoding: "BASE64" } };
    expect(readNotification(received(receipt, { content: "SGk=" }), PUBLISHED)).toEqual({
      kind: "inbound",
      sesMessageId: "in-1",
      at: new Date(HAPPENED),
      from: "bob@example.net",
      recipients: ["in@example.com"],
      subject: "Hello",
      rfcMessageId: "<m@example.net>",
      verdicts: { spam: "PASS", virus: null, spf: null, dkim: null, dmarc: null },
      content: { data: "SGk=", encoding: "base64" },
    });
  });

  test("says where S3 keeps it", () => {
    const receipt = { action: { type: "S3", bucketName: "mail", objectKey: "k/1" } };
    expect(readNotification(received(receipt), PUBLISHED)).toMatchObject({
      stored: { bucket: "mail", key: "k/1" },
    });
  });
});
