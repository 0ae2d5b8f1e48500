import { expect, test } from "@jest/globals";
import { eventFrame, heartbeatFrame, openingFrame } from "./events";

test("an event is its id, its name and its webhook's body in one line", () => {
  const body = {
    event: "domain.verified",
    type: "domain.verified",
    created_at: "2026-03-05T12:00:00.000Z",
    mode: "live",
    data: { name: "two\nlines" },
  } as const;
  const lines = eventFrame("evt_1", body).split("\n");
  expect(lines).toEqual(["id: evt_1", "event: domain.verified", `data: ${JSON.stringify(body)}`, "", ""]);
});

test("what is no event has an id to come back with, and no data", () => {
  expect(openingFrame("evt_1")).toBe("retry: 2000\nid: evt_1\n\n");
  expect(heartbeatFrame("evt_1")).toBe(": heartbeat\nid: evt_1\n\n");
  expect(heartbeatFrame(undefined)).toBe(": heartbeat\n\n");
});
