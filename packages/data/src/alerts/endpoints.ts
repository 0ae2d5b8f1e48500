import { DISABLED_BY_OWNER } from "@sendex/core/webhooks/disabled";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";

/** An endpoint of live mail that takes nothing. */
export interface FailingEndpoint {
  accountId: string;
  id: string;
  endpoint: string;
  failingSince: Date;
}

/** Of these accounts; without those that their owners have disabled. An account has at most 50 endpoints. */
export async function failingEndpoints(
  data: Data,
  accountIds: readonly string[],
): Promise<FailingEndpoint[]> {
  const rows = await prisma(data).webhook.findMany({
    where: {
      accountId: { in: [...accountIds] },
      mode: "live",
      failingSince: { not: null },
      OR: [{ disabledReason: null }, { disabledReason: { not: DISABLED_BY_OWNER } }],
    },
    orderBy: { id: "asc" },
    select: { accountId: true, id: true, endpoint: true, failingSince: true },
  });
  return rows.flatMap(({ failingSince, ...row }) => (failingSince ? [{ ...row, failingSince }] : []));
}

/** Of these endpoints, those that are there and told of events. */
export async function enabledEndpoints(data: Data, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await prisma(data).webhook.findMany({
    where: { id: { in: [...ids] }, status: "enabled" },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
