import { describe, expect, test } from "@jest/globals";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { CERT_URL, CERTIFICATE, fixture, HASH, open, signed, TOPIC, verify } from "./sns-signing";

describe("the sandbox's trust", () => {
  const SANDBOX_TOPIC = "arn:aws:sns:us-east-1:000000000000:sendex-sandbox";
  const origin = "http://127.0.0.1:4570";
  const sandbox = { topicArn: SANDBOX_TOPIC, certificatePem: CERTIFICATE, origin };
  const fields = {
    TopicArn: SANDBOX_TOPIC,
    SigningCertURL: `${origin}/SimpleNotificationService-${HASH}.pem`,
  };

  test("holds for its topic, and fetches nothing", async () => {
    const { verify: check, fetched } = open({ sandbox });
    expect(await check(JSON.stringify(signed(fields)))).toMatchObject({
      ok: true,
      message: { trust: "sandbox" },
    });
    expect(fetched).toEqual([]);
  });

  test("does not hold for a topic of AWS", async () => {
    const attempt = signed({ ...fields, TopicArn: TOPIC });
    expect(await verify(attempt, { sandbox })).toMatchObject({ ok: false });
  });

  test("is not replaced by a certificate of AWS on its topic", async () => {
    const { verify: check, fetched } = open({
      sandbox: { ...sandbox, certificatePem: fixture("stranger.cert.pem") },
    });
    const url = CERT_URL.replace("eu-west-1", "us-east-1");
    expect(await check(JSON.stringify(signed(fields)))).toMatchObject({ ok: false });
    expect(await check(JSON.stringify(signed({ ...fields, SigningCertURL: url })))).toMatchObject({
      ok: false,
    });
    expect(fetched).toEqual([]);
  });

  test.each([
    "http://127.0.0.1:4570.evil.test/x.pem",
    "http://127.0.0.1:4571/x.pem",
    "http://127.0.0.1:4570",
  ])("refuses the certificate address %s", async (SigningCertURL) => {
    expect(await verify(signed({ ...fields, SigningCertURL }), { sandbox })).toMatchObject({ ok: false });
  });

  test("does not exist unless set", async () => {
    expect(await verify(signed(fields))).toMatchObject({ ok: false });
  });

  test("confirms through the SNS API of the sandbox, never by the address in the message", async () => {
    const asked: string[] = [];
    const server = http.createServer((request, response) => {
      request.on("data", (chunk: Buffer) => asked.push(chunk.toString()));
      request.on("end", () =>
        response.end(
          '<ConfirmSubscriptionResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ConfirmSubscriptionResult>' +
            "<SubscriptionArn>arn</SubscriptionArn></ConfirmSubscriptionResult></ConfirmSubscriptionResponse>",
        ),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const sns = open({ sandbox: { ...sandbox, origin: base } });
    await sns.confirm(SANDBOX_TOPIC, "the-token");
    const form = new URLSearchParams(asked.join(""));
    expect([form.get("Action"), form.get("TopicArn"), form.get("Token")]).toEqual([
      "ConfirmSubscription",
      SANDBOX_TOPIC,
      "the-token",
    ]);
    await expect(sns.confirm("arn:aws:sns:eu-west-1:999999999999:x", "t")).rejects.toThrow("not one of ours");
    sns.close();
    server.close();
  });
});
