import type { FieldError } from "../error";
import type { ContactProperty } from "./contact";
import { isEngagement } from "./engagement";
import { SUBSCRIPTION_WORDS } from "./topic";

/** Who belongs to a segment, said in conditions in place of a list. */

export const MAX_CONDITIONS = 20;
export const MAX_GROUPS = 10;
const MAX_RULE_DAYS = 3_650;

export const MATCHES = ["all", "any"] as const;
export type Match = (typeof MATCHES)[number];

const TEXT_OPERATORS = [
  "equals",
  "not_equals",
  "contains",
  "not_contains",
  "starts_with",
  "ends_with",
] as const;
const NUMBER_OPERATORS = ["equals", "not_equals", "more_than", "less_than"] as const;
const SET_OPERATORS = ["is_set", "is_not_set"] as const;
const AGE_OPERATORS = ["within_days", "before_days"] as const;
const ENGAGEMENT_OPERATORS = ["within_days", "not_within_days", ...SET_OPERATORS] as const;
const DAY_OPERATORS: readonly Operator[] = ["within_days", "not_within_days", "before_days"];
export const OPERATORS = [
  ...new Set([
    ...TEXT_OPERATORS,
    ...NUMBER_OPERATORS,
    ...SET_OPERATORS,
    ...AGE_OPERATORS,
    ...ENGAGEMENT_OPERATORS,
  ]),
];
export type Operator = (typeof OPERATORS)[number];

const TEXT_FIELDS = ["email", "first_name", "last_name"] as const;

export interface Condition {
  /**
   * A field of contacts; `properties.`, `topics.` or `segments.` with a key or id; or what mail came to, of all mail or with a
   * broadcast's id: `opened`, `opened.bc_…`.
   */
  field: string;
  operator: Operator;
  /** Absent with `is_set` and `is_not_set`. */
  value?: string | number | boolean;
}

export interface RuleGroup {
  match: Match;
  conditions: Condition[];
}

export interface SegmentRule extends RuleGroup {
  groups?: RuleGroup[];
}

/** What a condition is about: the part before the dot, and what stands behind it. */
export function subjectOf(field: string): { kind: string; name: string } {
  const at = field.indexOf(".");
  return at < 0 ? { kind: field, name: "" } : { kind: field.slice(0, at), name: field.slice(at + 1) };
}

/** What an account has that rules can be about. */
export interface Known {
  properties: readonly ContactProperty[];
  /** Ids of topics, and of segments that are lists. */
  topics: ReadonlySet<string>;
  segments: ReadonlySet<string>;
  /** Those of the rule's broadcasts that there are. */
  broadcasts: ReadonlySet<string>;
}

/** The broadcasts that a rule is about, each once. */
export function broadcastsOf(rule: SegmentRule): string[] {
  const conditions = [rule, ...(rule.groups ?? [])].flatMap((group) => group.conditions);
  const subjects = conditions.map(({ field }) => subjectOf(field));
  return [
    ...new Set(subjects.flatMap(({ kind, name }) => (isEngagement(kind) && name !== "" ? [name] : []))),
  ];
}

/** What is wrong with what a rule means; its shape is right. */
export function ruleErrors(rule: SegmentRule, known: Known): FieldError[] {
  const groups = [
    { at: "rule", group: rule },
    ...(rule.groups ?? []).map((group, i) => ({ at: `rule.groups[${i}]`, group })),
  ];
  return groups.flatMap(({ at, group }) =>
    group.conditions.flatMap((condition, i) => conditionErrors(`${at}.conditions[${i}]`, condition, known)),
  );
}

function conditionErrors(at: string, { field, operator, value }: Condition, known: Known): FieldError[] {
  const asked = askable(field, known);
  if (!asked) {
    const message = `${at}.field is no field of contacts, and no property, topic, list or broadcast of the account.`;
    return [{ field: `${at}.field`, code: "unknown", message }];
  }
  if (!asked.operators.includes(operator)) {
    const message = `${at}.operator must be one of ${asked.operators.join(", ")}.`;
    return [{ field: `${at}.operator`, code: "format", message }];
  }
  const problem = valueProblem(operator, value, asked.takes);
  return problem === undefined
    ? []
    : [{ field: `${at}.value`, code: "type", message: `${at}.value must be ${problem}.` }];
}

interface Askable {
  operators: readonly Operator[];
  takes: "text" | "number" | "boolean" | "choice";
}

function askable(field: string, { properties, topics, segments, broadcasts }: Known): Askable | undefined {
  const { kind, name } = subjectOf(field);
  if (kind === "properties") {
    const property = properties.find(({ key }) => key === name);
    if (!property) return undefined;
    return property.type === "number"
      ? { operators: [...NUMBER_OPERATORS, ...SET_OPERATORS], takes: "number" }
      : { operators: [...TEXT_OPERATORS, ...SET_OPERATORS], takes: "text" };
  }
  if (kind === "topics") return topics.has(name) ? { operators: ["equals"], takes: "choice" } : undefined;
  if (kind === "segments")
    return segments.has(name) ? { operators: ["equals"], takes: "boolean" } : undefined;
  if (isEngagement(kind) && (field === kind || broadcasts.has(name)))
    return { operators: ENGAGEMENT_OPERATORS, takes: "number" };
  if (TEXT_FIELDS.some((known) => known === field))
    return { operators: [...TEXT_OPERATORS, ...SET_OPERATORS], takes: "text" };
  if (field === "unsubscribed") return { operators: ["equals"], takes: "boolean" };
  return field === "created_at" ? { operators: AGE_OPERATORS, takes: "number" } : undefined;
}

/** What a value must be that is none. */
function valueProblem(
  operator: Operator,
  value: Condition["value"],
  takes: Askable["takes"],
): string | undefined {
  if (SET_OPERATORS.some((known) => known === operator)) return value === undefined ? undefined : "absent";
  if (DAY_OPERATORS.includes(operator)) {
    const isDays =
      typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MAX_RULE_DAYS;
    return isDays ? undefined : `a number of days from 1 to ${MAX_RULE_DAYS}`;
  }
  if (takes === "choice")
    return SUBSCRIPTION_WORDS.some((word) => word === value) ? undefined : SUBSCRIPTION_WORDS.join(" or ");
  if (takes === "text") return typeof value === "string" && value !== "" ? undefined : "a text";
  if (takes === "number") return typeof value === "number" ? undefined : "a number";
  return typeof value === "boolean" ? undefined : "true or false";
}
