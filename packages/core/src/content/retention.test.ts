import { expect, it } from "@jest/globals";
import { SCHEDULE_AHEAD_DAYS } from "../accepting/message";
import { CONTENT_KEPT_DAYS, cutoffsAt } from "./retention";

const DAY_MS = 86_400_000;

it("keeps content for 30 days, messages as long as it is told, timelines a month longer, and the request log for 30 days", () => {
  const now = new Date("2027-12-31T00:00:00.000Z");
  const daysAgo = Object.entries(cutoffsAt(now, 400)).map(([kind, cutoff]) => [
    kind,
    (now.getTime() - cutoff.getTime()) / DAY_MS,
  ]);
  expect(daysAgo).toEqual([
    ["contents", 30],
    ["messages", 400],
    ["events", 431],
    ["logs", 30],
  ]);
});

it("keeps content for longer than a schedule reaches ahead", () => {
  expect(CONTENT_KEPT_DAYS).toBeGreaterThan(SCHEDULE_AHEAD_DAYS);
});
