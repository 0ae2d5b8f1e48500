import type { StoredEvent, StoredMessage } from "@sendex/core/stored";
import { readMessage } from "./messages";
import { type Data, transaction } from "./open";

/** One event on its way to one endpoint, with all that its request needs. Secrets are sealed. */
export interface DueDelivery {
  accountId: string;
  eventId: string;
  webhookId: string;
  /** Tries made so far. */
  attempts: number;
  endpoint: string;
  secret: Uint8Array;
  /** While a secret rotates: the former one. */
  oldSecret: Uint8Array | null;
  failingSince: Date | null;
  dataKey: Uint8Array;
  event: StoredEvent;
  message: StoredMessage;
}

/** What a try came to. */
export interface DeliveryResult {
  accountId: string;
  eventId: string;
  webhookId: string;
  /** Ordinal of this try, from 1. */
  attempt: number;
  at: Date;
  httpStatus: number | null;
  ms: number;
  response: string | null;
  error: string | null;
  status: "pending" | "succeeded" | "failed";
  dueAt: Date | null;
  /** Set: the endpoint is disabled with this reason. */
  disable: string | null;
}

/** `dropped`: its endpoint is gone or disabled. Undefined: settled, or tried since by another. */
export async function findDueDelivery(
  data: Data,
  key: { accountId: string; eventId: string; webhookId: string; attempts: number },
  now: Date,
): Promise<DueDelivery | "dropped" | undefined> {
  const { accountId, eventId, webhookId } = key;
  const { prisma } = data;
  const [delivery, webhook, event, account] = await Promise.all([
    prisma.delivery.findUnique({ where: { accountId_eventId_webhookId: { accountId, eventId, webhookId } } }),
    prisma.webhook.findUnique({ where: { accountId_id: { accountId, id: webhookId } } }),
    prisma.event.findUnique({ where: { accountId_id: { accountId, id: eventId } } }),
    prisma.account.findUnique({ where: { id: accountId }, select: { dataKey: true } }),
  ]);
  if (delivery?.status !== "pending" || delivery.attempts !== key.attempts) return undefined;
  if (webhook?.status !== "enabled" || !event || !account) return "dropped";
  const [message, recipients] = await Promise.all([
    prisma.message.findUnique({ where: { accountId_id: { accountId, id: event.subjectId } } }),
    prisma.recipient.findMany({ where: { accountId, messageId: event.subjectId }, orderBy: { n: "asc" } }),
  ]);
  if (!message) return "dropped";
  const stored = readMessage(message, recipients, [event]);
  const [storedEvent] = stored.events;
  if (!storedEvent) return "dropped";
  const rotating = webhook.oldSecretUntil !== null && webhook.oldSecretUntil > now;
  return {
    ...key,
    endpoint: webhook.endpoint,
    secret: webhook.secret,
    oldSecret: rotating ? webhook.oldSecret : null,
    failingSince: webhook.failingSince,
    dataKey: account.dataKey,
    event: storedEvent,
    message: stored,
  };
}

/** Nothing more will be tried for it. */
export async function dropDelivery(
  data: Data,
  key: { accountId: string; eventId: string; webhookId: string },
): Promise<void> {
  const { accountId, eventId, webhookId } = key;
  await data.prisma.delivery.updateMany({
    where: { accountId, eventId, webhookId, status: "pending" },
    data: { status: "dropped", dueAt: null, admittedUntil: null },
  });
}

/** Records a try, moves its delivery on and keeps the endpoint's health, in one transaction. */
export async function recordDelivery(data: Data, result: DeliveryResult): Promise<void> {
  await transaction(data, async (client) => {
    await client.query({ name: "delivery-attempt", text: ATTEMPT, values: attemptValues(result) });
    await client.query({
      name: "delivery-result",
      text: RESULT,
      values: [
        result.accountId,
        result.eventId,
        result.webhookId,
        result.attempt,
        result.status,
        result.dueAt,
      ],
    });
    await client.query({
      name: "delivery-health",
      text: HEALTH,
      values: [
        result.accountId,
        result.webhookId,
        result.status === "succeeded" ? null : result.at,
        result.disable,
      ],
    });
  });
}

function attemptValues(result: DeliveryResult): unknown[] {
  const { accountId, eventId, webhookId, attempt, at, httpStatus, ms, response, error } = result;
  return [accountId, eventId, webhookId, attempt, at, httpStatus, ms, response, error];
}

const ATTEMPT = `
INSERT INTO delivery_attempts (account_id, event_id, webhook_id, attempt, at, status, ms, response, error)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`;

const RESULT = `
UPDATE deliveries SET attempts = $4, status = $5::delivery_status, due_at = $6, admitted_until = NULL
WHERE account_id = $1 AND event_id = $2 AND webhook_id = $3 AND status = 'pending' AND attempts = $4 - 1`;

// Touches the endpoint's row only when its health changes, so that healthy endpoints cost no writes.
const HEALTH = `
UPDATE webhooks SET failing_since = CASE WHEN $3::timestamptz IS NULL THEN NULL ELSE COALESCE(failing_since, $3) END,
  status = CASE WHEN $4::text IS NULL THEN status ELSE 'disabled' END, disabled_reason = COALESCE($4, disabled_reason)
WHERE account_id = $1 AND id = $2 AND ((failing_since IS NULL) <> ($3::timestamptz IS NULL) OR $4::text IS NOT NULL)`;
