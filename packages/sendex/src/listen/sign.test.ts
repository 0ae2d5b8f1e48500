import { createHmac } from "node:crypto";
import { expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { signedHeaders } from "./sign";

const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
const BODY = '{"type":"email.sent","subject":"Grüße"}';

test("a request is signed as Standard Webhooks' libraries and ours verify it", () => {
  const headers = signedHeaders(SECRET, "evt_1", new Date(), BODY);
  expect(new Webhook(SECRET).verify(BODY, headers)).toEqual(JSON.parse(BODY));
  const ours = createHmac("sha256", SECRET).update(BODY).digest("hex");
  expect(headers["x-sendex-signature"]).toBe(`sha256=${ours}`);
  for (const name of ["id", "timestamp", "signature"])
    expect(headers[`svix-${name}`]).toBe(headers[`webhook-${name}`]);
});
