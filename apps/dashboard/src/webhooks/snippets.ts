/** How a receiver knows our requests, without a library: by Standard Webhooks. Source: docs/webhooks.md "Verifying signatures" */
const NODE = `import crypto from "node:crypto";

const secret = process.env.SENDEX_WEBHOOK_SECRET; // whsec_…

/** @param body the raw body, before any JSON parser */
export function isFromSendex(body, headers) {
  const id = headers["webhook-id"];
  const at = headers["webhook-timestamp"];
  const age = Math.abs(Date.now() / 1000 - Number(at));
  if (!id || !(age < 300)) return false;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const expected = crypto.createHmac("sha256", key).update(\`\${id}.\${at}.\${body}\`).digest();
  return headers["webhook-signature"].split(" ").some((signature) => {
    const given = Buffer.from(signature.replace("v1,", ""), "base64");
    return given.length === expected.length && crypto.timingSafeEqual(given, expected);
  });
}
`;

const PYTHON = `import base64, hashlib, hmac, os, time

SECRET = os.environ["SENDEX_WEBHOOK_SECRET"]  # whsec_…


def is_from_sendex(body: bytes, headers) -> bool:
    """body: the raw body, before it is parsed"""
    event_id, at = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(at)) > 300:
        return False
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    signed = f"{event_id}.{at}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(digest).decode()
    given = headers["webhook-signature"].split(" ")
    return any(hmac.compare_digest(one, expected) for one in given)
`;

export const SNIPPETS = { node: NODE, python: PYTHON } as const;
export const TONGUES = ["node", "python"] as const;
