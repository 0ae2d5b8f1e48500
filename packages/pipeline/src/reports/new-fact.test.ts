import { expect, it } from "@jest/globals";
import { newFact, newFacts } from "./new-fact";

const HOUR = new Date("2026-03-05T12:34:56.000Z");
const MESSAGE = { accountId: "acc_1", mode: "live", fromDomain: "shop.example" } as const;

it("a fact is counted by account, mode, domain, template and key", () => {
  expect(newFact({ ...MESSAGE, templateId: "tpl_1", keyId: "key_1" }, "sent", HOUR)).toEqual({
    accountId: "acc_1",
    hour: HOUR,
    mode: "live",
    event: "sent",
    domain: "shop.example",
    template: "tpl_1",
    keyId: "key_1",
  });
});

it("mail without a template or a key counts under empty names", () => {
  const fact = newFact({ ...MESSAGE, templateId: null, keyId: null }, "sent", HOUR);
  expect(fact).toMatchObject({ template: "", keyId: "" });
});

it("what is sent to the mailbox simulator also counts as simulated, and nothing else of it or of others does", () => {
  const events = (address: string, event: string) =>
    newFacts({ ...MESSAGE, templateId: null, keyId: null, address }, event, HOUR).map((fact) => fact.event);
  expect(events("Success+a@simulator.amazonses.com", "sent")).toEqual(["sent", "simulated"]);
  expect(events("success@simulator.amazonses.com", "delivered")).toEqual(["delivered"]);
  expect(events("success@example.com", "sent")).toEqual(["sent"]);
});
