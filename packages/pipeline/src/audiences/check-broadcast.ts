import { domainOf, parseMailbox } from "@sendex/core/accepting/address";
import { checkBroadcast } from "@sendex/core/audiences/broadcast-checks";
import type { Check } from "@sendex/core/audiences/check";
import { wholeCells } from "@sendex/core/analytics/periods";
import type { BroadcastRow } from "@sendex/data/audiences/broadcasts";
import { readMetrics } from "@sendex/data/analytics/read";
import { DAY_MS } from "@sendex/kit/day";
import type { Context } from "../context";
import { readAudience } from "./broadcast-results";
import { seeBroadcast } from "./see-broadcast";

const COMPLAINT_DAYS = 7;
/** Of a domain with its parents: `_dmarc` is asked at each, down to two labels. */
const MAX_LABELS = 6;

/** What a broadcast's readers' providers would object to. */
export async function broadcastChecks(context: Context, broadcast: BroadcastRow): Promise<Check[]> {
  const { accountId } = broadcast;
  const from = parseMailbox(broadcast.from ?? "");
  const domain = from && domainOf(from.address);
  const [verified, dmarc, complaints, audience, seen] = await Promise.all([
    domain === undefined ? false : context.batches.isVerified({ accountId, name: domain }),
    domain === undefined ? [] : dmarcOf(context, domain),
    lately(context, broadcast),
    readAudience(context, broadcast),
    seeBroadcast(context, broadcast),
  ]);
  return checkBroadcast({
    ...{ domain, verified, dmarc, ...complaints, ...seen, readers: audience.contacts - audience.left },
    ...{ html: broadcast.html ?? "", text: broadcast.text ?? "" },
  });
}

/** A policy of a domain above holds for those below it (RFC 7489 6.6.3). */
async function dmarcOf({ ports }: Context, domain: string): Promise<string[] | undefined> {
  const labels = domain.split(".").slice(-MAX_LABELS);
  const names = labels.slice(0, -1).map((_, i) => `_dmarc.${labels.slice(i).join(".")}`);
  const found = await Promise.all(names.map((name) => ports.lookupRecords(name, "TXT")));
  const records = found.flatMap((values) => values ?? []);
  return records.length === 0 && found.some((values) => values === undefined) ? undefined : records;
}

/** The account's live mail: that is what the providers judge. */
async function lately({ data, clock }: Context, { accountId }: BroadcastRow) {
  const now = clock();
  const { from, to } = wholeCells(new Date(now.getTime() - COMPLAINT_DAYS * DAY_MS), now);
  const query = {
    accountId,
    mode: "live",
    dimension: "all",
    minutes: 15,
    edges: [from, to],
    byDomain: false,
  } as const;
  const [sum] = await readMetrics(data, query);
  return { delivered: sum?.counts.delivered ?? 0, complained: sum?.counts.complained ?? 0 };
}
