import type { StoredCall } from "@sendex/core/logs/call";
import { idTime } from "@sendex/crypto/token";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { LogOwner } from "./list";
import { withMessages } from "./messages-of";

/** A call with its bodies; undefined where there is none of this account and mode. */
export async function findCall(
  data: Data,
  { accountId, mode }: LogOwner,
  id: string,
): Promise<StoredCall | undefined> {
  const row = await prisma(data).requestLog.findUnique({
    where: { accountId_mode_id: { accountId, mode, id } },
  });
  return row ? { ...withMessages(row), at: idTime(row.id) } : undefined;
}
