import type { BroadcastState } from "@sendex/core/audiences/broadcast";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { AudienceOwner } from "./segments";

/** Those of these ids that there are. */
export async function knownBroadcasts(
  data: Data,
  { accountId, mode }: AudienceOwner,
  ids: readonly string[],
): Promise<Set<string>> {
  return new Set((await broadcastStates(data, { accountId, mode }, ids)).keys());
}

/** Of those of these ids that there are. */
export async function broadcastStates(
  data: Data,
  { accountId, mode }: AudienceOwner,
  ids: readonly string[],
): Promise<Map<string, BroadcastState>> {
  if (ids.length === 0) return new Map();
  const where = { accountId, mode, id: { in: [...ids] } };
  const rows = await prisma(data).broadcast.findMany({ where, select: { id: true, state: true } });
  // The parse boundary: only moves write these.
  return new Map(rows.map(({ id, state }) => [id, state as BroadcastState]));
}
