import { describe, expect, it } from "@jest/globals";
import { EVENT_ALIASES, nameFor, whyNotSent } from "./alias";
import { WEBHOOK_EVENTS } from "./event";

describe("an event's name", () => {
  it.each([
    [[], "email.deferred"],
    [["email.deferred"], "email.deferred"],
    [["email.delivery_delayed"], "email.delivery_delayed"],
    [["email.delivery_delayed", "email.deferred"], "email.deferred"],
  ])("for an endpoint that chose %j is %s", (chosen, name) => {
    expect(nameFor("email.deferred", chosen)).toBe(name);
  });

  it("is ours for all that has no other", () => {
    const others = WEBHOOK_EVENTS.filter((event) => !Object.values<string>(EVENT_ALIASES).includes(event));
    for (const event of others) expect(nameFor(event, ["email.delivery_delayed"])).toBe(event);
  });

  it("is refused with the reason where Resend has it and it never happens here", () => {
    for (const name of ["email.received", "domain.created"])
      expect(whyNotSent(name)).toMatch(/not there yet|only domain.verified/);
    expect(whyNotSent("email.eaten")).toBeUndefined();
  });
});
