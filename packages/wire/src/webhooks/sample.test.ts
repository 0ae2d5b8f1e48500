import { expect, it } from "@jest/globals";
import { WEBHOOK_EVENTS } from "@sendex/core/webhooks/event";
import { sampleData } from "./sample";

const sample = { accountId: "acc_1", messageId: "msg_1", mode: "live", now: new Date(0) } as const;

it.each(WEBHOOK_EVENTS)("a made-up %s says that it is one, and has what such an event has", (event) => {
  const data = sampleData(event, sample);
  expect(data).toHaveProperty("test", true);
  if (event.startsWith("email."))
    expect(data).toMatchObject({ id: "msg_1", recipient: "someone@example.com" });
  else expect(Object.keys(data).length).toBeGreaterThan(1);
});
