import { expect, it } from "@jest/globals";
import { isSettled, secondsBetween, stopsOf } from "./arrival";

it("knows when the mail came to each stop", () => {
  const events = [
    { type: "queued", at: "2026-03-05T12:00:00.000Z" },
    { type: "attempt", at: "2026-03-05T12:00:00.200Z" },
    { type: "sent", at: "2026-03-05T12:00:00.400Z" },
  ];
  expect(stopsOf(events)).toEqual([
    { status: "queued", at: "2026-03-05T12:00:00.000Z" },
    { status: "sent", at: "2026-03-05T12:00:00.400Z" },
    { status: "delivered", at: undefined },
  ]);
});

it("is settled when nothing more is waited for", () => {
  expect(isSettled({ status: "sent" })).toBe(false);
  expect(isSettled({ status: "bounced" })).toBe(true);
});

it("counts seconds to the tenth", () => {
  expect(secondsBetween("2026-03-05T12:00:00.000Z", "2026-03-05T12:00:01.234Z", "en")).toBe("1.2");
});
