import { expect, it } from "@jest/globals";
import { providerOf } from "./provider";

it.each([
  ["aspmx.l.google.com", "google"],
  ["ASPMX2.GoogleMail.com.", "google"],
  ["smtp.google.com", "google"],
  ["shop-example.mail.protection.outlook.com", "microsoft"],
  ["hotmail-com.olc.protection.outlook.com", "microsoft"],
  ["shop-example.a-v1.mx.microsoft", "microsoft"],
  ["mta7.am0.yahoodns.net", "yahoo"],
  ["mx01.mail.icloud.com", "apple"],
  ["inbound-smtp.eu-west-1.amazonaws.com", "amazon"],
  ["in1-smtp.messagingengine.com", "fastmail"],
  ["mx1-us1.ppe-hosted.com", "proofpoint"],
  ["mx.shop.example", "other"],
  ["notgoogle.com", "other"],
  ["google.com.evil.example", "other"],
  ["com", "other"],
])("the mail server %s is run by %s", (exchange, provider) => {
  expect(providerOf(exchange)).toBe(provider);
});
