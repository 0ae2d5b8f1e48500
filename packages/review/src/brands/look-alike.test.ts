import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isNeighbour, lookAlike } from "./look-alike";

test.each([
  ["paypa1.com", "letters"],
  ["arnazon.net", "letters"],
  ["xn--pypal-4ve.com", "letters"],
  ["netfllix.com", "spelling"],
  ["paypal-secure.com", "dressed"],
  ["secure-paypal-login.example.com", "dressed"],
  ["netflixbilling.info", "dressed"],
  ["dhl.com", undefined],
  ["microsoft-verify-7781.net", "dressed"],
  ["paypal.com.session-id.info", "inside"],
  ["signin.amazon-com.account-x.ru", "inside"],
])("%s: %s", (host, how) => {
  expect(lookAlike(host)?.how).toBe(how);
});

test.each([
  "paypal.com",
  "facebookmail.com",
  "ryanairmail.com",
  "royalmail.eu.surveys.example",
  "example.com",
  "paypalobjects.com",
  "shopify.acme.com",
])("%s pretends nothing", (host) => {
  expect(lookAlike(host)).toBeUndefined();
});

test("neighbours differ by one letter more, less, other or swapped", () => {
  expect(isNeighbour("paypal", "paypol")).toBe(true);
  expect(isNeighbour("paypal", "papyal")).toBe(true);
  expect(isNeighbour("paypal", "paypall")).toBe(true);
  expect(isNeighbour("paypal", "paypal")).toBe(false);
  expect(isNeighbour("paypal", "papyl")).toBe(false);
});

test("never throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.string()), (host) => {
      lookAlike(host);
    }),
  );
});
