import { rulesOf, type Rules } from "@sendex/core/alerts/rule";
import { isSameAgain, MAX_OPEN_ALERTS, nextStep, REOPEN_MS } from "@sendex/core/alerts/step";
import { freshNetworks, judgedNetworks } from "@sendex/data/alerts/networks";
import type { AlertRow } from "@sendex/data/alerts/rows";
import { readRuleChoices } from "@sendex/data/alerts/rules";
import { keepAlerts, standingAlerts } from "@sendex/data/alerts/standing";
import type { Context } from "../context";
import { findEndpoints } from "./find-endpoints";
import { findNetworks } from "./find-networks";
import { findRates } from "./find-rates";
import { findVolume } from "./find-volume";
import { type AccountFinding, keyOf, type Page } from "./page";
import { lower, raise } from "./tell";

/**
 * Judges accounts by every rule that they have: opens alerts, keeps them, and closes those whose cause was clear for a
 * while. A bounded number of statements for all of them, and a transaction for each alert that opens or closes.
 */
export async function evaluateAlerts(context: Context, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  const { data } = context;
  const now = context.clock();
  const [choices, standing, fresh] = await Promise.all([
    readRuleChoices(data, accountIds),
    standingAlerts(data, accountIds, new Date(now.getTime() - REOPEN_MS)),
    freshNetworks(data, accountIds),
  ]);
  const rules = new Map(accountIds.map((id) => [id, rulesOf(choices.get(id) ?? [])]));
  const [open, closed] = [standing.filter(isOpen), standing.filter((alert) => !isOpen(alert))];
  const page: Page = { accountIds, now, open, rulesOf: (id) => rules.get(id) ?? rulesOf([]) };
  const found = await Promise.all([
    findVolume(context, page),
    findRates(context, page),
    findEndpoints(context, page),
    findNetworks(context, page, fresh),
  ]);
  await follow(context, page, found.flat(), closed);
  await judgedNetworks(data, fresh, now);
}

function isOpen({ closedAt }: AlertRow): boolean {
  return closedAt === null;
}

async function follow(
  context: Context,
  page: Page,
  findings: AccountFinding[],
  closed: readonly AlertRow[],
): Promise<void> {
  const { now } = page;
  const open = new Map(page.open.map((alert) => [keyOf(alert), alert]));
  const former = new Map(closed.map((alert) => [keyOf(alert), alert]));
  const room = openRoom(page);
  const kept: AccountKept[] = [];
  for (const finding of findings) {
    const alert = open.get(keyOf(finding));
    const ruled = switchedOff(finding, page.rulesOf(finding.accountId));
    const step = nextStep(alert, ruled, now);
    if (step === "open" && room(finding.accountId)) {
      const last = former.get(keyOf(finding));
      await raise(context, finding, last && isSameAgain(last, now) ? last : undefined);
    }
    if (alert && step === "keep") kept.push({ ...alert, numbers: finding.numbers });
    if (alert && step === "close") await lower(context, alert);
  }
  await keepAlerts(context.data, kept, now);
}

type AccountKept = Pick<AlertRow, "accountId" | "id" | "numbers">;

/** Of a rule that is switched off there is nothing to watch. */
function switchedOff(finding: AccountFinding, rules: Rules): AccountFinding {
  return rules[finding.kind].enabled ? finding : { ...finding, gone: true };
}

/** Whether an account may have one more alert that is open. */
function openRoom({ open }: Page): (accountId: string) => boolean {
  const counts = new Map<string, number>();
  for (const { accountId } of open) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  return (accountId) => {
    const count = counts.get(accountId) ?? 0;
    counts.set(accountId, count + 1);
    return count < MAX_OPEN_ALERTS;
  };
}
