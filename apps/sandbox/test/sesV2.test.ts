import {
  AccountSuspendedException,
  BadRequestException,
  GetAccountCommand,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  NotFoundException,
  SendEmailCommand,
  SendingPausedException,
  SESv2ServiceException,
  TooManyRequestsException,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { bodyOf, rawMessage, startTestSandbox, type TestSandbox } from "./running";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
afterEach(async () => {
  await sandbox.call("DELETE", "/_sandbox/faults");
  await sandbox.call("POST", "/_sandbox/quota", { maxSendRate: 500, max24HourSend: 1_000_000 });
});

function send(input: Partial<SendEmailCommandInput> = {}, raw: Uint8Array = rawMessage()) {
  return sandbox.sesv2.send(
    new SendEmailCommand({
      Content: { Raw: { Data: raw } },
      FromEmailAddress: "ann@example.com",
      Destination: { ToAddresses: ["bob@example.org"] },
      ...input,
    }),
  );
}

async function refusal(promise: Promise<unknown>): Promise<SESv2ServiceException> {
  const error = await promise.then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  if (error instanceof SESv2ServiceException) return error;
  throw error;
}

test("raw mail is accepted with its tags and written into the ledger", async () => {
  const { MessageId } = await send({
    ConfigurationSetName: "sendex",
    EmailTags: [{ Name: "sendex-message", Value: "msg_2" }],
  });
  const { body } = await sandbox.call("GET", "/_sandbox/ledger");
  expect((body["lines"] as unknown[]).at(-1)).toMatchObject({
    messageId: MessageId,
    operation: "SendEmail",
    from: "ann@example.com",
    to: ["bob@example.org"],
    tags: { "sendex-message": "msg_2" },
    configSet: "sendex",
  });
});

test("20 MB pass here, where v1 refuses them", async () => {
  const big = Buffer.concat([rawMessage(), bodyOf(20 * 1024 * 1024)]);
  await expect(send({}, big)).resolves.toHaveProperty("MessageId");
});

test("more than 40 MB are refused, naming both sizes", async () => {
  const big = Buffer.concat([rawMessage(), bodyOf(40 * 1024 * 1024)]);
  const error = await refusal(send({}, big));
  expect(error).toBeInstanceOf(BadRequestException);
  expect(error.message).toBe(`Message length is more than 41943040 bytes long: '${big.length}'.`);
});

test("simple content is composed", async () => {
  const content = { Simple: { Subject: { Data: "Simple" }, Body: { Text: { Data: "text" } } } };
  await expect(send({ Content: content })).resolves.toHaveProperty("MessageId");
});

test("GetAccount tells the quota", async () => {
  await sandbox.call("POST", "/_sandbox/quota", {
    maxSendRate: 14,
    max24HourSend: 50_000,
    sentLast24Hours: 7,
  });
  expect(await sandbox.sesv2.send(new GetAccountCommand({}))).toMatchObject({
    SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 7 },
    SendingEnabled: true,
  });
});

test("an unverified sender, an unknown configuration set and a bad tag are refused as v2 names them", async () => {
  expect(await refusal(send({ FromEmailAddress: "eve@foreign.test" }))).toBeInstanceOf(MessageRejected);
  expect(await refusal(send({ ConfigurationSetName: "other" }))).toBeInstanceOf(NotFoundException);
  expect(await refusal(send({ EmailTags: [{ Name: "a b", Value: "c" }] }))).toBeInstanceOf(
    BadRequestException,
  );
});

test("the rate throttle is a 429", async () => {
  await sandbox.call("POST", "/_sandbox/quota", { maxSendRate: 1 });
  await send();
  const error = await refusal(send());
  expect(error).toBeInstanceOf(TooManyRequestsException);
  expect(error.message).toBe("Maximum sending rate exceeded.");
  expect(error.$metadata.httpStatusCode).toBe(429);
});

test.each([
  ["Throttling", "TooManyRequestsException", 429, TooManyRequestsException],
  ["DailyQuota", "TooManyRequestsException", 429, TooManyRequestsException],
  ["AccountSendingPausedException", "SendingPausedException", 400, SendingPausedException],
  [
    "MailFromDomainNotVerifiedException",
    "MailFromDomainNotVerifiedException",
    400,
    MailFromDomainNotVerifiedException,
  ],
  ["AccountSuspendedException", "AccountSuspendedException", 400, AccountSuspendedException],
  ["LimitExceeded", "LimitExceededException", 400, LimitExceededException],
  ["MessageRejected", "MessageRejected", 400, MessageRejected],
  ["InvalidClientTokenId", "UnrecognizedClientException", 403, SESv2ServiceException],
  ["ServiceUnavailable", "ServiceUnavailable", 503, SESv2ServiceException],
  ["InternalFailure", "InternalFailure", 500, SESv2ServiceException],
])("the fault %s reaches the SDK's caller as %s with %i", async (error, name, status, type) => {
  await sandbox.call("POST", "/_sandbox/faults", { operation: "SendEmail", error });
  const thrown = await refusal(send());
  expect(thrown).toBeInstanceOf(type);
  expect(thrown.name).toBe(name);
  expect(thrown.$metadata.httpStatusCode).toBe(status);
});

test("EmptyId resolves without an id", async () => {
  await sandbox.call("POST", "/_sandbox/faults", { operation: "SendEmail", error: "EmptyId" });
  expect((await send()).MessageId).toBeUndefined();
});

test("a call without Authorization is refused", async () => {
  const answer = await fetch(`${sandbox.url}/v2/email/account`);
  expect(answer.status).toBe(403);
  expect(answer.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
});
