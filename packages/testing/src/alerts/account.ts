import { firstHourOf, HISTORY_HOURS, neededFactor } from "@sendex/core/alerts/bursts";
import type { AlertDimension, Cause, RateKind, VolumeNumbers } from "@sendex/core/alerts/kinds";
import { RATE_KINDS } from "@sendex/core/alerts/kinds";
import { narrowest, type Suspect } from "@sendex/core/alerts/narrowest";
import {
  judgeRate,
  RATE_RULES,
  rateLimit,
  type Tallies,
  usualShare,
  WINDOWS,
} from "@sendex/core/alerts/rate";
import { rulesOf } from "@sendex/core/alerts/rule";
import { nextStep } from "@sendex/core/alerts/step";
import { expectedAt, isLoud, judgeOpenVolume, judgeVolume } from "@sendex/core/alerts/volume";
import type { Batch } from "./traffic";
import { openPart, type Part } from "./part";

/** An account that the rules of alerts watch, without a database: as `pipeline/alerts` does, by the quarter of an hour. */

export interface SimulatedAlert extends Cause {
  /** Quarters of an hour. */
  openedAt: number;
  closedAt: number | null;
}

interface Open {
  alert: SimulatedAlert;
  lastSeenAt: Date;
  volume?: VolumeNumbers;
  limit?: number;
}

const RULES = rulesOf([]);
const QUARTER_MS = 15 * 60_000;

export function openAccount(): { pass(batches: readonly Batch[]): void; alerts: SimulatedAlert[] } {
  const alerts: SimulatedAlert[] = [];
  const open = new Map<string, Open>();
  const parts = new Map<string, Part & Pick<Cause, "dimension" | "value">>();
  const quarters: number[] = [];
  const hours: number[] = [];
  let now = -1;

  function step(
    cause: Cause,
    judged: { over: boolean; clear: boolean; gone: boolean },
    more: Pick<Open, "volume" | "limit">,
  ): void {
    const name = `${cause.kind} ${cause.dimension} ${cause.value}`;
    const standing = open.get(name);
    const at = new Date(now * QUARTER_MS);
    const next = nextStep(standing, { ...judged, kind: cause.kind }, at);
    if (next === "open") {
      const alert = { ...cause, openedAt: now, closedAt: null };
      alerts.push(alert);
      open.set(name, { alert, lastSeenAt: at, ...more });
    }
    if (next === "keep" && standing) open.set(name, { ...standing, ...more, lastSeenAt: at });
    if (next === "close" && standing) {
      standing.alert.closedAt = now;
      open.delete(name);
    }
  }

  function judgeVolumeNow(): void {
    const cause: Cause = { kind: "volume", dimension: "account", value: "" };
    const accepted = quarters.slice(-4).reduce((sum, count) => sum + count, 0);
    const known = open.get("volume account ")?.volume;
    if (!known && !isLoud(accepted, 0, RULES.volume.threshold)) return;
    const expected = expectedAt(hours, hours.length, firstHourOf(hours));
    if (known) {
      const { numbers, ...judged } = judgeOpenVolume(accepted, expected.usual, known);
      step(cause, { ...judged, gone: false }, { volume: numbers });
    } else if (isLoud(accepted, expected.young ? 0 : expected.usual, RULES.volume.threshold)) {
      const factor = neededFactor(hours, RULES.volume.threshold);
      const { numbers, ...judged } = judgeVolume(accepted, expected, factor);
      step(cause, { ...judged, gone: false }, { volume: numbers });
    }
  }

  function judgeParts(kind: RateKind): void {
    const suspects: (Suspect & Pick<Cause, "dimension" | "value">)[] = [];
    const standing: { dimension: AlertDimension; value: string; tallies: Tallies }[] = [];
    for (const part of parts.values()) {
      const { dimension, value } = part;
      if (kind === "deferrals" && dimension !== "provider") continue;
      const known = open.get(`${kind} ${dimension} ${value}`)?.limit;
      // What is proven is less than what was seen.
      if (known === undefined && part.share(kind) * 100 <= RULES[kind].threshold) continue;
      const tallies = part.tallies(kind);
      if (known !== undefined) {
        standing.push({ dimension, value, tallies });
        step({ kind, dimension, value }, judgeRate(kind, tallies, { limit: known, usual: null }), {
          limit: known,
        });
        continue;
      }
      const { threshold } = RULES[kind];
      const first = judgeRate(kind, tallies, { limit: rateLimit(threshold, null), usual: null });
      if (!first.over || first.clear) continue;
      const usual = usualShare(part.usual(kind, Math.max(...RATE_RULES[kind].windows)));
      const limit = rateLimit(threshold, usual);
      const { over, clear, bound, numbers } = judgeRate(kind, tallies, { limit, usual });
      const window = WINDOWS.find((one) => one === numbers.hours) ?? 1;
      if (over && !clear) suspects.push({ dimension, value, tallies, bound, limit, hours: window });
    }
    for (const { dimension, value, limit } of narrowest(kind, suspects, standing))
      step({ kind, dimension, value }, { over: true, clear: false, gone: false }, { limit });
  }

  return {
    alerts,
    pass(batches) {
      now += 1;
      for (const part of parts.values()) part.advance();
      const sums = new Map<string, PartCounts>();
      for (const batch of batches)
        for (const dimension of ["domain", "provider", "template"] as const)
          addTo(sums, dimension, batch[dimension], batch);
      for (const [name, { dimension, value, ...counts }] of sums) {
        const part = parts.get(name) ?? { ...openPart(), dimension, value };
        parts.set(name, part);
        part.add(counts);
      }
      quarters.push(batches.reduce((total, { sent }) => total + sent, 0));
      if (quarters.length > 4) quarters.shift();
      judgeVolumeNow();
      for (const kind of RATE_KINDS) judgeParts(kind);
      // The running hour joins the history once it is over.
      if (now % 4 === 3) hours.push(quarters.reduce((total, count) => total + count, 0));
      if (hours.length > HISTORY_HOURS) hours.shift();
    },
  };
}

type PartCounts = Pick<Batch, "sent" | "bounced" | "complained" | "deferred"> &
  Pick<Cause, "dimension" | "value">;

function addTo(
  sums: Map<string, PartCounts>,
  dimension: PartCounts["dimension"],
  value: string,
  { sent, bounced, complained, deferred }: Batch,
): void {
  const name = `${dimension} ${value}`;
  const sum = sums.get(name) ?? { dimension, value, sent: 0, bounced: 0, complained: 0, deferred: 0 };
  sum.sent += sent;
  sum.bounced += bounced;
  sum.complained += complained;
  sum.deferred += deferred;
  sums.set(name, sum);
}
