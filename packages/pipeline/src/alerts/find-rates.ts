import { type Finding, RATE_KINDS, type RateKind, type RateNumbers } from "@sendex/core/alerts/kinds";
import { narrowest, type Suspect } from "@sendex/core/alerts/narrowest";
import {
  judgeRate,
  RATE_RULES,
  rateLimit,
  type Tallies,
  USUAL_DAYS,
  usualShare,
  WINDOWS,
} from "@sendex/core/alerts/rate";
import { lastHourStart } from "@sendex/core/alerts/volume";
import { type Part, type PartShares, readShares, readUsual } from "@sendex/data/alerts/shares";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import type { Context } from "../context";
import { type AccountFinding, keyOf, openOf, type Page } from "./page";

/** A part of an account's mail that may need an alert. */
interface AccountSuspect extends Suspect {
  kind: RateKind;
  part: Part;
  numbers: RateNumbers;
}

/** Which parts bounce, are complained about or are put off too often. Usual rates are read of suspects alone. */
export async function findRates({ data }: Context, page: Page): Promise<AccountFinding[]> {
  const { accountIds, now } = page;
  const shares = await readShares(data, accountIds, { quarter: lastHourStart(now), now });
  const open = new Map(openOf(page, RATE_KINDS).map((alert) => [keyOf(alert), alert]));
  const [standing, suspects]: [AccountFinding[], AccountSuspect[]] = [[], []];
  const seen = new Set<string>();
  for (const share of shares)
    for (const kind of RATE_KINDS) {
      const key = keyOf({ ...share, kind });
      const alert = open.get(key);
      seen.add(key);
      if (alert) standing.push(judgeAgain(kind, share, alert));
      else if (isWatched(kind, share, page)) suspects.push(...suspectOf(kind, share, page));
    }
  const quiet = [...open].filter(([key]) => !seen.has(key)).map(([, alert]) => quietFinding(alert));
  const bad = await withUsual({ data }, page, suspects);
  return [...standing, ...quiet, ...ownCauses(bad, shares, open)];
}

/** An open alert goes by the limit that it was opened by. */
function judgeAgain(
  kind: RateKind,
  { kinds, ...part }: PartShares,
  { numbers: known, name }: { numbers: RateNumbers; name: string | null },
): AccountFinding {
  const usual = known.usual_percent === null ? null : known.usual_percent / 100;
  const judged = judgeRate(kind, kinds[kind], { limit: known.limit_percent / 100, usual });
  const { over, clear, gone } = judged;
  const numbers = over && judged.numbers.affected > known.affected ? judged.numbers : known;
  return { ...part, kind, name, over, clear, gone, numbers };
}

/** Nothing of it bounced, complained or was put off any more. */
function quietFinding(alert: {
  accountId: string;
  kind: RateKind;
  dimension: Finding["dimension"];
  value: string;
  name: string | null;
  numbers: RateNumbers;
}): AccountFinding {
  const { accountId, kind, dimension, value, name, numbers } = alert;
  return { accountId, kind, dimension, value, name, numbers, over: false, clear: true, gone: false };
}

/** Who puts mail off is the provider, whatever it is about. */
function isWatched(kind: RateKind, { accountId, dimension }: Part, { rulesOf }: Page): boolean {
  return rulesOf(accountId)[kind].enabled && (kind !== "deferrals" || dimension === "provider");
}

/** Bad even if nothing were usual, or not at all. */
function suspectOf(kind: RateKind, { kinds, ...part }: PartShares, { rulesOf }: Page): AccountSuspect[] {
  const limit = rateLimit(rulesOf(part.accountId)[kind].threshold, null);
  const suspect = suspected(kind, part, kinds[kind], { limit, usual: null });
  return suspect ? [suspect] : [];
}

function suspected(
  kind: RateKind,
  part: Part,
  tallies: Tallies,
  measure: { limit: number; usual: number | null },
): AccountSuspect | undefined {
  const { over, clear, bound, numbers } = judgeRate(kind, tallies, measure);
  if (!over || clear) return undefined;
  const { dimension, value } = part;
  const hours = WINDOWS.find((window) => window === numbers.hours) ?? 1;
  return { kind, part, dimension, value, tallies, bound, limit: measure.limit, hours, numbers };
}

/** Those that are bad beside what is usual for them, by four weeks of mail from before the windows. */
async function withUsual(
  { data }: Pick<Context, "data">,
  { now, rulesOf }: Page,
  suspects: AccountSuspect[],
): Promise<AccountSuspect[]> {
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const usual = await readUsual(
    data,
    suspects.map(({ kind, part }) => {
      const to = hour - Math.max(...RATE_RULES[kind].windows) * HOUR_MS;
      return { ...part, kind, from: new Date(hour - USUAL_DAYS * DAY_MS), to: new Date(to) };
    }),
  );
  return suspects.flatMap(({ kind, part, tallies }, i) => {
    const share = usualShare(usual[i] ?? { sent: 0, affected: 0 });
    const limit = rateLimit(rulesOf(part.accountId)[kind].threshold, share);
    return suspected(kind, part, tallies, { limit, usual: share }) ?? [];
  });
}

/** Of each account and kind those that no other part explains. */
function ownCauses(
  bad: AccountSuspect[],
  shares: PartShares[],
  open: ReadonlyMap<string, unknown>,
): AccountFinding[] {
  const groups = new Map<string, AccountSuspect[]>();
  for (const suspect of bad) {
    const group = `${suspect.part.accountId} ${suspect.kind}`;
    groups.set(group, [...(groups.get(group) ?? []), suspect]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { kind, part } = first;
    const standing = shares
      .filter((share) => share.accountId === part.accountId && open.has(keyOf({ ...share, kind })))
      .map(({ dimension, value, kinds }) => ({ dimension, value, tallies: kinds[kind] }));
    return narrowest(kind, [first, ...others], standing).map(({ part: own, numbers }): AccountFinding => ({
      ...own,
      ...{ kind, numbers, name: null, over: true, clear: false, gone: false },
    }));
  });
}
