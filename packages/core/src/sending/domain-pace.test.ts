import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  type DomainPace,
  isForgotten,
  onDeferral,
  onDelivery,
  PACE_FORGOTTEN_MS,
  paceSign,
  rateAt,
} from "./domain-pace";

const SECOND = 1_000;

/** A domain that takes `perSecond` for a minute and then defers `deferrals` mails at once. */
function restricted(perSecond: number, deferrals = 30): { state: DomainPace | undefined; at: number } {
  let state: DomainPace | undefined = onDeferral(undefined, 0);
  let at = 0;
  for (; at < 300 * SECOND; at += SECOND) state = onDelivery(state, perSecond, at);
  for (let i = 0; i < deferrals; i += 1) state = onDeferral(state, at);
  return { state, at };
}

describe("a destination domain's pace", () => {
  it("is not limited before the domain defers, nor by a deferral or two", () => {
    expect(rateAt(undefined, 0)).toBe(Infinity);
    expect(onDelivery(undefined, 5, 0)).toBeUndefined();
    expect(rateAt(onDeferral(onDeferral(undefined, 0), 1), 2)).toBe(Infinity);
  });

  it("is not limited by few deferrals among many mails", () => {
    const { state, at } = restricted(10, 5);
    expect(rateAt(state, at)).toBe(Infinity);
  });

  it("is half of what was sent lately when the domain begins to defer", () => {
    const { state, at } = restricted(2);
    expect(rateAt(state, at)).toBeGreaterThan(0.9);
    expect(rateAt(state, at)).toBeLessThan(1.3);
  });

  it("is not limited before there was time to see how much is sent", () => {
    let state: DomainPace | undefined;
    for (let i = 0; i < 100; i += 1) state = onDeferral(state, 0);
    expect(rateAt(state, 9_999)).toBe(Infinity);
    const limited = rateAt(onDeferral(state, 10 * SECOND), 10 * SECOND);
    expect(limited).toBeGreaterThan(4);
    expect(limited).toBeLessThan(6);
  });

  it("is cut once for many deferrals at a time, and again when they go on", () => {
    const { state, at } = restricted(2);
    const once = rateAt(state, at);
    const again = onDeferral(onDeferral(state, at + 10 * SECOND), at + 11 * SECOND);
    expect(rateAt(again, at)).toBeLessThanOrEqual(once / 2);
    expect(rateAt(again, at)).toBeGreaterThan(once / 4);
  });

  it("rises with what is taken, and is forgotten well above where it began", () => {
    let { state, at } = restricted(2);
    const cut = rateAt(state, at);
    let seconds = 0;
    for (; state; seconds += 1) {
      at += SECOND;
      const rate = rateAt(state, at);
      expect(rate).toBeGreaterThanOrEqual(cut);
      state = onDelivery(state, rate, at);
    }
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThan(300);
  });

  it("is forgotten a quarter of an hour after the last deferral", () => {
    const { state, at } = restricted(2);
    expect(rateAt(state, at + PACE_FORGOTTEN_MS - 1)).toBeLessThan(Infinity);
    expect(rateAt(state, at + PACE_FORGOTTEN_MS)).toBe(Infinity);
    expect(onDelivery(state, 1, at + PACE_FORGOTTEN_MS)).toBeUndefined();
  });

  const events = fc.array(
    fc.record({ deferral: fc.boolean(), n: fc.integer({ min: 1, max: 500 }), after: fc.nat(60_000) }),
    { maxLength: 200 },
  );

  it("never stops a domain altogether, and never falls with what is taken", () => {
    fc.assert(
      fc.property(events, (happened) => {
        let state: DomainPace | undefined;
        let at = 1_700_000_000_000;
        for (const { deferral, n, after } of happened) {
          at += after;
          const before = rateAt(state, at);
          state = deferral ? onDeferral(state, at) : onDelivery(state, n, at);
          const rate = rateAt(state, at);
          expect(rate).toBeGreaterThanOrEqual(1 / 30);
          if (deferral) expect(rate).toBeLessThanOrEqual(Math.max(before, 1 / 30));
          else expect(rate).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  it("stays what it is on its way through JSON, and holds no number that JSON has not", () => {
    fc.assert(
      fc.property(events, (happened) => {
        let state: DomainPace | undefined;
        let at = 0;
        for (const { deferral, n, after } of happened) {
          at += after;
          state = deferral ? onDeferral(state, at) : onDelivery(state, n, at);
          if (state) expect(JSON.parse(JSON.stringify(state))).toEqual(state);
          if (state) expect(isForgotten(state, at)).toBe(false);
        }
      }),
    );
  });

  it.each([
    [{ type: "delivered", event: "delivered", data: {} }, "taken"],
    [{ type: "deferred", event: "deferred", data: { reason: "TransientCommunicationFailure" } }, "deferred"],
    [{ type: "deferred", event: "deferred", data: { reason: "MailboxFull" } }, undefined],
    [{ type: "deferred", event: "deferred", data: { reason: "InternalFailure" } }, undefined],
    [{ type: "bounced", event: "bounced_transient", data: { reason: "General" } }, "deferred"],
    [{ type: "bounced", event: "bounced_transient", data: { reason: "ContentRejected" } }, undefined],
    [{ type: "bounced", event: "bounced", data: { reason: "General" } }, undefined],
    [{ type: "opened", data: {} }, undefined],
  ] as const)("reads %j as %s", (item, sign) => {
    expect(paceSign(item)).toBe(sign);
  });
});
