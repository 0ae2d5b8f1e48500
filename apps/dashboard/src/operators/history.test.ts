import { expect, it } from "@jest/globals";
import { historyOf } from "./history";

it("an account's history has suspensions and pauses together, the latest first", () => {
  const suspension = {
    ...{ id: "sus_1", cause: "operator" as const, reason: "Spam.", note: "It was a mistake." },
    ...{ created_at: "2026-11-01T00:00:00Z", lifted_at: "2026-11-02T00:00:00Z", lifted_by: "operator:Ada" },
  };
  const pause = {
    ...{ id: "key_1", kind: "key" as const, reason: "Bounces." },
    ...{ created_at: "2026-11-03T00:00:00Z", resumed_at: null, resumed_by: null },
  };
  const past = historyOf({ suspensions: [suspension], pauses: [pause] });
  expect(past.map(({ id, ended, note }) => [id, ended, note])).toEqual([
    ["key_1", null, null],
    ["sus_1", "2026-11-02T00:00:00Z", "It was a mistake."],
  ]);
});
