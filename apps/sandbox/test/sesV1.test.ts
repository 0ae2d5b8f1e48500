import {
  ConfigurationSetDoesNotExistException,
  GetSendQuotaCommand,
  MessageRejected,
  SendEmailCommand,
} from "@aws-sdk/client-ses";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { bodyOf, rawMessage, refusalOf, startTestSandbox, type TestSandbox } from "./running";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
afterEach(async () => {
  await sandbox.call("POST", "/_sandbox/quota", { maxSendRate: 500, max24HourSend: 1_000_000 });
});

describe("SendRawEmail through the SDK", () => {
  test("accepts a mail, gives it an id of SES's form and writes it into the ledger", async () => {
    const { MessageId, $metadata } = await sandbox.sendRaw({
      Source: "ann@example.com",
      Destinations: ["bob@example.org", "Cy <cy@example.org>"],
      ConfigurationSetName: "sendex",
      Tags: [
        { Name: "sendex-message", Value: "msg_1" },
        { Name: "sendex-attempt", Value: "1" },
      ],
    });
    expect(MessageId).toMatch(/^0100[0-9a-f]{12}-[0-9a-f-]{36}-000000$/);
    expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await sandbox.ledgerLines()).at(-1)).toMatchObject({
      messageId: MessageId,
      from: "ann@example.com",
      to: ["bob@example.org", "cy@example.org"],
      subject: "Hello",
      tags: { "sendex-message": "msg_1", "sendex-attempt": "1" },
      operation: "SendRawEmail",
      configSet: "sendex",
      bytes: rawMessage().length,
    });
  });

  test("takes sender, recipients, tags and configuration set from the headers when the call has none", async () => {
    const extra =
      "Cc: cy@example.org\r\nX-SES-CONFIGURATION-SET: sendex\r\nX-SES-MESSAGE-TAGS: a=1,\r\n b=two\r\n";
    const { MessageId } = await sandbox.sendRaw({ RawMessage: { Data: rawMessage({ extra }) } });
    expect((await sandbox.ledgerLines()).at(-1)).toMatchObject({
      messageId: MessageId,
      from: "Ann <ann@example.com>",
      to: ["bob@example.org", "cy@example.org"],
      tags: { a: "1", b: "two" },
      configSet: "sendex",
    });
  });

  test("accepts 10 MB and refuses a byte more, in SES's words", async () => {
    const limit = 10 * 1024 * 1024;
    const fit = Buffer.concat([rawMessage(), bodyOf(limit - rawMessage().length)]);
    await expect(sandbox.sendRaw({ RawMessage: { Data: fit } })).resolves.toHaveProperty("MessageId");
    const error = await refusalOf(
      sandbox.sendRaw({ RawMessage: { Data: Buffer.concat([fit, Buffer.from("a")]) } }),
    );
    expect(error).toMatchObject({
      name: "InvalidParameterValue",
      message: `Message length is more than ${limit} bytes long: '${limit + 1}'.`,
    });
    expect(error.$metadata.httpStatusCode).toBe(400);
  });

  test("accepts 50 recipients and refuses 51", async () => {
    const many = Array.from({ length: 51 }, (_, i) => `r${i}@example.org`);
    await expect(sandbox.sendRaw({ Destinations: many.slice(0, 50) })).resolves.toHaveProperty("MessageId");
    expect(await refusalOf(sandbox.sendRaw({ Destinations: many }))).toMatchObject({
      name: "InvalidParameterValue",
      message: "Recipient count exceeds 50.",
    });
  });

  test.each([
    ["a space in a tag's name", [{ Name: "a b", Value: "1" }]],
    ["a dot in a tag's value", [{ Name: "a", Value: "1.0" }]],
    ["an empty value", [{ Name: "a", Value: "" }]],
    ["a name of 257 characters", [{ Name: "a".repeat(257), Value: "1" }]],
    [
      "the same name twice",
      [
        { Name: "a", Value: "1" },
        { Name: "a", Value: "2" },
      ],
    ],
  ])("refuses %s", async (_what, Tags) => {
    expect(await refusalOf(sandbox.sendRaw({ Tags }))).toMatchObject({ name: "InvalidParameterValue" });
  });

  test.each([
    ["no @", "bob", "Missing final '@domain'"],
    ["a space", "bo b@example.org", "Local address contains control or whitespace"],
    ["an accent in the domain", "bob@exämple.org", "Domain contains illegal character"],
    ["a final dot", "bob@example.org.", "Domain ends with dot"],
  ])("refuses a recipient with %s", async (_what, recipient, message) => {
    expect(await refusalOf(sandbox.sendRaw({ Destinations: [recipient] }))).toMatchObject({
      name: "InvalidParameterValue",
      message,
    });
  });

  test("refuses a name and address of more than 320 bytes, in SES's words", async () => {
    const name = Array.from({ length: 6 }, () => `=?UTF-8?B?${"5ZCN".repeat(10)}?=`).join("\r\n ");
    const from = `${name} <ann@example.com>`;
    for (const data of [rawMessage({ from }), rawMessage({ extra: `Reply-To: ${from}\r\n` })])
      expect(await refusalOf(sandbox.sendRaw({ RawMessage: { Data: data } }))).toMatchObject({
        name: "InvalidParameterValue",
        message: `Address length is more than 320 characters long: '${from.replaceAll("\r\n", "")}'.`,
      });
    const short = from.replace(/^.*\r\n /, "");
    await expect(
      sandbox.sendRaw({ RawMessage: { Data: rawMessage({ from: short }) } }),
    ).resolves.toHaveProperty("MessageId");
  });

  test("refuses a line of more than 1,000 bytes with its end, and more than 500 parts", async () => {
    const withBody = (body: string) => ({
      RawMessage: { Data: Buffer.concat([rawMessage(), Buffer.from(body)]) },
    });
    const line = (length: number) => withBody(`\r\n${"a".repeat(length)}\r\nb\r\n`);
    const parts = (count: number) => withBody("--b\r\nContent-Type: text/plain\r\n\r\n".repeat(count));
    for (const call of [line(998), parts(499)])
      await expect(sandbox.sendRaw(call)).resolves.toHaveProperty("MessageId");
    for (const call of [line(999), parts(500)])
      expect(await refusalOf(sandbox.sendRaw(call))).toMatchObject({ name: "InvalidParameterValue" });
  });

  test("refuses a doubled header", async () => {
    const error = await refusalOf(
      sandbox.sendRaw({ RawMessage: { Data: rawMessage({ extra: "Subject: again\r\n" }) } }),
    );
    expect(error).toMatchObject({ name: "InvalidParameterValue", message: "Duplicate header 'Subject'." });
  });

  test("refuses an unknown configuration set as the SDK's own class", async () => {
    const error = await refusalOf(sandbox.sendRaw({ ConfigurationSetName: "other" }));
    expect(error).toBeInstanceOf(ConfigurationSetDoesNotExistException);
    expect(error.message).toBe("Configuration set <other> does not exist.");
  });

  test("refuses a sender whose domain is not verified, and lets its subdomains send once it is", async () => {
    const foreign = { RawMessage: { Data: rawMessage({ from: "eve@mail.foreign.test" }) } };
    const error = await refusalOf(sandbox.sendRaw(foreign));
    expect(error).toBeInstanceOf(MessageRejected);
    expect(error.message).toBe(
      "Email address is not verified. The following identities failed the check in region US-EAST-1: eve@mail.foreign.test",
    );
    await sandbox.call("POST", "/_sandbox/domains", { domain: "foreign.test" });
    await expect(sandbox.sendRaw(foreign)).resolves.toHaveProperty("MessageId");
  });

  test("looks at the From header even when the envelope's sender is verified", async () => {
    const spoof = { Source: "ann@example.com", RawMessage: { Data: rawMessage({ from: "ceo@bank.test" }) } };
    expect(await refusalOf(sandbox.sendRaw(spoof))).toMatchObject({ name: "MessageRejected" });
  });

  test("throttles above the rate, counting recipients, and says so as SES does", async () => {
    await sandbox.call("POST", "/_sandbox/quota", { maxSendRate: 2 });
    await sandbox.sendRaw({ Destinations: ["a@example.org", "b@example.org"] });
    const error = await refusalOf(sandbox.sendRaw());
    expect(error).toMatchObject({ name: "Throttling", message: "Maximum sending rate exceeded." });
    expect(error.$metadata.httpStatusCode).toBe(400);
  });

  test("stops at the daily quota", async () => {
    await sandbox.call("POST", "/_sandbox/quota", { max24HourSend: 3, sentLast24Hours: 2 });
    await sandbox.sendRaw();
    expect(await refusalOf(sandbox.sendRaw())).toMatchObject({
      name: "Throttling",
      message: "Daily message quota exceeded.",
    });
  });
});

test("SendEmail composes the message itself", async () => {
  const { MessageId } = await sandbox.ses.send(
    new SendEmailCommand({
      Source: "ann@example.com",
      Destination: { ToAddresses: ["bob@example.org"], BccAddresses: ["secret@example.org"] },
      Message: {
        Subject: { Data: "Grüße" },
        Body: { Text: { Data: "plain" }, Html: { Data: "<p>rich</p>" } },
      },
    }),
  );
  const { body } = await sandbox.call("GET", `/_sandbox/messages?to=secret@example.org`);
  const [message] = body["messages"] as { messageId: string; subject: string; raw: string }[];
  expect(message).toMatchObject({ messageId: MessageId, subject: "Grüße" });
  expect(message?.raw).toContain("multipart/alternative");
  expect(message?.raw).not.toContain("secret@example.org");
});

test("GetSendQuota tells the limits and what was sent", async () => {
  await sandbox.call("POST", "/_sandbox/quota", {
    maxSendRate: 14,
    max24HourSend: 50_000,
    sentLast24Hours: 7,
  });
  await sandbox.sendRaw();
  expect(await sandbox.ses.send(new GetSendQuotaCommand({}))).toMatchObject({
    Max24HourSend: 50_000,
    MaxSendRate: 14,
    SentLast24Hours: 8,
  });
});

describe("calls that are none", () => {
  const post = (body: string, headers: Record<string, string> = { authorization: "AWS4-HMAC-SHA256 any" }) =>
    fetch(sandbox.url, {
      method: "POST",
      body,
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    });

  test.each([
    ["without Authorization", "Action=GetSendQuota", {}, 403, "MissingAuthenticationToken"],
    ["without an action", "Version=2010-12-01", undefined, 400, "MissingAction"],
    ["with an unknown action", "Action=constructor", undefined, 400, "InvalidAction"],
    ["without a message", "Action=SendRawEmail", undefined, 400, "ValidationError"],
  ])("%s are refused as AWS refuses them", async (_what, body, headers, status, code) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("text/xml");
    expect(await answer.text()).toMatch(
      new RegExp(
        `^<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code>`,
      ),
    );
  });
});
