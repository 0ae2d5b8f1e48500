import { firstHourOf, HISTORY_HOURS, neededFactor } from "@sendex/core/alerts/bursts";
import {
  expectedAt,
  isLoud,
  judgeOpenVolume,
  judgeVolume,
  lastHourStart,
  usualHours,
} from "@sendex/core/alerts/volume";
import { readHours, readVolumes, type Volume } from "@sendex/data/alerts/volumes";
import { HOUR_MS } from "@sendex/kit/day";
import type { Context } from "../context";
import { type AccountFinding, openOf, type Page } from "./page";

const WHOLE = { kind: "volume", dimension: "account", value: "", name: null, gone: false } as const;

/** Whose last hour is far above its usual. History is read of those alone that are loud by the hour of the week. */
export async function findVolume({ data }: Context, page: Page): Promise<AccountFinding[]> {
  const { accountIds, now } = page;
  const span = { from: lastHourStart(now), hours: usualHours(now) };
  const volumes = new Map((await readVolumes(data, accountIds, span)).map((one) => [one.accountId, one]));
  const open = new Map(openOf(page, ["volume"]).map((alert) => [alert.accountId, alert.numbers]));
  const standing = [...open].map(([accountId, numbers]): AccountFinding => {
    const { latest, usual } = volumes.get(accountId) ?? { latest: 0, usual: 0 };
    return { ...WHOLE, accountId, ...judgeOpenVolume(latest, usual, numbers) };
  });
  const loud = [...volumes.values()].filter(
    ({ accountId, latest, usual }) =>
      !open.has(accountId) && isLoud(latest, usual, page.rulesOf(accountId).volume.threshold),
  );
  return [...standing, ...(await judgeLoud({ data }, page, loud))];
}

async function judgeLoud(
  { data }: Pick<Context, "data">,
  { now, rulesOf }: Page,
  loud: Volume[],
): Promise<AccountFinding[]> {
  const to = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const from = new Date(to.getTime() - HISTORY_HOURS * HOUR_MS);
  const ids = loud.map(({ accountId }) => accountId);
  const histories = await readHours(data, ids, { from, to });
  return loud.map(({ accountId, latest }): AccountFinding => {
    const hours = Array.from({ length: HISTORY_HOURS }, () => 0);
    for (const { at, accepted } of histories.get(accountId) ?? [])
      hours[(at.getTime() - from.getTime()) / HOUR_MS] = accepted;
    const expected = expectedAt(hours, HISTORY_HOURS, firstHourOf(hours));
    const factor = neededFactor(hours, rulesOf(accountId).volume.threshold);
    return { ...WHOLE, accountId, ...judgeVolume(latest, expected, factor) };
  });
}
