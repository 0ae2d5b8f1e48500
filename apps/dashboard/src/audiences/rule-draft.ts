import type { ContactProperty, NewSegmentCondition, NewSegmentRule } from "@sendex/sdk/generated/api";

/** A segment's rule while it is written: as the API takes it, with values that may still be missing. */

export type Operator = NewSegmentCondition["operator"];
export type Value = NewSegmentCondition["value"];
export type Condition = NewSegmentCondition;
export interface Group {
  match: NewSegmentRule["match"];
  conditions: Condition[];
}
export interface RuleDraft extends Group {
  groups: Group[];
}

/** Source: packages/core/src/audiences/rule.ts; the API has the last word. */
export const MOST_CONDITIONS = 20;
export const MOST_GROUPS = 10;
export const MOST_DAYS = 3_650;
const USUAL_DAYS = 30;

/** What mail came to. Source: packages/core/src/audiences/engagement.ts */
export const TOUCHES = ["sent", "delivered", "opened", "clicked", "bounced", "complained"] as const;

/** What decides which operators and values a condition has. */
export type Kind = "text" | "number" | "age" | "mail" | "unsubscribed" | "topic" | "list";

const TEXT: Operator[] = [
  ...(["equals", "not_equals", "contains", "not_contains", "starts_with", "ends_with"] as const),
  ...(["is_set", "is_not_set"] as const),
];
export const OPERATORS: Record<Kind, readonly Operator[]> = {
  text: TEXT,
  number: ["equals", "not_equals", "more_than", "less_than", "is_set", "is_not_set"],
  age: ["within_days", "before_days"],
  mail: ["within_days", "not_within_days", "is_set", "is_not_set"],
  unsubscribed: ["equals"],
  topic: ["equals"],
  list: ["equals"],
};

/** A field's part before the dot, and what stands behind it. */
export function partsOf(field: string): { subject: string; name: string } {
  const at = field.indexOf(".");
  return at < 0 ? { subject: field, name: "" } : { subject: field.slice(0, at), name: field.slice(at + 1) };
}

export function kindOf(field: string, properties: readonly ContactProperty[]): Kind {
  const { subject, name } = partsOf(field);
  if (TOUCHES.some((touch) => touch === subject)) return "mail";
  switch (subject) {
    case "properties":
      return properties.find(({ key }) => key === name)?.type === "number" ? "number" : "text";
    case "topics":
      return "topic";
    case "segments":
      return "list";
    case "created_at":
      return "age";
    case "unsubscribed":
      return "unsubscribed";
    default:
      return "text";
  }
}

/** With what it usually asks, as far as that can be known. */
export function newCondition(field: string, kind: Kind): Condition {
  const operator = OPERATORS[kind][0] ?? "equals";
  const value = usualValue(kind);
  return { field, operator, ...(value !== undefined && { value }) };
}

/** Its value stays where the other operator takes such a one. */
export function withOperator({ field, value }: Condition, operator: Operator, kind: Kind): Condition {
  if (!takesValue(operator)) return { field, operator };
  const kept = value ?? usualValue(kind);
  return { field, operator, ...(kept !== undefined && { value: kept }) };
}

export const takesValue = (operator: Operator): boolean => operator !== "is_set" && operator !== "is_not_set";

function usualValue(kind: Kind): Value {
  if (kind === "age" || kind === "mail") return USUAL_DAYS;
  if (kind === "topic") return "opt_in";
  return kind === "unsubscribed" ? false : kind === "list" ? true : undefined;
}

/** As it was stored, or a new one. */
export function draftOf(rule: NewSegmentRule | null | undefined): RuleDraft {
  if (!rule) return { match: "all", conditions: [newCondition("email", "text")], groups: [] };
  return { match: rule.match, conditions: rule.conditions, groups: rule.groups ?? [] };
}

/** As the API takes it; undefined while a value is missing, or nothing is asked. */
export function ruleOf({ match, conditions, groups }: RuleDraft): NewSegmentRule | undefined {
  const all = [...conditions, ...groups.flatMap((group) => group.conditions)];
  if (all.length === 0 || !all.every(isWhole)) return undefined;
  const asking = groups.filter((group) => group.conditions.length > 0);
  return { match, conditions, ...(asking.length > 0 && { groups: asking }) };
}

function isWhole({ operator, value }: Condition): boolean {
  return !takesValue(operator) || (value !== undefined && value !== "");
}
