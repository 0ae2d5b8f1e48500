import { expect, test } from "@jest/globals";
import { planEvents } from "./simulator";

const types = (recipient: string, mail: Parameters<typeof planEvents>[1] = () => "ok") =>
  planEvents(recipient, mail).map(({ type }) => type);

test("the simulator's mailboxes are known in any case and with any label", () => {
  expect(types("Bounce+a+b@Simulator.AmazonSES.com")).toEqual(["Bounce"]);
  expect(types("COMPLAINT@simulator.amazonses.com")).toEqual(["Delivery", "Complaint"]);
});

test.each([
  ["success+deferred", ["DeliveryDelay", "Delivery"]],
  ["Success+Opened", ["Delivery", "Open"]],
  ["success+clicked", ["Delivery", "Open", "Click"]],
  ["success+failed", ["Reject"]],
  ["success+anything", ["Delivery"]],
])("%s@ has %j happen", (mailbox, expected) => {
  expect(types(`${mailbox}@simulator.amazonses.com`)).toEqual(expected);
});

test("only that domain simulates", () => {
  expect(types("bounce@simulator.amazonses.com.test")).toEqual(["Delivery"]);
});

test.each([
  ["none", ["Bounce"]],
  ["null", ["Bounce"]],
  ["nxdomain", ["Bounce"]],
  ["servfail", ["DeliveryDelay"]],
  ["timeout", ["DeliveryDelay"]],
] as const)("a domain whose DNS says %s gets %j", (mail, expected) => {
  expect(types("bob@example.org", () => mail)).toEqual(expected);
});
