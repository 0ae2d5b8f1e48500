import { beforeAll, describe, expect, it } from "@jest/globals";
import { SNIPPETS } from "./snippets";

type Verify = (body: string, headers: Record<string, string>) => boolean;

const KEY = "a secret of 24 bytes....";
const BODY = '{"event":"email.sent"}';

/** What the snippet's reader has once it stands in a module. */
function paste(code: string): Verify {
  const script = code
    .replace(/^import .*$/m, 'const crypto = process.getBuiltinModule("node:crypto");')
    .replace("process.env.SENDEX_WEBHOOK_SECRET", JSON.stringify(`whsec_${btoa(KEY)}`))
    .replace("export function", "return function");
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own snippet, as its reader runs it
  return new Function(script)() as Verify;
}

async function signed(body: string, at: number, secret = KEY): Promise<Record<string, string>> {
  const text = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", text.encode(secret), algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, text.encode(`evt_1.${at}.${body}`));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(signature)));
  return {
    "webhook-id": "evt_1",
    "webhook-timestamp": String(at),
    "webhook-signature": `v1,b3RoZXI= v1,${base64}`,
  };
}

describe("the snippet for Node", () => {
  let isFromSendex: Verify;
  const seconds = Math.floor(Date.now() / 1000);
  beforeAll(() => {
    isFromSendex = paste(SNIPPETS.node);
  });

  it("takes what was signed, by one of several signatures", async () => {
    expect(isFromSendex(BODY, await signed(BODY, seconds))).toBe(true);
  });

  it("refuses another body, another secret and an old request", async () => {
    expect(isFromSendex(`${BODY} `, await signed(BODY, seconds))).toBe(false);
    expect(isFromSendex(BODY, await signed(BODY, seconds, "another"))).toBe(false);
    expect(isFromSendex(BODY, await signed(BODY, seconds - 600))).toBe(false);
  });
});
