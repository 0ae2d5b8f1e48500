import { createHmac, timingSafeEqual } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { newWebhookSecret, sendexSignature, standardSignature } from "./sign";

const BODY = '{"event":"email.sent","data":{"subject":"Grüße 🎉"}}';

describe("sendexSignature", () => {
  /** What the Sendex documentation has its readers write. */
  function verifies(rawBody: string, secret: string, header: string): boolean {
    const expected = `sha256=${createHmac("sha256", secret).update(rawBody).digest("hex")}`;
    return header.length === expected.length && timingSafeEqual(Buffer.from(header), Buffer.from(expected));
  }

  test("passes the documented check", () => {
    const secret = newWebhookSecret();
    expect(verifies(BODY, secret, sendexSignature(secret, BODY))).toBe(true);
    expect(verifies(BODY, secret, sendexSignature(secret, Buffer.from(BODY)))).toBe(true);
    expect(verifies(`${BODY} `, secret, sendexSignature(secret, BODY))).toBe(false);
    expect(verifies(BODY, newWebhookSecret(), sendexSignature(secret, BODY))).toBe(false);
  });

  test("gives the known answer of RFC 4231, case 2", () => {
    expect(sendexSignature("Jefe", "what do ya want for nothing?")).toBe(
      "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });
});

describe("standardSignature", () => {
  const seconds = Math.floor(Date.now() / 1000);
  const headers = (signature: string) => ({
    "webhook-id": "evt_1",
    "webhook-timestamp": String(seconds),
    "webhook-signature": signature,
  });

  test("passes the check of the standardwebhooks package", () => {
    const secret = newWebhookSecret();
    const signed = headers(standardSignature([secret], "evt_1", seconds, BODY));
    expect(new Webhook(secret).verify(BODY, signed)).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(secret).verify(`${BODY} `, signed)).toThrow();
    expect(() => new Webhook(secret).verify(BODY, { ...signed, "webhook-id": "evt_2" })).toThrow();
    expect(() => new Webhook(newWebhookSecret()).verify(BODY, signed)).toThrow();
  });

  test("passes with either secret while one replaces the other", () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    const signed = headers(standardSignature(secrets, "evt_1", seconds, BODY));
    for (const secret of secrets) expect(new Webhook(secret).verify(BODY, signed)).toEqual(JSON.parse(BODY));
  });

  test.each(["", "whsec_", "secret", "whsec_no!", "whsec_YQ"])("refuses the secret %j", (secret) => {
    expect(() => standardSignature([secret], "evt_1", seconds, BODY)).toThrow(TypeError);
  });
});

test("a new secret is whsec_ and 24 bytes in base64, never the same", () => {
  const secret = newWebhookSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  expect(newWebhookSecret()).not.toBe(secret);
});
