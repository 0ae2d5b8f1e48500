import { expect, it } from "@jest/globals";
import { endpointOf } from "./endpoint";

const ID = `msg_${"0".repeat(27)}`;

it.each([
  ["/api/v1/emails", "/api/v1/emails", "/api/v1/emails"],
  ["/api/v1/emails/:id/cancel", `/api/v1/emails/${ID}/cancel`, `/api/v1/emails/${ID}/cancel`],
  ["/api/v1/templates/:id", "/api/v1/templates/otp-code", "/api/v1/templates/otp-code"],
  [
    "/api/v1/templates/:id/versions/:part",
    "/api/v1/templates/a/versions/12",
    "/api/v1/templates/a/versions/12",
  ],
  ["/api/v1/suppressions/:id", "/api/v1/suppressions/ada@inbox.example", "/api/v1/suppressions/:id"],
  ["/api/v1/suppressions/:id", "/api/v1/suppressions/ada%40inbox.example", "/api/v1/suppressions/:id"],
  ["unknown", "/api/v1/email", "/api/v1/email"],
  ["unknown", "/api/v1/email/ada@inbox.example", "/api/v1/email/:unknown"],
  ["unknown", `/api/v1/sk_live_${"A1".repeat(24)}`, "/api/v1/:unknown"],
  ["/api/v1/emails", "/api/v1/emails/", "/api/v1/emails/"],
])("%s for %s is %s", (route, path, expected) => {
  expect(endpointOf(route, path)).toBe(expected);
});

it("is bounded", () => {
  expect(endpointOf("unknown", "/a".repeat(10_000)).length).toBeLessThanOrEqual(256);
});
