import { continued, describe, traceparent } from "@sendex/kit/trace";
import { DAY_MS } from "@sendex/kit/day";
import { RETRIES_EXHAUSTED } from "@sendex/core/webhooks/event";
import { scaled, webhookDelay } from "@sendex/core/sending/ladder";
import type { HttpOutcome } from "@sendex/core/ports";
import { bodyOf } from "@sendex/wire/webhooks/body";
import { sendexSignature, standardSignature } from "@sendex/crypto/sign";
import { newId } from "@sendex/crypto/token";
import type { NewDeadLetter } from "@sendex/data/sending/dead-letters";
import type { DeliveryResult, SentRequest } from "@sendex/data/webhooks/results";
import type { TryKey, DueDelivery } from "@sendex/data/webhooks/due-deliveries";
import type { DeliveryJob } from "@sendex/queue/names";
import type { Context } from "../context";
import type { EndpointSlots, Entry } from "./slots";
import { SECRET_FIELD } from "./endpoints";
import { requestHeaders } from "./request";

/** What is kept of an endpoint's response, in bytes. */
const MAX_RESPONSE = 4_096;
const MAX_DETAIL = 500;
/** An endpoint that has only failed for this long is disabled. */
const DISABLE_AFTER_DAYS = 5;
const GONE = 410;
/** Answers that name another address. Source: RFC 9110 section 15.4. */
const REDIRECTS = new Set([300, 301, 302, 303, 307, 308]);

/**
 * POSTs one event to one endpoint, signed, and records what came of it. At least once: a repeat carries the same id.
 * Where the endpoint has no free slot, the delivery goes back to wait, with no try used up.
 */
export async function deliver(context: Context, slots: EndpointSlots, job: DeliveryJob): Promise<void> {
  const { accountId, eventId, webhookId, attempt: attempts } = job;
  const key = { accountId, eventId, webhookId, attempts };
  const now = context.clock();
  const entry = await slots.enter(webhookId, now.getTime());
  if (entry.kind === "later") return postpone(context, key, new Date(now.getTime() + entry.waitMs));
  const posted = await post(context, entry, key);
  if (!posted) return;
  const { due, outcome, request } = posted;
  context.failPoint("deliver:after-answer", due.subjectId);
  const result = resultOf(context, due, outcome, request);
  await context.batches.recordDelivery(result);
  measure(context, due, outcome, result);
}

async function postpone(context: Context, key: TryKey, dueAt: Date): Promise<void> {
  await context.batches.postponeDelivery({ ...key, dueAt });
  context.meters.add("webhook_outcomes", { outcome: "postponed" });
}

/** Undefined where there is no event to send, or no endpoint. */
async function post(
  context: Context,
  entry: Extract<Entry, { kind: "go" }>,
  key: TryKey,
): Promise<{ due: DueDelivery; outcome: HttpOutcome; request: SentRequest } | undefined> {
  let outcome: HttpOutcome | undefined;
  try {
    const due = await context.batches.findDelivery(key);
    if (due === "gone") return undefined;
    const body = due === "dropped" ? undefined : bodyOf(due.told, due);
    if (due === "dropped" || body === undefined) {
      await context.batches.dropDelivery(key);
      return undefined;
    }
    if (due.failingSince) entry.knownToFail();
    const text = JSON.stringify(body);
    const request = signed(context, due, text);
    outcome = await ask(context, due, request, { event: body.event, text });
    return { due, outcome, request };
  } finally {
    entry.leave(outcome && { succeeded: succeeded(outcome), ms: outcome.ms });
  }
}

/** A step of its message's trace, which the endpoint's own may go on from. */
function ask(
  context: Context,
  due: DueDelivery,
  request: SentRequest,
  body: { event: string; text: string },
): Promise<HttpOutcome> {
  const attributes = {
    "sendex.event.id": due.eventId,
    "sendex.webhook.id": due.webhookId,
    "sendex.attempt": due.attempts + 1,
  };
  return continued(due.trace, `webhook ${body.event}`, { kind: "CLIENT", attributes }, async () => {
    const headers = requestHeaders(due.eventId, request, traceparent());
    const outcome = await context.ports.postOut({ url: due.endpoint, headers, body: body.text });
    describe(
      outcome.kind === "answered"
        ? { "http.response.status_code": outcome.status }
        : { "sendex.webhook.outcome": outcome.kind },
    );
    return outcome;
  });
}

function succeeded(outcome: HttpOutcome): boolean {
  return outcome.kind === "answered" && outcome.status >= 200 && outcome.status < 300;
}

function signed(context: Context, due: DueDelivery, body: string): SentRequest {
  const timestamp = Math.floor(context.clock().getTime() / 1000);
  const binding = { tenant: due.accountId, message: due.webhookId, field: SECRET_FIELD };
  const open = (sealed: Uint8Array) => context.sealer.unseal(due.dataKey, binding, sealed).toString("utf8");
  const secret = open(due.secret);
  const former = due.formerSecrets.map(open);
  return {
    url: due.endpoint,
    signedAt: new Date(timestamp * 1000),
    signature: standardSignature([secret, ...former], due.eventId, timestamp, body),
    bodySignature: sendexSignature(former[0] ?? secret, body),
  };
}

function resultOf(
  context: Context,
  due: DueDelivery,
  outcome: HttpOutcome,
  request: SentRequest,
): DeliveryResult {
  const at = context.clock();
  const attempt = due.attempts + 1;
  const { accountId, eventId, webhookId } = due;
  const answered = outcome.kind === "answered";
  const good = succeeded(outcome);
  const delay = good ? undefined : webhookDelay(attempt - due.ladderStart, Math.random());
  const disable = good ? null : disableReason(due, outcome, at);
  const pending = !good && delay !== undefined && disable === null;
  const spent = !good && delay === undefined && disable === null;
  return {
    accountId,
    eventId,
    webhookId,
    attempt,
    at,
    httpStatus: answered ? outcome.status : null,
    ms: Math.round(outcome.ms),
    response: answered ? storable(outcome.body) : null,
    error: answered ? redirected(outcome.status) : outcome.detail,
    request,
    status: good ? "succeeded" : pending ? "pending" : "failed",
    dueAt: pending ? new Date(at.getTime() + scaled(delay, context.settings.retryTimeScale)) : null,
    disable,
    deadLetter: spent ? deadLetterOf(due, attempt, outcome, at) : null,
  };
}

function redirected(status: number): string | null {
  return REDIRECTS.has(status) ? "Redirects are not followed." : null;
}

/** The ladder is spent although the endpoint is still believed in: an operator may give it another one. */
function deadLetterOf(due: DueDelivery, attempt: number, outcome: HttpOutcome, at: Date): NewDeadLetter {
  const said = outcome.kind === "answered" ? `status ${outcome.status}` : outcome.detail;
  return {
    accountId: due.accountId,
    id: newId("dl", at),
    kind: "delivery",
    subjectId: due.eventId,
    part: due.webhookId,
    reason: RETRIES_EXHAUSTED,
    detail: `Not taken in ${attempt} tries; the last one: ${said}`.slice(0, MAX_DETAIL),
    createdAt: at,
  };
}

function disableReason(due: DueDelivery, outcome: HttpOutcome, at: Date): string | null {
  if (outcome.kind === "answered" && outcome.status === GONE) return "The endpoint answered 410 Gone.";
  const failing =
    due.failingSince && at.getTime() - due.failingSince.getTime() >= DISABLE_AFTER_DAYS * DAY_MS;
  return failing ? `Nothing but failures for ${DISABLE_AFTER_DAYS} days.` : null;
}

/** PostgreSQL's text holds no NUL. */
function storable(body: string): string {
  return body.slice(0, MAX_RESPONSE).replaceAll("\u0000", "\uFFFD");
}

function measure(context: Context, due: DueDelivery, outcome: HttpOutcome, result: DeliveryResult): void {
  const label = { outcome: result.status === "pending" ? "retry" : result.status };
  context.meters.time("webhook_seconds", outcome.ms / 1000);
  context.meters.add("webhook_outcomes", label);
  const fields = {
    eventId: due.eventId,
    webhookId: due.webhookId,
    subjectId: due.subjectId,
    attempt: result.attempt,
  };
  if (result.status !== "succeeded")
    context.log.info(
      { ...fields, status: result.httpStatus, error: result.error },
      "a webhook was not taken",
    );
  if (result.deadLetter)
    context.log.warn({ ...fields, deadLetterId: result.deadLetter.id }, "a webhook is a dead letter now");
  if (result.disable)
    context.log.warn({ ...fields, reason: result.disable }, "a webhook endpoint is disabled");
}
