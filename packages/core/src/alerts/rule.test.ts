import { expect, it } from "@jest/globals";
import { alertStatus, ALERT_KINDS } from "./kinds";
import { wantsAlertMail } from "./mail";
import { rulesOf, THRESHOLDS } from "./rule";

it("every rule is on by its usual number until an account chooses otherwise", () => {
  const rules = rulesOf([{ kind: "volume", enabled: false, threshold: 5 }]);
  expect(rules.volume).toEqual({ enabled: false, threshold: 5 });
  for (const kind of ALERT_KINDS.slice(1))
    expect(rules[kind]).toEqual({ enabled: true, threshold: THRESHOLDS[kind]?.usual ?? 0 });
});

it("an alert is open, acknowledged or closed", () => {
  const now = new Date();
  expect(alertStatus({ closedAt: null, acknowledgedAt: null })).toBe("open");
  expect(alertStatus({ closedAt: null, acknowledgedAt: now })).toBe("acknowledged");
  expect(alertStatus({ closedAt: now, acknowledgedAt: now })).toBe("closed");
});

it("owners and admins are mailed, others are not, and everybody may choose", () => {
  const wanted = (role: "owner" | "admin" | "developer" | "viewer", alertMail: boolean | null) =>
    wantsAlertMail({ role, alertMail });
  expect([wanted("owner", null), wanted("admin", null)]).toEqual([true, true]);
  expect([wanted("developer", null), wanted("viewer", null)]).toEqual([false, false]);
  expect([wanted("owner", false), wanted("viewer", true)]).toEqual([false, true]);
});
