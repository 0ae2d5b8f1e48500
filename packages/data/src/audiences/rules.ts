import { isEngagement } from "@sendex/core/audiences/engagement";
import { type Condition, type RuleGroup, type SegmentRule, subjectOf } from "@sendex/core/audiences/rule";
import { DAY_MS } from "@sendex/kit/day";
import { float, text, timestamptz } from "../database/parameters";
import type { Place } from "../database/statement";
import { type Asking, choiceOf, leftAll, placeIn, touched } from "./rule-joins";

/**
 * In a statement, whether contact `c` (a row of contacts) belongs to a segment of this rule; what it joins is `asking`'s. Nobody
 * who has yet to confirm does.
 */
export function ruleCondition({ groups = [], ...rule }: SegmentRule, asking: Asking): string {
  noteShared(
    [rule, ...groups].flatMap(({ conditions }) => conditions),
    asking,
  );
  const holds = joined(
    rule,
    groups.map((group) => joined(group, [], asking)),
    asking,
  );
  return `c.pending_until IS NULL AND ${holds}`;
}

function noteShared(conditions: readonly Condition[], { shared }: Asking): void {
  const asked = new Set<string>();
  for (const { field } of conditions) {
    const { kind, name } = subjectOf(field);
    if (!isEngagement(kind)) continue;
    if (asked.has(name)) shared.add(name);
    asked.add(name);
  }
}

/** Nothing asked is nobody: what was cut short must not mean everybody. */
function joined({ match, conditions }: RuleGroup, groups: readonly string[], asking: Asking): string {
  const parts = [...conditions.map((condition) => conditionOf(condition, asking)), ...groups];
  return parts.length === 0 ? "false" : `(${parts.join(match === "all" ? " AND " : " OR ")})`;
}

const TEXTS: Record<string, string> = {
  email: "c.address",
  first_name: "c.first_name",
  last_name: "c.last_name",
};

function conditionOf(condition: Condition, asking: Asking): string {
  const { kind, name } = subjectOf(condition.field);
  const { value } = condition;
  if (kind === "properties") return propertyCondition(name, condition, asking.place);
  if (kind === "topics") return topicCondition(name, value === "opt_in", asking);
  if (kind === "segments") return `${placeIn(asking, name)} IS ${value === true ? "NOT NULL" : "NULL"}`;
  if (kind === "unsubscribed") return `${leftAll(asking)} IS ${value === true ? "NOT NULL" : "NULL"}`;
  if (isEngagement(kind)) {
    const since = value === undefined ? null : daysAgo(value, asking);
    const isSo = condition.operator === "within_days" || condition.operator === "is_set";
    return touched(asking, { engagement: kind, broadcast: name, since }, isSo);
  }
  if (kind === "created_at")
    return `c.created_at ${condition.operator === "within_days" ? ">=" : "<"} ${asking.place(timestamptz, daysAgo(value, asking))}`;
  const column = TEXTS[condition.field];
  return column === undefined ? "false" : textCondition(column, condition, asking.place);
}

function daysAgo(days: Condition["value"], { now }: Asking): Date {
  return new Date(now.getTime() - Number(days) * DAY_MS);
}

/** Whether a contact gets a topic's mail: what it chose, or what those get who never chose. */
function topicCondition(topic: string, gets: boolean, asking: Asking): string {
  const { place, accountId } = asking;
  const usual = `(SELECT t.subscribed FROM topics t WHERE t.account_id = ${place(text, accountId)} AND t.id = ${place(text, topic)})`;
  return `COALESCE(${choiceOf(asking, topic)}, ${usual}, false) = ${gets}`;
}

/** A value that is not of the property's type any more is none. */
function propertyCondition(key: string, condition: Condition, place: Place): string {
  const name = place(text, key);
  if (condition.operator === "is_set") return `c.properties ? ${name}`;
  if (condition.operator === "is_not_set") return `NOT c.properties ? ${name}`;
  if (typeof condition.value === "string")
    return textCondition(`(c.properties ->> ${name})`, condition, place);
  const number = `CASE jsonb_typeof(c.properties -> ${name}) WHEN 'number' THEN (c.properties ->> ${name})::float8 END`;
  const value = place(float, Number(condition.value));
  if (condition.operator === "not_equals") return `${number} IS DISTINCT FROM ${value}`;
  const sign = condition.operator === "more_than" ? ">" : condition.operator === "less_than" ? "<" : "=";
  return `COALESCE(${number} ${sign} ${value}, false)`;
}

/** Without case, as people search. What is not there equals nothing and contains nothing. */
function textCondition(column: string, { operator, value }: Condition, place: Place): string {
  if (operator === "is_set") return `COALESCE(${column}, '') <> ''`;
  if (operator === "is_not_set") return `COALESCE(${column}, '') = ''`;
  const own = `lower(COALESCE(${column}, ''))`;
  const asked = place(text, String(value).toLowerCase());
  if (operator === "not_equals") return `${own} <> ${asked}`;
  if (operator === "contains") return `strpos(${own}, ${asked}) > 0`;
  if (operator === "not_contains") return `strpos(${own}, ${asked}) = 0`;
  if (operator === "starts_with") return `starts_with(${own}, ${asked})`;
  if (operator === "ends_with") return `right(${own}, length(${asked})) = ${asked}`;
  return operator === "equals" ? `${own} = ${asked}` : "false";
}
