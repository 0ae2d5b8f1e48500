import { ALERT_KINDS } from "@sendex/core/alerts/kinds";
import type { RuleChoice } from "@sendex/core/alerts/rule";
import { boolean, float, rows, text } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";

/** What these accounts chose, by account; one that chose nothing is not in it. */
export async function readRuleChoices(
  data: Data,
  accountIds: readonly string[],
): Promise<Map<string, RuleChoice[]>> {
  const found = await prisma(data).alertRule.findMany({ where: { accountId: { in: [...accountIds] } } });
  const choices = new Map<string, RuleChoice[]>();
  for (const { accountId, kind: word, enabled, threshold } of found) {
    const kind = ALERT_KINDS.find((own) => own === word);
    if (kind) choices.set(accountId, [...(choices.get(accountId) ?? []), { kind, enabled, threshold }]);
  }
  return choices;
}

/** A change of one rule; what is null stays. */
export interface RuleChange {
  kind: string;
  enabled: boolean | null;
  threshold: number | null;
}

export async function changeRules(
  data: Data,
  accountId: string,
  changes: readonly RuleChange[],
): Promise<void> {
  if (changes.length > 0) await plain(data).query(CHANGE({ accountId, x: changes }));
}

const CHANGE = unpreparedStatement(
  {
    accountId: text,
    x: rows<RuleChange>({
      kind: text(({ kind }) => kind),
      enabled: boolean.orNull(({ enabled }) => enabled),
      threshold: float.orNull(({ threshold }) => threshold),
    }),
  },
  ({ accountId, x }) => `
WITH x AS (SELECT * FROM ${x})
INSERT INTO alert_rules AS r (account_id, kind, enabled, threshold)
SELECT ${accountId}, kind, COALESCE(enabled, true), threshold FROM x
ON CONFLICT (account_id, kind) DO UPDATE SET
  enabled = COALESCE((SELECT x.enabled FROM x WHERE x.kind = r.kind), r.enabled),
  threshold = COALESCE(EXCLUDED.threshold, r.threshold)`,
);
