import type { Caller } from "@sendex/core/access";
import type { AlertKind } from "@sendex/core/alerts/kinds";
import type { Rules } from "@sendex/core/alerts/rule";
import { changeRules as change } from "@sendex/data/alerts/rules";
import type { Context } from "../context";
import { readRules } from "./read";

/** What is to become of some rules; what is absent stays. */
export type RuleWishes = Partial<Record<AlertKind, { enabled?: boolean; threshold?: number }>>;

/** Changes an account's rules from the next look on; the open alerts of a rule that is switched off close then. */
export async function changeRules(context: Context, caller: Caller, wishes: RuleWishes): Promise<Rules> {
  const changes = Object.entries(wishes).map(([kind, { enabled, threshold }]) => ({
    ...{ kind, enabled: enabled ?? null, threshold: threshold ?? null },
  }));
  await change(context.data, caller.accountId, changes);
  return readRules(context, caller);
}
