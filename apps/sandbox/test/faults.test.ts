import {
  AccountSendingPausedException,
  ConfigurationSetDoesNotExistException,
  ConfigurationSetSendingPausedException,
  GetSendQuotaCommand,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SendRawEmailCommand,
  SESServiceException,
} from "@aws-sdk/client-ses";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { eventually, rawMessage, refusalOf, startTestSandbox, type TestSandbox } from "./running";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
afterEach(async () => {
  await sandbox.call("DELETE", "/_sandbox/faults");
});

describe("faults", () => {
  const before = async (): Promise<number> => (await sandbox.ledgerLines()).length;

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
      const thrown = await refusalOf(sandbox.sendRaw());
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
    await refusalOf(sandbox.sendRaw());
    expect(await before()).toBe(sent + 1);
  });

  test("EmptyId resolves without an id", async () => {
    await sandbox.call("POST", "/_sandbox/faults", {
      operation: "SendRawEmail",
      error: "EmptyId",
      when: "after",
    });
    expect((await sandbox.sendRaw()).MessageId).toBeUndefined();
  });

  test("reset breaks the connection after the mail was read", async () => {
    const sent = await before();
    await sandbox.call("POST", "/_sandbox/faults", {
      operation: "SendRawEmail",
      error: "reset",
      when: "after",
    });
    await expect(sandbox.sendRaw()).rejects.toThrow("ECONNRESET");
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
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => sandbox.sendRaw()));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
  });

  test("a fault for one operation leaves the others alone; the first match wins", async () => {
    await sandbox.call("POST", "/_sandbox/faults", { operation: "GetSendQuota", error: "InternalFailure" });
    await sandbox.call("POST", "/_sandbox/faults", {
      operation: "GetSendQuota",
      error: "ServiceUnavailable",
    });
    await expect(sandbox.sendRaw()).resolves.toHaveProperty("MessageId");
    expect(await refusalOf(sandbox.ses.send(new GetSendQuotaCommand({})))).toMatchObject({
      name: "InternalFailure",
    });
  });

  test("latency alone delays and then performs", async () => {
    await sandbox.call("POST", "/_sandbox/faults", { operation: "SendRawEmail", latency_ms: 80 });
    const start = performance.now();
    await expect(sandbox.sendRaw()).resolves.toHaveProperty("MessageId");
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
