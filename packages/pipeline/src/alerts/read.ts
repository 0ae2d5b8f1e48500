import type { Caller } from "@sendex/core/access";
import { type Rules, rulesOf } from "@sendex/core/alerts/rule";
import { SendexError } from "@sendex/core/error";
import { type AlertFilter, findAlert, listAlerts as list } from "@sendex/data/alerts/list";
import type { AlertRow } from "@sendex/data/alerts/rows";
import { readRuleChoices } from "@sendex/data/alerts/rules";
import type { Context } from "../context";

export type { AlertFilter } from "@sendex/data/alerts/list";

/** An account's alerts, newest first. */
export async function listAlerts(
  { data }: Context,
  { accountId }: Caller,
  filter: AlertFilter,
): Promise<{ data: AlertRow[]; hasMore: boolean }> {
  return list(data, accountId, filter);
}

/** @throws SendexError not_found */
export async function getAlert({ data }: Context, { accountId }: Caller, id: string): Promise<AlertRow> {
  const alert = await findAlert(data, accountId, id);
  if (!alert) throw new SendexError("not_found", "There is no such alert.");
  return alert;
}

/** The rules as they hold for an account. */
export async function readRules({ data }: Context, { accountId }: Caller): Promise<Rules> {
  const choices = await readRuleChoices(data, [accountId]);
  return rulesOf(choices.get(accountId) ?? []);
}
