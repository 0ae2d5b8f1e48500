import { describe, expect, it } from "@jest/globals";
import type { System } from "./answers";
import { lagOf, signsOf } from "./signs";

const CALM: System = {
  at: "2026-11-29T03:00:00.000Z",
  queues: [],
  routes: [{ name: "primary", paused_at: null, reason: null, probe_at: null }],
  dead_letters: { recipient: 0, delivery: 0, notification: 0 },
  unexplained: { recipients: 0, oldest_seconds: 0 },
};

describe("what an operator sees first", () => {
  it("is calm where nothing stands still", () => {
    const signs = signsOf({ system: CALM, cases: { data: [], has_more: false } });
    expect(signs.map(({ id, meaning }) => [id, meaning])).toEqual([
      ["still", "good"],
      ["routes", "good"],
      ["deadLetters", "good"],
      ["cases", "good"],
    ]);
  });

  it("says how many recipients stand still, and for how long", () => {
    const system = { ...CALM, unexplained: { recipients: 3, oldest_seconds: 95 } };
    expect(signsOf({ system })[0]).toEqual({ id: "still", meaning: "bad", count: 3, seconds: 95 });
  });

  it("counts dead letters of all kinds, and paused routes", () => {
    const [, routes, letters] = signsOf({
      system: {
        ...CALM,
        routes: [{ name: "primary", paused_at: CALM.at, reason: "throttled", probe_at: null }],
        dead_letters: { recipient: 1, delivery: 2, notification: 4 },
      },
    });
    expect(routes).toMatchObject({ count: 1, meaning: "bad" });
    expect(letters).toMatchObject({ count: 7, meaning: "late" });
  });

  it("says that there are more than were counted", () => {
    expect(signsOf({ appeals: { data: [1, 2], has_more: true } })).toEqual([
      { id: "appeals", meaning: "going", count: 2, more: true },
    ]);
  });
});

describe("the age of a queue's oldest job", () => {
  it("is well below 30 s, late below 5 min, and wrong from there on", () => {
    expect([0, 29.9, 30, 299, 300].map(lagOf)).toEqual(["good", "good", "late", "late", "bad"]);
  });
});
