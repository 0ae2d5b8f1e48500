import { type LoadResult, posts } from "../load/plan";
import type { Rig, Tenant } from "../rig/rig";

/** The most that the API takes in one request. */
const BATCH = 100;
const CONNECTIONS = 8;
const LIMIT_MS = 1_800_000;

/** Has the API accept all of them, in batches, as fast as it goes. */
export async function acceptMails(
  rig: Rig,
  { apiKey }: Tenant,
  mails: readonly object[],
  port = rig.apiPort,
): Promise<void> {
  const bodies = batchesOf(mails, BATCH);
  const plan = {
    port,
    headers: { Authorization: `Bearer ${apiKey}` },
    requests: posts("/api/v1/emails/batch", bodies),
    connections: CONNECTIONS,
    status: 202,
    extent: { requests: bodies.length },
  };
  await rig.load.ask<LoadResult>("load", plan, LIMIT_MS);
}

export function batchesOf<Item>(items: readonly Item[], size: number): Item[][] {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, n) => n * size);
  return starts.map((start) => items.slice(start, start + size));
}
