import { partitionDaysAhead } from "@sendex/data/partitions";
import type { Context } from "./context";

const PARTITION_DAYS_WARNED = 7;

/** Names each thing that this process cannot work without, with `ok` or what is wrong with it. Never rejects. */
export async function ready(context: Context): Promise<Record<string, string>> {
  const [postgres, redis] = await Promise.all([checkPostgres(context), checkRedis(context)]);
  return { postgres, redis };
}

async function checkPostgres(context: Context): Promise<string> {
  try {
    await context.data.ping();
    const days = await partitionDaysAhead(context.data.pool, context.clock());
    return days < PARTITION_DAYS_WARNED
      ? `partitions reach only ${days} days ahead: is the scheduler running?`
      : "ok";
  } catch (error) {
    return `down: ${error instanceof Error ? error.message : "unknown"}`;
  }
}

async function checkRedis(context: Context): Promise<string> {
  return (await context.queues.ping()) ? "ok" : "down: no answer";
}
