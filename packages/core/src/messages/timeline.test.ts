import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { StoredEvent } from "./stored";
import { inOrder } from "./timeline";

let count = 0;
const event = (type: StoredEvent["type"], attempt: number | undefined = 1, n = 0): StoredEvent => ({
  id: `evt_${(count += 1)}`,
  ...{ type, n, at: new Date(0), data: attempt === undefined ? {} : { attempt } },
});
const named = (events: readonly StoredEvent[]) =>
  inOrder(events).map(({ type, n, data }) => `${type} ${n}.${data.attempt ?? ""}`);

describe("a timeline", () => {
  it("is what it was where nothing came early", () => {
    const events = [event("queued", undefined), event("attempt"), event("sent"), event("delivered")];
    expect(inOrder(events)).toEqual(events);
  });

  it("has what was heard of an attempt after its `sent`", () => {
    expect(named([event("attempt"), event("delivered"), event("opened"), event("sent")])).toEqual([
      ...["attempt 0.1", "sent 0.1", "delivered 0.1", "opened 0.1"],
    ]);
  });

  it("tells recipients and attempts apart", () => {
    const events = [
      ...[event("delivered", 1, 1), event("bounced", 1, 0), event("sent", 1, 0), event("attempt", 2, 0)],
      ...[event("delivered", 2, 0), event("sent", 1, 1), event("sent", 2, 0)],
    ];
    expect(named(events)).toEqual([
      ...["sent 1.1", "delivered 1.1", "sent 0.1", "bounced 0.1", "attempt 0.2", "sent 0.2", "delivered 0.2"],
    ]);
  });

  it("loses and doubles nothing, and has every `sent` first, whatever came when", () => {
    const type = fc.constantFrom<StoredEvent["type"]>("attempt", "sent", "delivered", "opened", "queued");
    const one = fc.tuple(type, fc.integer({ min: 1, max: 2 }), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (given) => {
        const events = given.map(([kind, attempt, n]) => event(kind, attempt, n));
        const ordered = inOrder(events);
        expect([...ordered].sort(byId)).toEqual([...events].sort(byId));
        const same = (a: StoredEvent, b: StoredEvent) => a.n === b.n && a.data.attempt === b.data.attempt;
        ordered.forEach((sent, i) => {
          if (sent.type !== "sent") return;
          const first = ordered.findIndex((other) => other.type === "sent" && same(other, sent));
          const heard = ordered
            .slice(0, i)
            .filter((other) => same(other, sent) && other.type === "delivered");
          if (first === i) expect(heard).toEqual([]);
        });
      }),
    );
  });
});

const byId = (a: StoredEvent, b: StoredEvent) => (a.id < b.id ? -1 : 1);
