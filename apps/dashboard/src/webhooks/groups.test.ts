import { describe, expect, it } from "@jest/globals";
import { amountOf, choose, EVENT_NAMES, eventsOf, GROUPS } from "./groups";

describe("eventsOf", () => {
  it("has each event in one group", () => {
    expect(GROUPS.flatMap(eventsOf).sort()).toEqual([...EVENT_NAMES].sort());
  });
});

describe("choose", () => {
  it("adds a group in the order of the catalogue, each name once", () => {
    expect(choose(["email.clicked", "email.sent"], eventsOf("reader"), true)).toEqual([
      ...["email.sent", "email.opened", "email.clicked", "email.unsubscribed"],
    ]);
  });

  it("takes away what was named and keeps what it does not know", () => {
    expect(choose(["email.sent", "email.later"], ["email.sent"], false)).toEqual(["email.later"]);
  });
});

describe("amountOf", () => {
  it("tells all from some from none", () => {
    expect(amountOf("reader", eventsOf("reader"))).toBe("all");
    expect(amountOf("reader", ["email.opened"])).toBe("some");
    expect(amountOf("reader", ["email.sent"])).toBe("none");
  });
});
