import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { SES_V1_MAX_BYTES } from "@sendex/core/accepting/message";
import { closers, errorV1, fakeSes, mail, OK_V1, open, say } from "./fake-ses";

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

describe("an accepted mail", () => {
  test("goes through v1 SendRawEmail with its envelope, tags and configuration set", async () => {
    const { ses, seen } = await fakeSes(say(200, OK_V1));
    expect(await ses.send(mail())).toEqual({ kind: "sent", sesMessageId: "0100-abc" });
    const form = new URLSearchParams(seen[0]?.body);
    expect(form.get("Action")).toBe("SendRawEmail");
    expect(form.get("Source")).toBe("a@sender.test");
    expect(form.get("Destinations.member.1")).toBe("b@receiver.test");
    expect(form.get("ConfigurationSetName")).toBe("events");
    expect(form.get("Tags.member.1.Name")).toBe("sendex-message");
    expect(form.get("Tags.member.1.Value")).toBe("msg_1");
    expect(form.get("Tags.member.2.Name")).toBe("sendex-attempt");
    expect(Buffer.from(form.get("RawMessage.Data") ?? "", "base64")).toEqual(Buffer.from(mail().raw));
    expect(seen[0]?.headers.authorization).toContain("Credential=SANDBOX/");
  });

  test("to an endpoint is signed with no ambient credentials and heeds no ambient setting", async () => {
    const ambient = {
      AWS_ACCESS_KEY_ID: "AMBIENT",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_REGION: "ap-south-1",
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
      AWS_USE_FIPS_ENDPOINT: "true",
      AWS_MAX_ATTEMPTS: "5",
    };
    const replaced = jest.replaceProperty(process, "env", ambient);
    const { ses, seen } = await fakeSes(say(200, OK_V1));
    expect((await ses.send(mail())).kind).toBe("sent");
    expect(seen[0]?.headers.authorization).toMatch(/Credential=SANDBOX\/\d+\/eu-west-1\//);
    replaced.restore();
  });

  test("of more than the v1 limit goes through v2 SendEmail with the same tags", async () => {
    const { ses, seen } = await fakeSes(
      say(200, '{"MessageId":"v2-id"}', { "content-type": "application/json" }),
    );
    const raw = Buffer.alloc(SES_V1_MAX_BYTES + 1, "A");
    expect(await ses.send(mail({ raw, timeoutMs: 60_000 }))).toEqual({ kind: "sent", sesMessageId: "v2-id" });
    expect(seen[0]?.url).toBe("/v2/email/outbound-emails");
    const { Content, ...rest } = JSON.parse(seen[0]?.body ?? "") as { Content: { Raw: { Data: string } } };
    expect(Buffer.from(Content.Raw.Data, "base64").length).toBe(raw.length);
    expect(rest).toEqual({
      FromEmailAddress: "a@sender.test",
      Destination: { ToAddresses: ["b@receiver.test"] },
      ConfigurationSetName: "events",
      EmailTags: [
        { Name: "sendex-message", Value: "msg_1" },
        { Name: "sendex-attempt", Value: "1" },
      ],
    });
  });

  test("of exactly the v1 limit still goes through v1, of a byte more through v2", async () => {
    const { url, seen } = await fakeSes((one, response) =>
      one.url === "/"
        ? say(200, OK_V1)(one, response)
        : say(200, '{"MessageId":"v2-id"}', { "content-type": "application/json" })(one, response),
    );
    const ses = open(url, { v1MaxBytes: 1_000 });
    expect((await ses.send(mail({ raw: new Uint8Array(1_000).fill(65) }))).kind).toBe("sent");
    expect((await ses.send(mail({ raw: new Uint8Array(1_001).fill(65) }))).kind).toBe("sent");
    expect(seen.map((one) => one.url)).toEqual(["/", "/v2/email/outbound-emails"]);
  });

  test("shares one connection with the next", async () => {
    const { ses, seen, sockets } = await fakeSes(say(200, OK_V1));
    for (let n = 0; n < 5; n++) await ses.send(mail());
    expect([seen.length, sockets.size]).toEqual([5, 1]);
  });

  test("concurrent calls each get their own answer", async () => {
    const { ses } = await fakeSes((seen, response) => {
      const to = new URLSearchParams(seen.body).get("Destinations.member.1") ?? "";
      if (to.startsWith("bad")) return say(400, errorV1("MessageRejected", to))(seen, response);
      return say(200, OK_V1.replace("0100-abc", to))(seen, response);
    });
    const names = Array.from({ length: 40 }, (_, n) => `${n % 3 ? "ok" : "bad"}${n}@x.test`);
    const answers = await Promise.all(names.map((to) => ses.send(mail({ to }))));
    names.forEach((to, n) => {
      expect(answers[n]).toMatchObject(
        to.startsWith("ok") ? { kind: "sent", sesMessageId: to } : { kind: "rejected" },
      );
    });
  });
});

describe("an answer that names an error", () => {
  test.each([
    [400, "Throttling", "Maximum sending rate exceeded.", { kind: "throttled" }],
    [400, "Throttling", "Daily message quota exceeded.", { kind: "paused", quota: true }],
    [400, "MessageRejected", "no", { kind: "rejected" }],
    [400, "ConfigurationSetDoesNotExist", "no", { kind: "paused", quota: false }],
    [400, "AccountSendingPausedException", "no", { kind: "paused" }],
    [400, "MailFromDomainNotVerifiedException", "no", { kind: "unverified" }],
    [403, "InvalidClientTokenId", "no", { kind: "paused" }],
    [400, "LimitExceeded", "no", { kind: "retry", alert: true }],
    [500, "InternalFailure", "no", { kind: "retry", alert: false }],
    [503, "ServiceUnavailable", "no", { kind: "retry" }],
    [504, "Unheard", "no", { kind: "retry", code: "Unheard" }],
  ])("v1: %d %s %s", async (status, code, message, want) => {
    const { ses, seen } = await fakeSes(say(status, errorV1(code, message)));
    expect(await ses.send(mail())).toMatchObject(want);
    expect(seen).toHaveLength(1);
  });

  test.each([
    [429, "TooManyRequestsException", { kind: "throttled" }],
    [400, "SendingPausedException", { kind: "paused" }],
    [400, "BadRequestException", { kind: "rejected" }],
    [500, "InternalServiceErrorException", { kind: "retry" }],
    [503, "Unheard", { kind: "retry", code: "Unheard" }],
  ])("v2: %d %s", async (status, code, want) => {
    const { ses, seen } = await fakeSes((one, response) =>
      say(status, JSON.stringify({ message: "no" }), { "x-amzn-errortype": code })(one, response),
    );
    const raw = new Uint8Array(SES_V1_MAX_BYTES + 1);
    expect(await ses.send(mail({ raw, timeoutMs: 15_000 }))).toMatchObject(want);
    expect(seen).toHaveLength(1);
  });
});

test("the quota is read, and rejects where SES cannot be asked", async () => {
  const xml =
    '<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult>' +
    "<Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate>" +
    "<SentLast24Hours>127.0</SentLast24Hours></GetSendQuotaResult></GetSendQuotaResponse>";
  const { ses } = await fakeSes(say(200, xml));
  expect(await ses.quota()).toEqual({ maxSendRate: 14, max24Hour: 50000, sentLast24Hours: 127 });
  const broken = await fakeSes(say(503, errorV1("ServiceUnavailable", "no")));
  await expect(broken.ses.quota()).rejects.toThrow("no");
});
