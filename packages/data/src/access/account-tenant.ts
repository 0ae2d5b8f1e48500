import type { Mode } from "@sendex/core/accepting/message";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { Tenant } from "./api-keys";

/** The account itself as the sender of what it began earlier, whoever began it: bound by no key. Undefined: it is gone. */
export async function accountTenant(data: Data, accountId: string, mode: Mode): Promise<Tenant | undefined> {
  const row = await prisma(data).account.findUnique({
    where: { id: accountId, erasingSince: null },
    select: {
      standing: true,
      defaultFrom: true,
      timeZone: true,
      pausedSources: true,
      dataKey: true,
      credits: true,
    },
  });
  if (!row) return undefined;
  const { standing, defaultFrom, timeZone, pausedSources, dataKey, credits } = row;
  return {
    ...{ accountId, mode, keyId: accountId, permission: "full", domains: [], rateLimit: null },
    ...{ standing, defaultFrom, timeZone, pausedSources, dataKey },
    credits: credits === null ? null : Number(credits),
  };
}
