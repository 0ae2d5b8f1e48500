import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  MESSAGE_PRECEDENCE,
  OWN_STATES,
  RANK,
  RECIPIENT_STATUSES,
  type RecipientState,
  STATUS_EVENTS,
  type StatusEvent,
  advance,
  cancellable,
  firstShowsSent,
  hurts,
  isSettled,
} from "./status";

const ORDER: StatusEvent[] = [
  "sent",
  "deferred",
  "bounced_transient",
  "delivered",
  "failed",
  "bounced",
  "complained",
];
const events = fc.array(fc.constantFrom(...ORDER), { maxLength: 12 });
const ownState = fc.constantFrom<RecipientState>(...Object.values(OWN_STATES));

function after(state: RecipientState, happened: readonly StatusEvent[]): RecipientState {
  return happened.reduce((current, event) => advance(current, event) ?? current, state);
}

describe("advance", () => {
  test.each(ORDER)("takes a recipient that is being sent to the state of %s", (event) => {
    expect(advance(OWN_STATES.sending, event)).toEqual(STATUS_EVENTS[event]);
  });

  test.each(ORDER.flatMap((first, i) => ORDER.slice(i).map((second) => [second, first] as const)))(
    "after %s, a late %s changes nothing",
    (later, earlier) => {
      expect(advance(STATUS_EVENTS[later], earlier)).toBeUndefined();
    },
  );

  test("any order and repetition of the same events ends in the same state", () => {
    const reordered = events.chain((happened) =>
      fc.tuple(
        fc.constant(happened),
        fc
          .array(fc.constantFrom(...(happened.length > 0 ? happened : ORDER)), { maxLength: 8 })
          .chain((again) => {
            const whole = happened.length > 0 ? [...happened, ...again] : [];
            return fc.shuffledSubarray(whole, { minLength: whole.length });
          }),
      ),
    );
    fc.assert(
      fc.property(ownState, reordered, (state, [happened, shuffled]) => {
        expect(after(state, shuffled)).toEqual(after(state, happened));
      }),
    );
  });

  test("never moves a recipient backwards, and only ever to one of its known states", () => {
    fc.assert(
      fc.property(ownState, events, (state, happened) => {
        let current = state;
        for (const event of happened) {
          const next = advance(current, event);
          if (next === undefined) continue;
          expect(next.rank).toBeGreaterThan(current.rank);
          expect(RECIPIENT_STATUSES).toContain(next.status);
          current = next;
        }
      }),
    );
  });

  test.each([OWN_STATES.suppressed, OWN_STATES.cancelled])("no event moves $status", (state) => {
    for (const event of ORDER) expect(advance(state, event)).toBeUndefined();
  });

  test.each(ORDER)("a recipient that we failed ourselves still learns the truth from %s", (event) => {
    expect(advance(OWN_STATES.failed, event)).toEqual(STATUS_EVENTS[event]);
  });

  test("a message that SES rejected is not delivered by a late event", () => {
    expect(advance(STATUS_EVENTS.failed, "delivered")).toBeUndefined();
    expect(advance(STATUS_EVENTS.failed, "bounced")).toEqual(STATUS_EVENTS.bounced);
  });

  test("ranks fit a smallint and are all different", () => {
    const ranks = Object.values(RANK);
    expect(new Set(ranks).size).toBe(ranks.length);
    expect(Math.max(...ranks)).toBeLessThanOrEqual(32_767);
  });
});

describe("firstShowsSent", () => {
  test("a delivery that finds the recipient sending shows that it was sent", () => {
    expect(firstShowsSent(OWN_STATES.sending, "delivered")).toBe(true);
    expect(firstShowsSent(OWN_STATES.failed, "bounced")).toBe(true);
  });

  test("not where sent is known, or is what the event itself says", () => {
    expect(firstShowsSent(OWN_STATES.sent, "delivered")).toBe(false);
    expect(firstShowsSent(OWN_STATES.sending, "sent")).toBe(false);
    expect(firstShowsSent(OWN_STATES.cancelled, "delivered")).toBe(false);
  });
});

test("a message's precedence names every status exactly once", () => {
  expect([...MESSAGE_PRECEDENCE].sort()).toEqual([...RECIPIENT_STATUSES].sort());
});

describe("isSettled", () => {
  const unsettled = ["scheduled", "held", "queued", "sending"];
  test.each(RECIPIENT_STATUSES)("%s", (status) => {
    expect(isSettled(status)).toBe(!unsettled.includes(status));
  });
});

describe("cancellable", () => {
  test.each(["scheduled", "held", "queued"] as const)("%s that nobody claimed", (status) => {
    expect(cancellable([status, status], [0, 0])).toBe(true);
  });

  test("not once one recipient was claimed, even when it is queued again", () => {
    expect(cancellable(["queued", "queued"], [0, 1])).toBe(false);
    expect(cancellable(["queued", "sending"], [0, 1])).toBe(false);
    expect(cancellable(["queued", "sent"], [0, 1])).toBe(false);
  });

  test("not when one recipient has already failed", () => {
    expect(cancellable(["queued", "failed"], [0, 0])).toBe(false);
  });

  test("a suppressed recipient does not keep the others from being cancelled", () => {
    expect(cancellable(["scheduled", "suppressed"], [0, 0])).toBe(true);
  });

  test("not when nothing is waiting", () => {
    expect(cancellable(["cancelled"], [0])).toBe(false);
    expect(cancellable([], [])).toBe(false);
  });
});

describe("hurts", () => {
  const start = OWN_STATES.sent;
  const EVENTS = Object.keys(STATUS_EVENTS) as StatusEvent[];

  test.each(EVENTS)("%s", (event) => {
    const next = advance(start, event);
    expect(next !== undefined && hurts(start, next)).toBe(["bounced", "complained"].includes(event));
  });

  test("counts a recipient once, whatever happens to it in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
        let state: RecipientState = start;
        let counted = 0;
        for (const event of events) {
          const next = advance(state, event);
          if (next && hurts(state, next)) counted += 1;
          state = next ?? state;
        }
        return counted === (events.includes("bounced") || events.includes("complained") ? 1 : 0);
      }),
    );
  });

  test("is nothing that our own closing does", () => {
    expect(hurts(start, OWN_STATES.suppressed)).toBe(false);
    expect(hurts(start, OWN_STATES.cancelled)).toBe(false);
  });
});
