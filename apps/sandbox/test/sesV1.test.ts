import {
  AccountSendingPausedException,
  ConfigurationSetDoesNotExistException,
  ConfigurationSetSendingPausedException,
  DeleteIdentityCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  LimitExceededException,
  ListIdentitiesCommand,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SendEmailCommand,
  SendRawEmailCommand,
  SESServiceException,
  SetIdentityMailFromDomainCommand,
  VerifyDomainDkimCommand,
  VerifyDomainIdentityCommand,
  type SendRawEmailCommandInput,
} from "@aws-sdk/client-ses";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { eventually, rawMessage, startTestSandbox, type TestSandbox } from "./running";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ verifyDelayMs: 50 });
});
afterAll(() => sandbox.close());
afterEach(async () => {
  await sandbox.call("DELETE", "/_sandbox/faults");
  await sandbox.call("POST", "/_sandbox/quota", { maxSendRate: 500, max24HourSend: 1_000_000 });
});

function send(input: Partial<SendRawEmailCommandInput> = {}) {
  return sandbox.ses.send(new SendRawEmailCommand({ RawMessage: { Data: rawMessage() }, ...input }));
}

async function refusal(promise: Promise<unknown>): Promise<SESServiceException> {
  const error = await promise.then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  if (error instanceof SESServiceException) return error;
  throw error;
}

async function ledgerLines(): Promise<Record<string, unknown>[]> {
  const { body } = await sandbox.call("GET", "/_sandbox/ledger");
  return body["lines"] as Record<string, unknown>[];
}

describe("SendRawEmail through the SDK", () => {
  test("accepts a mail, gives it an id of SES's form and writes it into the ledger", async () => {
    const { MessageId, $metadata } = await send({
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
    expect((await ledgerLines()).at(-1)).toMatchObject({
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
    const { MessageId } = await send({ RawMessage: { Data: rawMessage({ extra }) } });
    expect((await ledgerLines()).at(-1)).toMatchObject({
      messageId: MessageId,
      from: "Ann <ann@example.com>",
      to: ["bob@example.org", "cy@example.org"],
      tags: { a: "1", b: "two" },
      configSet: "sendex",
    });
  });

  test("accepts 10 MB and refuses a byte more, in SES's words", async () => {
    const limit = 10 * 1024 * 1024;
    const fit = Buffer.concat([rawMessage(), Buffer.alloc(limit - rawMessage().length, "a")]);
    await expect(send({ RawMessage: { Data: fit } })).resolves.toHaveProperty("MessageId");
    const error = await refusal(send({ RawMessage: { Data: Buffer.concat([fit, Buffer.from("a")]) } }));
    expect(error).toMatchObject({
      name: "InvalidParameterValue",
      message: `Message length is more than ${limit} bytes long: '${limit + 1}'.`,
    });
    expect(error.$metadata.httpStatusCode).toBe(400);
  });

  test("accepts 50 recipients and refuses 51", async () => {
    const many = Array.from({ length: 51 }, (_, i) => `r${i}@example.org`);
    await expect(send({ Destinations: many.slice(0, 50) })).resolves.toHaveProperty("MessageId");
    expect(await refusal(send({ Destinations: many }))).toMatchObject({
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
    expect(await refusal(send({ Tags }))).toMatchObject({ name: "InvalidParameterValue" });
  });

  test.each([
    ["no @", "bob", "Missing final '@domain'"],
    ["a space", "bo b@example.org", "Local address contains control or whitespace"],
    ["an accent in the domain", "bob@exämple.org", "Domain contains illegal character"],
    ["a final dot", "bob@example.org.", "Domain ends with dot"],
  ])("refuses a recipient with %s", async (_what, recipient, message) => {
    expect(await refusal(send({ Destinations: [recipient] }))).toMatchObject({
      name: "InvalidParameterValue",
      message,
    });
  });

  test("refuses a doubled header", async () => {
    const error = await refusal(send({ RawMessage: { Data: rawMessage({ extra: "Subject: again\r\n" }) } }));
    expect(error).toMatchObject({ name: "InvalidParameterValue", message: "Duplicate header 'Subject'." });
  });

  test("refuses an unknown configuration set as the SDK's own class", async () => {
    const error = await refusal(send({ ConfigurationSetName: "other" }));
    expect(error).toBeInstanceOf(ConfigurationSetDoesNotExistException);
    expect(error.message).toBe("Configuration set <other> does not exist.");
  });

  test("refuses a sender whose domain is not verified, and lets its subdomains send once it is", async () => {
    const foreign = { RawMessage: { Data: rawMessage({ from: "eve@mail.foreign.test" }) } };
    const error = await refusal(send(foreign));
    expect(error).toBeInstanceOf(MessageRejected);
    expect(error.message).toBe(
      "Email address is not verified. The following identities failed the check in region US-EAST-1: eve@mail.foreign.test",
    );
    await sandbox.call("POST", "/_sandbox/domains", { domain: "foreign.test" });
    await expect(send(foreign)).resolves.toHaveProperty("MessageId");
  });

  test("looks at the From header even when the envelope's sender is verified", async () => {
    const spoof = { Source: "ann@example.com", RawMessage: { Data: rawMessage({ from: "ceo@bank.test" }) } };
    expect(await refusal(send(spoof))).toMatchObject({ name: "MessageRejected" });
  });

  test("throttles above the rate, counting recipients, and says so as SES does", async () => {
    await sandbox.call("POST", "/_sandbox/quota", { maxSendRate: 2 });
    await send({ Destinations: ["a@example.org", "b@example.org"] });
    const error = await refusal(send());
    expect(error).toMatchObject({ name: "Throttling", message: "Maximum sending rate exceeded." });
    expect(error.$metadata.httpStatusCode).toBe(400);
  });

  test("stops at the daily quota", async () => {
    await sandbox.call("POST", "/_sandbox/quota", { max24HourSend: 3, sentLast24Hours: 2 });
    await send();
    expect(await refusal(send())).toMatchObject({
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
  await send();
  expect(await sandbox.ses.send(new GetSendQuotaCommand({}))).toMatchObject({
    Max24HourSend: 50_000,
    MaxSendRate: 14,
    SentLast24Hours: 8,
  });
});

test("a domain goes from pending to verified, DKIM included, and can be deleted", async () => {
  const domain = "new.test";
  const { VerificationToken } = await sandbox.ses.send(new VerifyDomainIdentityCommand({ Domain: domain }));
  const { DkimTokens } = await sandbox.ses.send(new VerifyDomainDkimCommand({ Domain: domain }));
  expect(VerificationToken).toBeTruthy();
  expect(DkimTokens).toHaveLength(3);
  const attributes = async () => {
    const input = { Identities: [domain, "unknown.test"] };
    const { VerificationAttributes } = await sandbox.ses.send(
      new GetIdentityVerificationAttributesCommand(input),
    );
    const { DkimAttributes } = await sandbox.ses.send(new GetIdentityDkimAttributesCommand(input));
    expect(Object.keys(VerificationAttributes ?? {})).toEqual([domain]);
    return { verification: VerificationAttributes?.[domain], dkim: DkimAttributes?.[domain] };
  };
  await sandbox.call("POST", "/_sandbox/domains", { domain, status: "pending" });
  expect(await attributes()).toMatchObject({
    verification: { VerificationStatus: "Pending", VerificationToken },
    dkim: { DkimEnabled: true, DkimVerificationStatus: "Pending", DkimTokens },
  });
  await sandbox.call("POST", "/_sandbox/domains", { domain });
  expect(await attributes()).toMatchObject({
    verification: { VerificationStatus: "Success" },
    dkim: { DkimVerificationStatus: "Success" },
  });
  expect((await sandbox.ses.send(new ListIdentitiesCommand({}))).Identities).toContain(domain);
  await sandbox.ses.send(new DeleteIdentityCommand({ Identity: domain }));
  expect((await sandbox.ses.send(new ListIdentitiesCommand({}))).Identities).not.toContain(domain);
});

test("a domain verified through the API becomes so by itself after a while", async () => {
  await sandbox.ses.send(new VerifyDomainIdentityCommand({ Domain: "soon.test" }));
  await eventually(async () => {
    const input = { Identities: ["soon.test"] };
    const { VerificationAttributes } = await sandbox.ses.send(
      new GetIdentityVerificationAttributesCommand(input),
    );
    return VerificationAttributes?.["soon.test"]?.VerificationStatus === "Success" ? true : undefined;
  });
});

test("a MAIL FROM domain can be set and read", async () => {
  const MailFromDomain = "bounce.example.com";
  await sandbox.ses.send(new SetIdentityMailFromDomainCommand({ Identity: "example.com", MailFromDomain }));
  const { MailFromDomainAttributes } = await sandbox.ses.send(
    new GetIdentityMailFromDomainAttributesCommand({ Identities: ["example.com"] }),
  );
  expect(MailFromDomainAttributes?.["example.com"]).toMatchObject({
    MailFromDomain,
    MailFromDomainStatus: "Success",
  });
});

describe("faults", () => {
  const before = async (): Promise<number> => (await ledgerLines()).length;

  test.each([
    ["Throttling", "Throttling", 400, SESServiceException],
    ["DailyQuota", "Throttling", 400, SESServiceException],
    ["ServiceUnavailable", "ServiceUnavailable", 503, SESServiceException],
    ["InternalFailure", "InternalFailure", 500, SESServiceException],
    ["MessageRejected", "MessageRejected", 400, MessageRejected],
    ["AccountSendingPausedException", "AccountSendingPausedException", 400, AccountSendingPausedException],
    [
      "ConfigurationSetSendingPausedException",
      "ConfigurationSetSendingPausedException",
      400,
      ConfigurationSetSendingPausedException,
    ],
    [
      "ConfigurationSetDoesNotExist",
      "ConfigurationSetDoesNotExistException",
      400,
      ConfigurationSetDoesNotExistException,
    ],
    [
      "MailFromDomainNotVerifiedException",
      "MailFromDomainNotVerifiedException",
      400,
      MailFromDomainNotVerifiedException,
    ],
    ["LimitExceeded", "LimitExceededException", 400, LimitExceededException],
    ["InvalidClientTokenId", "InvalidClientTokenId", 403, SESServiceException],
    ["SignatureDoesNotMatch", "SignatureDoesNotMatch", 403, SESServiceException],
    ["AccessDenied", "AccessDenied", 403, SESServiceException],
    ["RequestExpired", "RequestExpired", 400, SESServiceException],
  ])(
    "%s reaches the SDK's caller as %s with %i and nothing is accepted",
    async (error, name, status, type) => {
      const sent = await before();
      await sandbox.call("POST", "/_sandbox/faults", { operation: "SendRawEmail", error });
      const thrown = await refusal(send());
      expect(thrown).toBeInstanceOf(type);
      expect(thrown.name).toBe(name);
      expect(thrown.$metadata.httpStatusCode).toBe(status);
      expect(await before()).toBe(sent);
    },
  );

  test("an error after accepting leaves the mail accepted", async () => {
    const sent = await before();
    await sandbox.call("POST", "/_sandbox/faults", {
      operation: "SendRawEmail",
      error: "InternalFailure",
      when: "after",
    });
    await refusal(send());
    expect(await before()).toBe(sent + 1);
  });

  test("EmptyId resolves without an id", async () => {
    await sandbox.call("POST", "/_sandbox/faults", {
      operation: "SendRawEmail",
      error: "EmptyId",
      when: "after",
    });
    expect((await send()).MessageId).toBeUndefined();
  });

  test("reset breaks the connection after the mail was read", async () => {
    const sent = await before();
    await sandbox.call("POST", "/_sandbox/faults", {
      operation: "SendRawEmail",
      error: "reset",
      when: "after",
    });
    await expect(send()).rejects.toThrow("ECONNRESET");
    expect(await before()).toBe(sent + 1);
  });

  test("timeout never answers, until the caller hangs up", async () => {
    await sandbox.call("POST", "/_sandbox/faults", { operation: "SendRawEmail", error: "timeout" });
    const abort = new AbortController();
    const command = new SendRawEmailCommand({ RawMessage: { Data: rawMessage() } });
    const call = sandbox.ses.send(command, { abortSignal: abort.signal });
    await eventually(async () => {
      const { body } = await sandbox.call("GET", "/_sandbox/faults");
      const [fault] = body["faults"] as { hits: number }[];
      return fault?.hits === 1 ? true : undefined;
    });
    const state = await Promise.race([
      call.catch(() => "failed"),
      new Promise((r) => setTimeout(r, 50, "waiting")),
    ]);
    expect(state).toBe("waiting");
    abort.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });

  test("a counted fault strikes exactly that often, however many calls race", async () => {
    await sandbox.call("POST", "/_sandbox/faults", {
      operation: "SendRawEmail",
      error: "ServiceUnavailable",
      count: 3,
    });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => send()));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
  });

  test("a fault for one operation leaves the others alone; the first match wins", async () => {
    await sandbox.call("POST", "/_sandbox/faults", { operation: "GetSendQuota", error: "InternalFailure" });
    await sandbox.call("POST", "/_sandbox/faults", {
      operation: "GetSendQuota",
      error: "ServiceUnavailable",
    });
    await expect(send()).resolves.toHaveProperty("MessageId");
    expect(await refusal(sandbox.ses.send(new GetSendQuotaCommand({})))).toMatchObject({
      name: "InternalFailure",
    });
  });

  test("latency alone delays and then performs", async () => {
    await sandbox.call("POST", "/_sandbox/faults", { operation: "SendRawEmail", latency_ms: 80 });
    const start = performance.now();
    await expect(send()).resolves.toHaveProperty("MessageId");
    expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  });

  test("a fault that cannot be understood is refused with the reason", async () => {
    const { status, body } = await sandbox.call("POST", "/_sandbox/faults", {
      operation: "SendRawEmail",
      rate: 2,
    });
    expect(status).toBe(400);
    expect(body["message"]).toBe("rate must be from 0 to 1");
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
