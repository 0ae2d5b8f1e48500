import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SendRawEmailCommand, SESClient } from "@aws-sdk/client-ses";
import { ConfirmSubscriptionCommand } from "@aws-sdk/client-sns";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startReceiver, type Receiver, type SesEvent } from "./receiver";
import { eventually, rawMessage, startTestSandbox, type TestSandbox } from "./running";

let receiver: Receiver;
let sandbox: TestSandbox;

beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startTestSandbox({ notifyUrl: receiver.url });
  const { Token, TopicArn } = await eventually(() => receiver.received[0]?.envelope);
  await sandbox.sns.send(new ConfirmSubscriptionCommand({ Token, TopicArn }));
});
afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

async function send(to: string, ses = sandbox.ses): Promise<string> {
  const command = new SendRawEmailCommand({
    RawMessage: { Data: rawMessage({ to, subject: "=?UTF-8?B?R3LDvMOfZQ==?=" }) },
    ConfigurationSetName: "sendex",
    Tags: [
      { Name: "sendex-message", Value: "msg_1" },
      { Name: "sendex-recipient", Value: "0" },
    ],
  });
  return (await ses.send(command)).MessageId ?? "";
}

/** The events of a message once there are this many. */
function eventsOf(messageId: string, count: number): Promise<SesEvent[]> {
  return eventually(() => {
    const events = receiver.events().filter(({ event }) => event.mail.messageId === messageId);
    return events.length >= count ? events.map(({ event }) => event) : undefined;
  });
}

async function published(type: string, fields: Record<string, unknown> = {}): Promise<SesEvent> {
  const messageId = await send("bob@example.org");
  await eventsOf(messageId, 2);
  await sandbox.call("POST", "/_sandbox/events", { messageId, type, ...fields });
  const event = (await eventsOf(messageId, 3)).at(-1);
  if (event === undefined) throw new Error("no event");
  return event;
}

describe("the mailbox simulator", () => {
  test.each([
    ["bob@example.org", ["Delivery", "Send"]],
    ["success@simulator.amazonses.com", ["Delivery", "Send"]],
    ["success+label@simulator.amazonses.com", ["Delivery", "Send"]],
    ["bounce@simulator.amazonses.com", ["Bounce", "Send"]],
    ["bounce+one@simulator.amazonses.com", ["Bounce", "Send"]],
    ["suppressionlist@simulator.amazonses.com", ["Bounce", "Send"]],
    ["complaint@simulator.amazonses.com", ["Complaint", "Delivery", "Send"]],
    ["ooto@simulator.amazonses.com", ["Bounce", "Delivery", "Send"]],
    ["someone@nowhere.invalid", ["Bounce", "Send"]],
  ])("%s gets %j", async (to, types) => {
    const events = await eventsOf(await send(to), types.length);
    expect(events.map(({ eventType }) => eventType).sort()).toEqual(types);
  });

  test.each([
    ["bounce@simulator.amazonses.com", "Permanent", "General", { action: "failed", status: "5.1.1" }],
    [
      "suppressionlist@simulator.amazonses.com",
      "Permanent",
      "Suppressed",
      { action: "failed", status: "5.1.1" },
    ],
    ["ooto@simulator.amazonses.com", "Transient", "General", {}],
  ])("%s bounces as %s, %s", async (to, bounceType, bounceSubType, recipient) => {
    const events = await eventsOf(await send(to), to.startsWith("ooto") ? 3 : 2);
    const bounce = events.find(({ eventType }) => eventType === "Bounce");
    expect(bounce?.["bounce"]).toMatchObject({
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: to, ...recipient }],
    });
  });

  test("a domain told to fail its lookups delays delivery", async () => {
    await sandbox.call("POST", "/_sandbox/dns", { domain: "slow.test", mx: "servfail" });
    const events = await eventsOf(await send("bob@slow.test"), 2);
    expect(events.map(({ eventType }) => eventType).sort()).toEqual(["DeliveryDelay", "Send"]);
  });
});

describe("mail of an account whose suppression list is off", () => {
  const listed = async (to: string): Promise<boolean> =>
    (await eventsOf(await send(to), 2)).some((event) =>
      JSON.stringify(event).includes("OnAccountSuppressionList"),
    );
  let other: SESClient;
  beforeAll(() => {
    const credentials = { accessKeyId: "SANDBOXLISTLESS", secretAccessKey: "secret" };
    other = new SESClient({ endpoint: sandbox.url, region: "us-east-1", credentials, maxAttempts: 1 });
  });
  afterAll(() => other.destroy());

  test("puts nobody on the list", async () => {
    const messageId = await send("ann@listless.example", other);
    await eventsOf(messageId, 2);
    await sandbox.call("POST", "/_sandbox/events", { messageId, type: "Bounce" });
    await eventsOf(messageId, 3);
    expect(await listed("ann@listless.example")).toBe(false);
  });

  test("is not stopped by it", async () => {
    const messageId = await send("bob@listless.example");
    await eventsOf(messageId, 2);
    await sandbox.call("POST", "/_sandbox/events", { messageId, type: "Bounce" });
    expect(await listed("bob@listless.example")).toBe(true);
    const events = await eventsOf(await send("bob@listless.example", other), 2);
    expect(events.map(({ eventType }) => eventType).sort()).toEqual(["Delivery", "Send"]);
  });
});

test("events carry the message's tags, decoded headers and SES's own tags", async () => {
  const [event] = await eventsOf(await send("bob@example.org"), 1);
  expect(event?.mail).toMatchObject({
    source: "Ann <ann@example.com>",
    sourceArn: "arn:aws:ses:us-east-1:000000000000:identity/example.com",
    sendingAccountId: "000000000000",
    destination: ["bob@example.org"],
    headersTruncated: false,
    commonHeaders: { from: ["Ann <ann@example.com>"], to: ["bob@example.org"], subject: "Grüße" },
    tags: {
      "ses:configuration-set": ["sendex"],
      "ses:from-domain": ["example.com"],
      "sendex-message": ["msg_1"],
      "sendex-recipient": ["0"],
    },
  });
});

test("POST /_sandbox/events merges the given fields into the details", async () => {
  const bounce = await published("Bounce", { bounceType: "Transient", bounceSubType: "MailboxFull" });
  expect(bounce["bounce"]).toMatchObject({
    bounceType: "Transient",
    bounceSubType: "MailboxFull",
    bouncedRecipients: [{ emailAddress: "bob@example.org" }],
  });
  const click = await published("Click", { link: "https://example.com/a?b=c" });
  expect(click["click"]).toMatchObject({ link: "https://example.com/a?b=c" });
});

test("POST /_sandbox/events knows its messages and types", async () => {
  const unknown = { messageId: "nothing", type: "Bounce" };
  expect((await sandbox.call("POST", "/_sandbox/events", unknown)).status).toBe(404);
  const messageId = await send("bob@example.org");
  expect((await sandbox.call("POST", "/_sandbox/events", { messageId, type: "Explode" })).status).toBe(400);
});

/** The keys of each event type as AWS documents them: mail first, then the details. */
const MAIL = [
  "timestamp",
  "source",
  "sourceArn",
  "sendingAccountId",
  "messageId",
  "destination",
  "headersTruncated",
  "headers",
  "commonHeaders",
  "tags",
];
const DETAILS: Record<string, [key: string, fields: string[]]> = {
  Send: ["send", []],
  Delivery: ["delivery", ["timestamp", "processingTimeMillis", "recipients", "smtpResponse", "reportingMTA"]],
  Bounce: [
    "bounce",
    ["bounceType", "bounceSubType", "bouncedRecipients", "timestamp", "feedbackId", "reportingMTA"],
  ],
  Complaint: [
    "complaint",
    [
      "complainedRecipients",
      "timestamp",
      "feedbackId",
      "complaintSubType",
      "userAgent",
      "complaintFeedbackType",
      "arrivalDate",
    ],
  ],
  Reject: ["reject", ["reason"]],
  Open: ["open", ["ipAddress", "timestamp", "userAgent"]],
  Click: ["click", ["ipAddress", "timestamp", "userAgent", "link", "linkTags"]],
  "Rendering Failure": ["failure", ["errorMessage", "templateName"]],
  DeliveryDelay: ["deliveryDelay", ["timestamp", "delayType", "expirationTime", "delayedRecipients"]],
  Subscription: [
    "subscription",
    ["contactList", "timestamp", "source", "newTopicPreferences", "oldTopicPreferences"],
  ],
};

test.each(Object.entries(DETAILS))("%s has exactly the documented keys", async (type, [key, fields]) => {
  const event = await published(type);
  expect(Object.keys(event).sort()).toEqual(["eventType", "mail", key].sort());
  expect(Object.keys(event.mail).sort()).toEqual([...MAIL].sort());
  expect(Object.keys(event[key] as object).sort()).toEqual([...fields].sort());
});

/** Others' samples of the same events, where this checkout has them at hand. */
const SAMPLES = process.env["SES_SAMPLES"] ?? join(__dirname, "../../../../shared/ses-samples");
const sampleNames = existsSync(SAMPLES)
  ? readdirSync(SAMPLES).filter((name) => /^(0\d|10)-.*\.json$/.test(name))
  : [];

test("every sample of an event at hand is matched, key by key and type by type", async () => {
  for (const name of sampleNames) {
    const sample = JSON.parse(readFileSync(join(SAMPLES, name), "utf8")) as SesEvent;
    const ours = await published(sample.eventType);
    expect({ name, missing: missingShape(sample, ours, "") }).toEqual({ name, missing: [] });
  }
});

/** Values that are the writer's own choice and not of the format. */
const FREE = /^\.mail\.tags\.myCustomTag|^\.click\.linkTags/;

function missingShape(sample: unknown, ours: unknown, path: string): string[] {
  if (FREE.test(path)) return [];
  if (kindOf(sample) !== kindOf(ours)) return [`${path}: ${kindOf(sample)} expected, ${kindOf(ours)} found`];
  if (Array.isArray(sample) && Array.isArray(ours)) {
    return sample.length > 0 && ours.length > 0 ? missingShape(sample[0], ours[0], `${path}[]`) : [];
  }
  if (typeof sample !== "object" || sample === null) return [];
  const found = ours as Record<string, unknown>;
  return Object.entries(sample).flatMap(([key, value]) => missingShape(value, found[key], `${path}.${key}`));
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
