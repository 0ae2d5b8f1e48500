import { differingHours } from "@sendex/data/ledger/hours";
import { partitionDaysAhead } from "@sendex/data/schedule/partitions";
import type { Context } from "../context";
import { RAW_DELIVERY } from "../reports/receive";
import { oldestUnexplainedAge, UNEXPLAINED_ALARM_MS } from "./unexplained";

const PARTITION_DAYS_WARNED = 7;

/** How a state begins that an operator should look at while the process works. */
const DEGRADED = "degraded: ";

/**
 * Names each thing that this process needs, with `ok` or what is wrong with it, and `messages`, which is degraded
 * while a message goes unexplained. Never rejects.
 */
export async function ready(context: Context): Promise<Record<string, string>> {
  const [postgres, redis] = await Promise.all([checkPostgres(context), checkRedis(context)]);
  return { postgres, redis, messages: postgres === "ok" ? await checkMessages(context) : "ok" };
}

/** For the process that SNS posts to: `notifications` is degraded while a subscription lately had raw message delivery. */
export function notificationsReady({ rawDeliveries, clock }: Context): Record<string, string> {
  const topicArn = rawDeliveries.lately(clock());
  return { notifications: topicArn === undefined ? "ok" : `${DEGRADED}${topicArn}: ${RAW_DELIVERY}` };
}

/** For the process that keeps the ledger: `ledger` is degraded while an hour's figures differ. Never rejects. */
export async function ledgerReady(context: Context): Promise<Record<string, string>> {
  const hours = await differingHours(context.data).catch(() => []);
  const [first] = hours;
  if (!first) return { ledger: "ok" };
  const which = `${first.hour.toISOString()}: ${first.accepted} recipients were accepted, ${first.found} are there`;
  return { ledger: `${DEGRADED}${hours.length} hours of the ledger differ, the first is ${which}` };
}

async function checkMessages(context: Context): Promise<string> {
  const oldest = await oldestUnexplainedAge(context.data, context.clock()).catch(() => undefined);
  if (!oldest || oldest.ageMs < UNEXPLAINED_ALARM_MS) return "ok";
  const { messageId, n, why, ageMs } = oldest;
  return `${DEGRADED}recipient ${n} of ${messageId} has not moved for ${Math.round(ageMs / 1000)} s (${why})`;
}

async function checkPostgres(context: Context): Promise<string> {
  try {
    await context.data.ping();
    const days = await partitionDaysAhead(context.data, context.clock());
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
