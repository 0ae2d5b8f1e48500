import { firstHour, startOfDay } from "@sendex/kit/day";
import { type Caller, isOfWholeAccount } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import { creditsAreLow, rateState, seriesOf, type Span } from "@sendex/core/overview";
import {
  type Counts,
  percentOf,
  rateSpanStart,
  SUSPENSION,
  WARNING_PERCENT,
} from "@sendex/core/reputation/rate";
import { heldUntil } from "@sendex/core/reputation/standing";
import { guidelineOf } from "@sendex/core/reputation/tier";
import { type AccountState, findAccountState } from "@sendex/data/accounts/accounts";
import { openAlertsOf } from "@sendex/data/alerts/list";
import { readCredits } from "@sendex/data/credits/entries";
import * as facts from "@sendex/data/overview";
import { findSuspension, listAppeals } from "@sendex/data/reputation/appeals";
import { countAccepted, countRates } from "@sendex/data/reputation/rates";
import { listPauses } from "@sendex/data/reputation/source-pauses";
import { reasonOf } from "@sendex/wire/alerts/sentence";
import type { Attention, OverviewView } from "@sendex/wire/overview";
import { MOST_HELD } from "./accounts/read";
import type { Context } from "./context";

/** Of each kind of thing that needs somebody, the overview names at most so many. */
const MOST_NAMED = 10;

/**
 * What became of an account's mail of the caller's mode in a span, its rate and guideline, and what needs somebody.
 * @throws SendexError not_found where the account is gone
 */
export async function readOverview(context: Context, caller: Caller, span: Span): Promise<OverviewView> {
  const { data, clock } = context;
  const { accountId, mode } = caller;
  const now = clock();
  const account = await findAccountState(data, accountId);
  if (!account) throw new SendexError("not_found", "There is no such account.");
  // What an operator's reinstatement forgives is live mail's.
  const since =
    mode === "live" ? rateSpanStart(now, account.rateSince) : firstHour(now, SUSPENSION.windowDays);
  const [buckets, [rate = NOTHING], [today = NOTHING], acceptedToday] = await Promise.all([
    facts.readBuckets(data, caller, span),
    countRates(data, [{ accountId, since }], mode),
    countRates(data, [{ accountId, since: startOfDay(now) }], mode),
    countAccepted(data, accountId, startOfDay(now), mode),
  ]);
  const counted = seriesOf(span, buckets);
  const known = { account, rate, acceptedToday, accepted: counted.totals.accepted };
  return {
    mode,
    span,
    ...counted,
    rate: {
      ...rate,
      percent: percentOf(rate),
      since,
      until: now,
      warnAt: WARNING_PERCENT,
      suspendAt: SUSPENSION.percent,
      minSent: SUSPENSION.minSent,
      state: mode === "live" ? rateState(rate) : null,
    },
    today: {
      accepted: acceptedToday,
      sent: today.sent,
      guideline: mode === "live" ? guidelineOf(account.tier, account.guideline) : null,
    },
    attention: await findAttention(context, caller, known),
  };
}

interface Known {
  account: AccountState;
  rate: Counts;
  acceptedToday: number;
  /** Recipients accepted in the overview's span. */
  accepted: number;
}

/** The gravest first. */
async function findAttention(context: Context, caller: Caller, known: Known): Promise<Attention[]> {
  const found = await Promise.all([
    suspended(context, caller, known),
    paused(context, caller),
    alerts(context, caller),
    credits(context, caller, known),
    domains(context, caller),
    webhooks(context, caller),
    messages(context, caller, known),
  ]);
  const [standing, ...others] = found;
  return [...standing, ...warned(caller, known), ...others.flat()];
}

async function suspended({ data }: Context, { accountId }: Caller, { account }: Known): Promise<Attention[]> {
  if (account.standing !== "suspended") return [];
  const suspension = await findSuspension(data, accountId);
  if (!suspension) return [];
  const { id, cause, reason, createdAt } = suspension;
  const [held, appeals] = await Promise.all([
    facts.countHeldOf(data, accountId, MOST_HELD),
    listAppeals(data, accountId, id),
  ]);
  const appealed = appeals.some(({ decision }) => decision === null);
  const until = heldUntil(createdAt);
  return [{ kind: "suspended", id, cause, reason, since: createdAt, held, heldUntil: until, appealed }];
}

function warned({ mode }: Caller, { rate, account }: Known): Attention[] {
  if (mode !== "live" || account.standing !== "active" || rateState(rate) !== "warning") return [];
  return [{ kind: "bounce_rate_warning", ...rate, percent: percentOf(rate), suspendAt: SUSPENSION.percent }];
}

async function paused({ data }: Context, { accountId }: Caller): Promise<Attention[]> {
  const pauses = await listPauses(data, accountId);
  return pauses.slice(0, MOST_NAMED).map(({ sourceId, kind: source, createdAt }) => ({
    ...{ kind: "source_paused", id: sourceId, source, since: createdAt },
  }));
}

/** Of live mail; a key that stands for a part of the account is told of none. An endpoint that fails is named by itself. */
async function alerts({ data }: Context, caller: Caller): Promise<Attention[]> {
  if (caller.mode !== "live" || !isOfWholeAccount(caller)) return [];
  const open = await openAlertsOf(data, caller.accountId, { but: "webhook_failing", limit: MOST_NAMED });
  return open.map((alert) => ({
    ...{ kind: "alert", id: alert.id, alert: alert.kind, name: alert.name ?? alert.value },
    ...{ reason: reasonOf(alert), since: alert.openedAt },
  }));
}

async function credits(
  { data }: Context,
  { accountId, mode }: Caller,
  { acceptedToday }: Known,
): Promise<Attention[]> {
  if (mode !== "live") return [];
  const left = (await readCredits(data, accountId)) ?? null;
  return left !== null && creditsAreLow(left, acceptedToday) ? [{ kind: "credits_low", credits: left }] : [];
}

async function domains({ data }: Context, caller: Caller): Promise<Attention[]> {
  const names = caller.domains.length > 0 ? { names: caller.domains } : {};
  const [open, any] = await Promise.all([
    facts.unverifiedDomains(data, caller.accountId, { ...names, limit: MOST_NAMED }),
    facts.hasDomain(data, caller.accountId),
  ]);
  if (!any) return [{ kind: "no_domain" }];
  return open.map(({ id, name, status, createdAt }) => ({
    ...{ kind: "domain_unverified", id, name, failed: status === "failed", since: createdAt },
  }));
}

async function webhooks({ data }: Context, caller: Caller): Promise<Attention[]> {
  const ailing = await facts.ailingWebhooks(data, caller, MOST_NAMED);
  return ailing.map(({ id, endpoint, status, disabledReason: reason, disabledAt, failingSince }) =>
    status === "disabled"
      ? { kind: "webhook_disabled", id, endpoint, reason, since: disabledAt }
      : { kind: "webhook_failing", id, endpoint, since: failingSince },
  );
}

async function messages({ data }: Context, caller: Caller, { accepted }: Known): Promise<Attention[]> {
  if (accepted > 0 || (await facts.hasAccepted(data, caller))) return [];
  return [{ kind: "no_message_yet" }];
}

const NOTHING: Counts = { sent: 0, hurt: 0 };
