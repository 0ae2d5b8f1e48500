import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MAX_NOTIFICATION_CHARACTERS, type EmailReport, readNotification } from "./report";
import { STATUS_EVENTS } from "./status";

const PUBLISHED = new Date("2026-03-05T12:00:09.000Z");
const HAPPENED = "2026-03-05T12:00:05.123Z";
const TAGS = {
  "sendex-account": ["acc_1"],
  "sendex-message": ["msg_1"],
  "sendex-recipient": ["2"],
  "sendex-attempt": ["3"],
};

/** A notification of event publishing about one mail of ours to kim@example.com. */
function notice(eventType: string, fields: object, mail: object = {}): string {
  return JSON.stringify({
    eventType,
    mail: {
      timestamp: "2026-03-05T12:00:00.000Z",
      messageId: "0100-ses",
      destination: ["kim@example.com"],
      tags: TAGS,
      ...mail,
    },
    ...fields,
  });
}

function email(message: string): EmailReport {
  const report = readNotification(message, PUBLISHED);
  if (report.kind !== "email") throw new Error(`expected an email report, got ${JSON.stringify(report)}`);
  return report;
}

function why(message: string): string {
  const report = readNotification(message, PUBLISHED);
  return report.kind === "ignored" ? report.why : `not ignored: ${report.kind}`;
}

describe("readNotification", () => {
  test("carries our tags, SES's id and the event's own time", () => {
    expect(email(notice("Delivery", { delivery: { timestamp: HAPPENED } }))).toMatchObject({
      eventType: "Delivery",
      sesMessageId: "0100-ses",
      tags: { account: "acc_1", message: "msg_1", recipient: 2, attempt: 3 },
      at: new Date(HAPPENED),
    });
  });

  test("takes the mail's time where the event has none, then the envelope's", () => {
    expect(email(notice("Send", { send: {} })).at).toEqual(new Date("2026-03-05T12:00:00.000Z"));
    expect(email(notice("Send", {}, { timestamp: "yesterday" })).at).toEqual(PUBLISHED);
  });

  test("every entry says which attempt it belongs to", () => {
    const entries = email(
      notice("Send", { send: {} }, { destination: ["a@example.com", "b@example.com"] }),
    ).items;
    expect(entries.map(({ data }) => data.attempt)).toEqual([3, 3]);
  });

  test("mail without our tags has none", () => {
    expect(email(notice("Send", {}, { tags: undefined })).tags).toEqual({});
    const odd = { "sendex-recipient": ["-1"], "sendex-attempt": ["many"], "sendex-message": [] };
    expect(email(notice("Send", {}, { tags: odd })).tags).toEqual({});
  });
});

describe("what is no event", () => {
  test.each([
    ["a plain sentence", "Successfully validated SNS topic for Amazon SES event publishing.\n", "not JSON"],
    ["an empty message", "", "not JSON"],
    ["a number", "7", "not JSON"],
    ["null", "null", "not JSON"],
    ["an array", "[]", "not JSON"],
    ["no type", "{}", "no event type"],
    ["a type that is no text", '{"eventType":{"a":1}}', "no event type"],
    [
      "the subscription notice",
      '{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"ok"}',
      "AmazonSnsSubscriptionSucceeded without a mail object",
    ],
    ["no mail object", '{"eventType":"Bounce","bounce":{}}', "Bounce without a mail object"],
    ["a new type", notice("Teleport", {}), "unknown event type Teleport"],
    ["received mail", notice("Received", {}), "inbound mail, which is not handled"],
    ["an inherited name", notice("constructor", {}), "unknown event type constructor"],
    ["too much", `"${"x".repeat(MAX_NOTIFICATION_CHARACTERS)}"`, "longer than SNS carries"],
  ])("%s is ignored", (_name, message, reason) => {
    expect(why(message)).toBe(reason);
  });

  test("a trailing newline is no trouble", () => {
    expect(email(`${notice("Send", {})}\n`).items).toHaveLength(1);
  });
});

describe("bounds", () => {
  test("long texts are cut and unstorable characters taken out", () => {
    const words = `\0${"é".repeat(5_000)}`;
    const detail = email(notice("Delivery", { delivery: { smtpResponse: words } })).items[0]?.data.detail;
    expect(detail?.length).toBeLessThanOrEqual(1_000);
    expect(detail).not.toContain("\0");
    const cutEmoji = `${"x".repeat(999)}😀`;
    const cut = email(notice("Delivery", { delivery: { smtpResponse: cutEmoji } })).items[0]?.data.detail;
    expect(cut?.endsWith("\uFFFD")).toBe(true);
  });

  test("thousands of recipients make at most a hundred entries", () => {
    const recipients = Array.from({ length: 5_000 }, (_, n) => `u${n}@example.com`);
    expect(email(notice("Delivery", { delivery: { recipients } })).items).toHaveLength(100);
  });

  test("deep nesting neither throws nor takes long", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const message = notice("Send", {}).replace('"0100-ses"', deep);
    expect(why(message)).toBe("Send without a mail object");
  });

  test("nothing that can be written as JSON makes it throw", () => {
    const eventType = fc.constantFrom("Send", "Bounce", "Complaint", "Delivery", "Click", "Subscription");
    const anything = fc.dictionary(
      fc.constantFrom("bounce", "complaint", "delivery", "click", "subscription", "mail", "send"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(eventType, anything, fc.boolean(), (type, fields, whole) => {
        const message = whole ? notice(type, { ...fields, mail: undefined }) : JSON.stringify(fields);
        const report = readNotification(message, PUBLISHED);
        if (report.kind !== "email") return;
        for (const { event } of report.items) if (event) expect(STATUS_EVENTS).toHaveProperty(event);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (message) => {
        expect(readNotification(message, PUBLISHED).kind).toBe("ignored");
      }),
    );
  });
});
