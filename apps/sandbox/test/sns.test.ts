import { createVerify, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { SendRawEmailCommand } from "@aws-sdk/client-ses";
import { ConfirmSubscriptionCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startReceiver, type Receiver } from "./receiver";
import { eventually, rawMessage, startTestSandbox, type TestSandbox } from "./running";

let receiver: Receiver;
let sandbox: TestSandbox;

beforeEach(async () => {
  receiver = await startReceiver();
  sandbox = await startTestSandbox({ notifyUrl: receiver.url, retryTimeScale: 0.001 });
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

/** Written from the SNS guide, apart from the code that signs. */
function signatureHolds(envelope: Record<string, string>, pem: string): boolean {
  const confirmation = envelope["Type"] !== "Notification";
  const names = confirmation
    ? "Message MessageId SubscribeURL Timestamp Token TopicArn Type"
    : "Message MessageId Subject Timestamp TopicArn Type";
  let text = "";
  for (const name of names.split(" ")) if (name in envelope) text += `${name}\n${envelope[name]}\n`;
  const hash = envelope["SignatureVersion"] === "1" ? "sha1" : "sha256";
  return createVerify(hash)
    .update(text, "utf8")
    .verify(pem, envelope["Signature"] ?? "", "base64");
}

function firstConfirmation(): Promise<Record<string, string>> {
  return eventually(
    () => receiver.received.find(({ envelope }) => envelope["Type"] === "SubscriptionConfirmation")?.envelope,
  );
}

async function confirm(): Promise<void> {
  const { Token, TopicArn } = await firstConfirmation();
  await sandbox.sns.send(new ConfirmSubscriptionCommand({ Token, TopicArn }));
}

async function send(to = "bob@example.org"): Promise<string> {
  const command = new SendRawEmailCommand({
    RawMessage: { Data: rawMessage({ to }) },
    ConfigurationSetName: "sendex",
    Tags: [{ Name: "sendex-message", Value: "msg_1" }],
  });
  return (await sandbox.ses.send(command)).MessageId ?? "";
}

function eventOf(messageId: string, type: string) {
  return eventually(() =>
    receiver.events().find(({ event }) => event.eventType === type && event.mail.messageId === messageId),
  );
}

describe("the certificate", () => {
  test("is self-signed for SNS's name, valid now, served where envelopes say and written to the trust root", async () => {
    const { SigningCertURL = "" } = await firstConfirmation();
    expect(SigningCertURL).toMatch(/\/SimpleNotificationService-[0-9a-f]{32}\.pem$/);
    const pem = await (await fetch(SigningCertURL)).text();
    expect(await readFile(sandbox.trustRootPath, "utf8")).toBe(pem);
    const certificate = new X509Certificate(pem);
    expect(certificate.subject).toBe("CN=sns.amazonaws.com");
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
  });
});

describe("the subscription", () => {
  test("is asked for with SNS's fields and headers, signed", async () => {
    const envelope = await firstConfirmation();
    expect(Object.keys(envelope)).toEqual([
      "Type",
      "MessageId",
      "Token",
      "TopicArn",
      "Message",
      "SubscribeURL",
      "Timestamp",
      "SignatureVersion",
      "Signature",
      "SigningCertURL",
    ]);
    expect(signatureHolds(envelope, await readFile(sandbox.trustRootPath, "utf8"))).toBe(true);
    expect(receiver.received[0]?.headers).toMatchObject({
      "x-amz-sns-message-type": "SubscriptionConfirmation",
      "x-amz-sns-message-id": envelope["MessageId"],
      "x-amz-sns-topic-arn": sandbox.topicArn,
      "content-type": "text/plain; charset=UTF-8",
      "user-agent": "Amazon Simple Notification Service Agent",
    });
  });

  test("is asked for again until confirmed, and events wait for it", async () => {
    const messageId = await send();
    await eventually(() => (receiver.received.length >= 2 ? true : undefined));
    await eventually(async () => {
      const { body } = await sandbox.call("GET", "/_sandbox/sns");
      return body["pending"] === 2 ? true : undefined;
    });
    expect(receiver.events()).toEqual([]);
    await confirm();
    await eventOf(messageId, "Send");
    await eventOf(messageId, "Delivery");
  });

  test("is not confirmed by a wrong token or for another topic", async () => {
    const { Token } = await firstConfirmation();
    const { TopicArn } = { TopicArn: sandbox.topicArn };
    const wrong = new ConfirmSubscriptionCommand({ TopicArn, Token: "0".repeat(240) });
    await expect(sandbox.sns.send(wrong)).rejects.toMatchObject({ name: "InvalidParameterException" });
    const elsewhere = new ConfirmSubscriptionCommand({ TopicArn: `${TopicArn}-other`, Token });
    await expect(sandbox.sns.send(elsewhere)).rejects.toMatchObject({ name: "NotFoundException" });
    expect((await sandbox.call("GET", "/_sandbox/sns")).body).toMatchObject({ confirmed: false });
  });

  test("moves to another endpoint through Subscribe", async () => {
    await confirm();
    const other = await startReceiver();
    const { SubscriptionArn } = await sandbox.sns.send(
      new SubscribeCommand({ TopicArn: sandbox.topicArn, Protocol: "http", Endpoint: other.url }),
    );
    expect(SubscriptionArn).toBe("pending confirmation");
    const { Token } = await eventually(() => other.received[0]?.envelope);
    await sandbox.sns.send(new ConfirmSubscriptionCommand({ TopicArn: sandbox.topicArn, Token }));
    await send();
    await eventually(() => (other.events().length === 2 ? true : undefined));
    expect(receiver.events()).toEqual([]);
    await other.close();
  });
});

describe("notifications", () => {
  beforeEach(confirm);

  test("carry SNS's fields and headers, and a signature that independent code confirms", async () => {
    const { envelope } = await eventOf(await send(), "Delivery");
    expect(Object.keys(envelope)).toEqual([
      "Type",
      "MessageId",
      "TopicArn",
      "Subject",
      "Message",
      "Timestamp",
      "SignatureVersion",
      "Signature",
      "SigningCertURL",
      "UnsubscribeURL",
    ]);
    expect(envelope).toMatchObject({ Subject: "Amazon SES Email Event Notification", SignatureVersion: "2" });
    const pem = await readFile(sandbox.trustRootPath, "utf8");
    expect(signatureHolds(envelope, pem)).toBe(true);
    expect(signatureHolds({ ...envelope, Message: `${envelope["Message"]} ` }, pem)).toBe(false);
    const request = receiver.received.find((one) => one.envelope["MessageId"] === envelope["MessageId"]);
    expect(request?.headers["x-amz-sns-subscription-arn"]).toMatch(
      new RegExp(`^${sandbox.topicArn}:[0-9a-f-]{36}$`),
    );
  });

  test("are signed with SHA-1 once version 1 is asked for", async () => {
    await sandbox.call("POST", "/_sandbox/sns", { signatureVersion: 1 });
    const { envelope } = await eventOf(await send(), "Send");
    expect(envelope["SignatureVersion"]).toBe("1");
    expect(signatureHolds(envelope, await readFile(sandbox.trustRootPath, "utf8"))).toBe(true);
  });

  test("come again under the same id after 5xx and broken connections", async () => {
    receiver.answerWith(503, 0);
    const messageId = await send();
    await eventOf(messageId, "Send");
    await eventOf(messageId, "Delivery");
    await eventually(async () => {
      const { body } = await sandbox.call("GET", "/_sandbox/sns");
      return body["pending"] === 0 ? true : undefined;
    });
    const ids = receiver.events().map(({ envelope }) => envelope["MessageId"]);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });

  test("end with any 4xx but 429, and after three retries", async () => {
    receiver.answerWith(403);
    const messageId = await send();
    await eventOf(messageId, "Delivery");
    await sandbox.call("POST", "/_sandbox/events", { messageId, type: "Open" });
    await eventOf(messageId, "Open");
    expect(receiver.events()).toHaveLength(3);

    receiver.answerWith(429, 500, 503, 502);
    await sandbox.call("POST", "/_sandbox/events", { messageId, type: "Reject" });
    await eventually(async () => {
      const { body } = await sandbox.call("GET", "/_sandbox/sns");
      return body["failed"] === 1 ? true : undefined;
    });
    expect(receiver.events()).toHaveLength(7);
  });

  test("do not come for mail sent without the configuration set", async () => {
    const Data = rawMessage();
    const { MessageId } = await sandbox.ses.send(new SendRawEmailCommand({ RawMessage: { Data } }));
    await eventOf(await send(), "Delivery");
    expect(receiver.events().filter(({ event }) => event.mail.messageId === MessageId)).toEqual([]);
  });

  test("an inbound message is reported as received, with its content", async () => {
    const raw = Buffer.from(rawMessage({ from: "out@there.test", to: "support@example.com" })).toString();
    await fetch(`${sandbox.url}/_sandbox/inbound`, { method: "POST", body: raw });
    const envelope = await eventually(
      () => receiver.received.find((one) => one.envelope["Subject"]?.includes("Receipt"))?.envelope,
    );
    expect(JSON.parse(envelope["Message"] ?? "")).toMatchObject({
      notificationType: "Received",
      receipt: { recipients: ["support@example.com"], action: { type: "SNS", topicArn: sandbox.topicArn } },
      mail: { source: "out@there.test", commonHeaders: { subject: "Hello" } },
      content: raw,
    });
  });
});
