import { setTimeout as sleep } from "node:timers/promises";
import { continued, describe, step } from "@sendex/kit/trace";
import { parseMailbox } from "@sendex/core/accepting/address";
import { leaseMs, sesMarginMs } from "@sendex/core/sending/ladder";
import { COMPOSE_FAILED, CONTENT_GONE, NOT_COMPOSABLE } from "@sendex/core/sending/not-sent";
import type { SesAnswer } from "@sendex/core/ports";
import { SES_TAGS } from "@sendex/core/reports/report";
import { isActive } from "@sendex/data/accounts/accounts";
import type { Claim } from "@sendex/data/sending/claim";
import { openRoute } from "@sendex/data/sending/routes";
import { Uncomposable } from "@sendex/render/plain";
import type { SendJob } from "@sendex/queue/names";
import { answerResult, type NotCalled } from "./answer-result";
import type { Composer } from "./compose";
import type { Context } from "../context";
import type { DomainLimits } from "./domain-limits";
import { doubtDomain } from "../domains/check";
import { emit } from "../webhooks/emit";
import { paceDomain } from "./pace-domain";
import { pauseSending } from "./pause-sending";
import { endSuppressed, holdForSuspension, waitForPace, waitForRoute } from "./put-back";
import type { SendRate } from "./send-rate";
import { askSesToLetGo, takeOver } from "../suppressions/heed-ses-list";
import type { ClaimRequest } from "@sendex/data/sending/recipient-key";

/** What a send worker keeps beside the context. */
export interface Sender {
  compose: Composer;
  rate: SendRate;
  domains: DomainLimits;
}

/**
 * No recipient of its tier has a slot either: taking the next job at once would only put back a backlog row by row.
 */
const REFUSED_MS = 250;
/** SES answers in tens of milliseconds; a call that hangs must free its slot within 10 s (docs/faults.md row 15). */
const SES_TIMEOUT_MS = 8_000;
/** Half of the 1 s promised between a suspension and the last SES call. Source: docs/contract.md "Reputation". */
const STANDING_MS = 500;
/** How many times the standing is asked for while the database is slower than STANDING_MS. */
const STANDING_LOOKS = 3;

/**
 * Sends one recipient's mail, once: pace of its domain, pace of SES → claim (attempt row and lease committed) →
 * compose → SES → result. Whatever dies in between, the row says what is known, and the sweep continues from there.
 */
export async function sendRecipient(context: Context, sender: Sender, job: SendJob): Promise<void> {
  const { accountId, messageId, n, due } = job;
  const startTime = context.clock();
  const request: ClaimRequest = { accountId, messageId, n, due };
  if (!(await paceDomain(context, sender.domains, request, job.priority))) return;
  const pace = await sender.rate.reserve(job.priority);
  if (!pace.reserved) {
    await waitForPace(context, request, pace.waitMs, {
      limit: "account",
      perSecond: sender.rate.perSecond(),
    });
    return sleep(REFUSED_MS);
  }
  if (pace.waitMs > 0) await sleep(pace.waitMs);
  context.failPoint("send:before-claim", job.messageId);
  const answer = await context.batches.claim(request);
  switch (answer.verdict) {
    case "claimed":
      context.queues.windows.took(job.priority);
      return continued(
        answer.claim.trace,
        "send",
        { kind: "CONSUMER", startTime, attributes: attributesOf(answer.claim) },
        () => attempt(context, sender, answer.claim),
      );
    case "suppressed":
      if (answer.listed) await takeOver(context, answer.claim, answer.suppression);
      return endSuppressed(context, request, answer.claim, answer.suppression);
    case "softened":
      if (await askSesToLetGo(context, answer.claim))
        return waitForRoute(context, request, answer.claim, { until: answer.until, reason: answer.pause });
      return endSuppressed(context, request, answer.claim, "bounce");
    case "suspended":
      return holdForSuspension(context, request, answer.claim);
    case "paused":
      return waitForRoute(context, request, answer.claim, { until: answer.until, reason: answer.pause });
    case "gone":
      return;
  }
}

function attributesOf({ accountId, messageId, n, attempt: ordinal, priority, route }: Claim) {
  return {
    "sendex.account.id": accountId,
    "sendex.message.id": messageId,
    "sendex.recipient": n,
    "sendex.attempt": ordinal,
    "sendex.priority": priority,
    "sendex.route": route,
  };
}

async function attempt(context: Context, sender: Sender, claim: Claim): Promise<void> {
  const claimedAt = context.clock();
  context.failPoint("send:after-claim", claim.messageId);
  const answer = await callSes(context, sender, claim, claimedAt);
  if (answer.kind === "sent") context.failPoint("send:after-answer", claim.messageId);
  const now = context.clock();
  const result = answerResult({
    claim,
    answer,
    calledAt: claimedAt,
    now,
    scale: context.settings.retryTimeScale,
  });
  const finished = await step("record", {}, () => context.batches.finish(result));
  context.meters.add("ses_answers", { kind: answer.kind });
  // A recipient that SES took counts as sent, even where SES's event came before our commit.
  if (finished.counted || answer.kind === "sent") count(context, claim, answer, now);
  void emit(context, [claim.accountId], finished.deliveries);
  await afterwards(context, sender, claim, answer);
}

/** SES's answer, or why it was not called. */
async function callSes(
  context: Context,
  sender: Sender,
  claim: Claim,
  claimedAt: Date,
): Promise<SesAnswer | NotCalled> {
  const composed = await step("compose", {}, () => mailOf(context, sender, claim));
  if ("kind" in composed) return composed;
  if (!(await standsStill(context, claim.accountId, claimedAt)))
    return {
      kind: "not_called",
      code: "standing_unsure",
      detail: "Composing took long, and the account was not seen to be active since.",
    };
  const scale = context.settings.retryTimeScale;
  const spent = context.clock().getTime() - claimedAt.getTime();
  const left = leaseMs(scale) - spent;
  if (left < sesMarginMs(scale))
    return {
      kind: "not_called",
      code: "lease_too_short",
      detail: "Too little of the lease was left to call SES.",
    };
  const started = context.clock();
  const mail = {
    mode: claim.mode,
    from: parseMailbox(claim.from)?.address ?? claim.from,
    to: claim.address,
    raw: composed.raw,
    tags: tagsOf(claim),
    timeoutMs: Math.min(SES_TIMEOUT_MS, left - sesMarginMs(scale) / 2),
  };
  const answer = await step("SES send", { kind: "CLIENT" }, async () => {
    const said = await context.ports.send(mail, claim.route);
    describe({
      "sendex.ses.answer": said.kind,
      ...(said.kind === "sent" && { "aws.ses.message_id": said.sesMessageId }),
    });
    return said;
  });
  context.meters.time("ses_seconds", (context.clock().getTime() - started.getTime()) / 1000, {
    kind: answer.kind,
  });
  return answer;
}

/**
 * Whether the account was active less than `STANDING_MS` ago. The claim knew it; where composing took longer, the
 * database is asked again, so that no SES call starts later than a second after a suspension's commit.
 */
async function standsStill({ data, clock }: Context, accountId: string, known: Date): Promise<boolean> {
  let asOf = known;
  for (let looks = 0; looks < STANDING_LOOKS; looks += 1) {
    if (clock().getTime() - asOf.getTime() <= STANDING_MS) return true;
    asOf = clock();
    if (!(await isActive(data, accountId))) return false;
  }
  return clock().getTime() - asOf.getTime() <= STANDING_MS;
}

async function mailOf(
  context: Context,
  sender: Sender,
  claim: Claim,
): Promise<{ raw: Uint8Array } | SesAnswer | NotCalled> {
  try {
    const raw = await sender.compose(claim);
    return raw
      ? { raw }
      : { kind: "rejected", code: CONTENT_GONE, detail: "The content of this message has been erased." };
  } catch (error) {
    context.log.error({ err: error, messageId: claim.messageId }, "the mail could not be composed");
    return error instanceof Uncomposable
      ? { kind: "rejected", code: NOT_COMPOSABLE, detail: error.message }
      : { kind: "retry", code: COMPOSE_FAILED, detail: "Its content could not be read.", alert: false };
  }
}

/** SES gives these back with each of its events: the evidence that settles an unknown outcome. */
function tagsOf({ accountId, messageId, n, attempt: ordinal }: Claim): Record<string, string> {
  return {
    [SES_TAGS.account]: accountId,
    [SES_TAGS.message]: messageId,
    [SES_TAGS.recipient]: String(n),
    [SES_TAGS.attempt]: String(ordinal),
  };
}

async function afterwards(
  context: Context,
  sender: Sender,
  claim: Claim,
  answer: SesAnswer | NotCalled,
): Promise<void> {
  const live = claim.route === context.settings.liveRoute;
  if (answer.kind === "throttled" && live) await sender.rate.throttled();
  if (answer.kind === "unverified" && live) await doubtDomain(context, claim.accountId, claim.fromDomain);
  if (answer.kind === "paused") await pauseSending(context, claim.route, answer);
  if (answer.kind === "retry" && answer.alert)
    context.log.error(
      { code: answer.code, detail: answer.detail, route: claim.route },
      "SES refuses for a resource limit: an operator should look",
    );
  if (answer.kind === "sent" && sender.rate.pausedLately() && (await openRoute(context.data, claim.route)))
    context.log.warn({ route: claim.route }, "SES takes mail again: the route is open");
}

function count(context: Context, claim: Claim, answer: SesAnswer | NotCalled, now: Date): void {
  const { priority } = claim;
  if (answer.kind === "sent") {
    context.meters.add("sent", { priority });
    context.meters.time("accept_to_ses_seconds", (now.getTime() - claim.createdAt.getTime()) / 1000, {
      priority,
    });
  }
  if (answer.kind === "rejected" || answer.kind === "unverified")
    context.meters.add("failed", { reason: answer.kind });
}
