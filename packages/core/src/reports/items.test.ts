import { describe, expect, test } from "@jest/globals";
import { type ReportItem, readItems } from "./items";

/** The entries of an event about a mail to kim@example.com, unless told otherwise. */
function items(eventType: string, fields: object, mail: object = {}): ReportItem[] {
  const read = readItems(eventType, { ...fields }, { destination: ["kim@example.com"], ...mail });
  if (read === undefined) throw new Error(`${eventType} is not known`);
  return read.items;
}

describe("the entry of each event", () => {
  const cases: [string, object, object][] = [
    ["Send", { send: {} }, { type: "sent", event: "sent", data: {} }],
    [
      "Delivery",
      { delivery: { recipients: ["kim@example.com"], smtpResponse: "250 ok" } },
      { type: "delivered", event: "delivered", data: { detail: "250 ok" } },
    ],
    [
      "DeliveryDelay",
      {
        deliveryDelay: {
          delayType: "MailboxFull",
          delayedRecipients: [{ emailAddress: "kim@example.com", diagnosticCode: "smtp; 452 full" }],
        },
      },
      { type: "deferred", event: "deferred", data: { reason: "MailboxFull", detail: "smtp; 452 full" } },
    ],
    [
      "Reject",
      { reject: { reason: "Bad content" } },
      { type: "failed", event: "failed", data: { reason: "rejected", detail: "Bad content" } },
    ],
    [
      "Rendering Failure",
      { failure: { errorMessage: "no such attribute", templateName: "t" } },
      { type: "failed", event: "failed", data: { reason: "rendering_failure", detail: "no such attribute" } },
    ],
    [
      "Open",
      { open: { ipAddress: "192.0.2.7", userAgent: "Reader/1" } },
      { type: "opened", data: { open: { ipAddress: "192.0.2.7", userAgent: "Reader/1" } } },
    ],
    [
      "Click",
      { click: { link: "https://example.com/a", linkTags: null, userAgent: "Reader/1" } },
      { type: "clicked", data: { click: { link: "https://example.com/a", userAgent: "Reader/1" } } },
    ],
    [
      "Subscription",
      { subscription: { source: "UnsubscribeHeader", newTopicPreferences: { unsubscribeAll: true } } },
      { type: "unsubscribed", data: { reason: "UnsubscribeHeader" } },
    ],
  ];

  test.each(cases)("%s", (eventType, fields, entry) => {
    const item = { address: "kim@example.com", ...entry };
    expect(items(eventType, fields)).toEqual([item]);
  });

  test.each(cases)("%s without its own object is read all the same, or makes no entry", (eventType) => {
    for (const nothing of [{}, null, [], "text", 7]) {
      const fields = Object.fromEntries(
        ["send", "delivery", "deliveryDelay", "reject", "failure", "open", "click", "subscription"].map(
          (f) => [f, nothing],
        ),
      );
      expect(items(eventType, fields)).toHaveLength(eventType === "Subscription" ? 0 : 1);
    }
  });

  test("a subscription that leaves nothing makes no entry, one that leaves a topic does", () => {
    const topics = (subscriptionStatus: string) => ({
      subscription: { newTopicPreferences: { topicSubscriptionStatus: [{ subscriptionStatus }] } },
    });
    expect(items("Subscription", topics("OptIn"))).toEqual([]);
    expect(items("Subscription", topics("OptOut"))[0]?.type).toBe("unsubscribed");
  });
});

describe("bounces", () => {
  const bounce = (bounceType: unknown, recipients: unknown = [{ emailAddress: "kim@example.com" }]) =>
    items("Bounce", { bounce: { bounceType, bounceSubType: "General", bouncedRecipients: recipients } });

  test.each([
    ["Permanent", "bounced"],
    ["Undetermined", "bounced"],
    ["Transient", "bounced_transient"],
  ])("a %s one is %s", (type, event) => {
    const [item] = bounce(type);
    expect(item).toMatchObject({ type: "bounced", event, data: { reason: "General", bounce: { type } } });
  });

  test("without a type it is undetermined", () => {
    expect(bounce(null)[0]).toMatchObject({
      event: "bounced",
      data: { bounce: { type: "Undetermined" } },
    });
  });

  test("carries the remote server's words, or its status code", () => {
    const recipients = [
      { emailAddress: "a@example.com", status: "5.1.1", diagnosticCode: "smtp; 550 unknown" },
      { emailAddress: "b@example.com", status: "5.2.2" },
      { emailAddress: "c@example.com" },
    ];
    const messages = bounce("Permanent", recipients).map(({ data }) => data.bounce?.message);
    expect(messages).toEqual(["smtp; 550 unknown", "5.2.2", ""]);
  });

  test("a recipient without an address is the mail's only one", () => {
    expect(bounce("Permanent", [{}])[0]?.address).toBe("kim@example.com");
    expect(bounce("Permanent", [])[0]?.address).toBe("kim@example.com");
    expect(bounce("Permanent", null)[0]?.address).toBe("kim@example.com");
  });

  test("an address in angle brackets is read out of them", () => {
    expect(bounce("Permanent", [{ emailAddress: "Kim <kim@example.net>" }])[0]?.address).toBe(
      "kim@example.net",
    );
  });

  test("of several possible recipients none is guessed", () => {
    const several = { destination: ["a@example.com", "b@example.com"] };
    const bounced = items("Bounce", { bounce: { bounceType: "Permanent" } }, several);
    expect(bounced).toHaveLength(1);
    expect(bounced[0]).not.toHaveProperty("address");
    expect(items("Send", {}, several).map(({ address }) => address)).toEqual(several.destination);
  });
});

describe("complaints", () => {
  const complaint = (fields: object) =>
    items("Complaint", {
      complaint: { complainedRecipients: [{ emailAddress: "kim@example.com" }], ...fields },
    })[0];

  test("without a feedback report it has no type", () => {
    expect(complaint({ complaintSubType: null })).toMatchObject({
      type: "complained",
      event: "complained",
      data: { complaint: { type: null } },
    });
  });

  test("keeps the feedback type", () => {
    expect(complaint({ complaintFeedbackType: "abuse" })?.data).toMatchObject({
      reason: "abuse",
      complaint: { type: "abuse" },
    });
  });

  test("not-spam is a line on the timeline and moves no status", () => {
    const item = complaint({ complaintFeedbackType: "not-spam" });
    expect(item?.type).toBe("not_spam");
    expect(item).not.toHaveProperty("event");
  });
});

test("an event type that is not known has no entries", () => {
  expect(readItems("Teleport", {}, {})).toBeUndefined();
  expect(readItems("toString", {}, {})).toBeUndefined();
});
