import { describe, expect, it } from "@jest/globals";
import type { ContactProperty } from "@sendex/sdk/generated/api";
import { draftOf, kindOf, newCondition, OPERATORS, ruleOf, withOperator } from "./rule-draft";

const seats = { key: "seats", type: "number" } as ContactProperty;

describe("a rule that is written", () => {
  it.each([
    ["email", "text"],
    ["properties.plan", "text"],
    ["properties.seats", "number"],
    ["created_at", "age"],
    ["opened", "mail"],
    ["clicked.bc_1", "mail"],
    ["unsubscribed", "unsubscribed"],
    ["topics.top_1", "topic"],
    ["segments.seg_1", "list"],
  ])("knows what %s is", (field, kind) => {
    expect(kindOf(field, [seats])).toBe(kind);
  });

  it("is none while a value is missing, and one without a value needs none", () => {
    expect(ruleOf(draftOf(undefined))).toBeUndefined();
    const empty = newCondition("email", "text");
    expect(ruleOf({ match: "all", conditions: [withOperator(empty, "is_set", "text")], groups: [] })).toEqual(
      {
        match: "all",
        conditions: [{ field: "email", operator: "is_set" }],
      },
    );
    expect(ruleOf({ match: "all", conditions: [], groups: [] })).toBeUndefined();
  });

  it("keeps a value from operator to operator, and leaves groups that ask nothing out", () => {
    const days = newCondition("opened", "mail");
    expect(days).toEqual({ field: "opened", operator: "within_days", value: 30 });
    const back = withOperator(withOperator(days, "is_set", "mail"), "not_within_days", "mail");
    expect(back).toEqual({ field: "opened", operator: "not_within_days", value: 30 });
    const draft = {
      match: "any" as const,
      conditions: [back],
      groups: [{ match: "all" as const, conditions: [] }],
    };
    expect(ruleOf(draft)).toEqual({ match: "any", conditions: [back] });
  });

  it("comes back as it was stored", () => {
    const rule = { match: "any" as const, conditions: [newCondition("topics.top_1", "topic")] };
    expect(ruleOf(draftOf(rule))).toEqual(rule);
    expect(Object.values(OPERATORS).every((operators) => operators.length > 0)).toBe(true);
  });
});
