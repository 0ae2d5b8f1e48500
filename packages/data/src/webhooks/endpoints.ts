import type { Mode } from "@sendex/core/accepting/message";
import { DISABLED_BY_OWNER } from "@sendex/core/webhooks/disabled";
import type { Webhook } from "../generated/client";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";

/** An account's endpoints of one mode: to whom they belong, and who may see them. */
export interface EndpointOwner {
  accountId: string;
  mode: Mode;
}

export interface WebhookRow extends EndpointOwner {
  id: string;
  endpoint: string;
  /** Empty: all. */
  events: string[];
  status: "enabled" | "disabled";
  createdAt: Date;
  health: EndpointHealth;
}

export interface EndpointHealth {
  /** In a sentence, and since when; null: it is enabled. */
  disabledReason: string | null;
  disabledAt: Date | null;
  /** It has taken nothing since; null: it takes what it is told. */
  failingSince: Date | null;
}

/** `secret` is sealed. */
export async function createWebhook(
  data: Data,
  webhook: Omit<WebhookRow, "status" | "health"> & { secret: Uint8Array },
): Promise<WebhookRow> {
  const row = await prisma(data).webhook.create({
    data: { ...webhook, secret: Buffer.from(webhook.secret) },
  });
  return readWebhook(row);
}

export interface WebhookChange {
  endpoint?: string;
  events?: string[];
  status?: "enabled" | "disabled";
}

/**
 * Undefined where there is no such endpoint. One that gets another address or is enabled again starts with a clean
 * health.
 */
export async function updateWebhook(
  data: Data,
  { accountId, mode }: EndpointOwner,
  id: string,
  change: WebhookChange,
  now: Date,
): Promise<WebhookRow | undefined> {
  const anew = change.status === "enabled" || change.endpoint !== undefined;
  const [row] = await prisma(data).webhook.updateManyAndReturn({
    where: { accountId, mode, id },
    data: {
      ...change,
      ...(anew && { failingSince: null }),
      ...(change.status === "enabled" && { disabledReason: null, disabledAt: null }),
      ...(change.status === "disabled" && { disabledReason: DISABLED_BY_OWNER, disabledAt: now }),
    },
  });
  return row && readWebhook(row);
}

export async function countWebhooks(data: Data, { accountId, mode }: EndpointOwner): Promise<number> {
  return prisma(data).webhook.count({ where: { accountId, mode } });
}

/** Newest first; `after` and `before` are ids. */
export async function listWebhooks(
  data: Data,
  { accountId, mode }: EndpointOwner,
  page: { limit: number; after?: string; before?: string },
): Promise<{ data: WebhookRow[]; hasMore: boolean }> {
  const backwards = page.before !== undefined;
  const rows = await prisma(data).webhook.findMany({
    where: {
      accountId,
      mode,
      id: { ...(page.after ? { lt: page.after } : {}), ...(page.before ? { gt: page.before } : {}) },
    },
    orderBy: { id: backwards ? "asc" : "desc" },
    take: page.limit + 1,
  });
  const found = rows.slice(0, page.limit).map(readWebhook);
  return { data: backwards ? found.reverse() : found, hasMore: rows.length > page.limit };
}

export async function findWebhook(
  data: Data,
  { accountId, mode }: EndpointOwner,
  id: string,
): Promise<WebhookRow | undefined> {
  const where = { accountId_id: { accountId, id }, mode };
  const row = await prisma(data).webhook.findUnique({ where });
  return row ? readWebhook(row) : undefined;
}

/** False where there is no such endpoint. What was still on its way to it is dropped. */
export async function deleteWebhook(
  data: Data,
  { accountId, mode }: EndpointOwner,
  id: string,
): Promise<boolean> {
  const { count } = await prisma(data).webhook.deleteMany({ where: { accountId, mode, id } });
  return count === 1;
}

function readWebhook(row: Webhook): WebhookRow {
  const { accountId, mode, id, endpoint, events, status, createdAt } = row;
  const { disabledReason, disabledAt, failingSince } = row;
  const health = { disabledReason, disabledAt, failingSince };
  return { accountId, mode, id, endpoint, events, status, createdAt, health };
}
