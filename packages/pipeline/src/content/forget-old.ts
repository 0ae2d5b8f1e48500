import { cutoffsAt } from "@sendex/core/content/retention";
import { forgetEngagement } from "@sendex/data/audiences/engagement";
import { idFloor } from "@sendex/crypto/token";
import {
  allSettled,
  dropPartition,
  erasePage,
  type MessageKey,
  oldPartitions,
} from "@sendex/data/content/old-partitions";
import { forgetQuotes } from "@sendex/data/reputation/review-cases";
import type { Context } from "../context";

/** Messages whose subjects are erased in one statement. */
const PAGE = 1_000;
/** Rows of what mail came to that one statement deletes. */
const ENGAGEMENT_PAGE = 5_000;

/**
 * Forgets what is old enough, by dropping partitions: contents after 30 days, with the subjects of their messages and
 * what cases of the content review quote of them;
 * messages, their timelines and what is kept of them by address after the retention of metadata; the request log after 30 days. Nothing is forgotten of a message that is not settled
 * (held, in a shut route, a dead letter, scheduled anew again and again): its day or month stays until it is, and of the
 * day's other messages the content is erased by the row. Returns how many partitions it dropped.
 */
export async function forgetOld(context: Context): Promise<number> {
  const cutoffs = cutoffsAt(context.clock(), context.settings.metadataRetentionDays);
  const contents = await forgetContents(context, cutoffs.contents);
  while ((await forgetQuotes(context.data, idFloor("msg", cutoffs.contents), PAGE)) === PAGE);
  const messages = await forgetMessages(context, cutoffs.messages);
  while ((await forgetEngagement(context.data, cutoffs.messages, ENGAGEMENT_PAGE)) === ENGAGEMENT_PAGE);
  const [events, logs] = [
    await oldPartitions(context.data, "events", cutoffs.events),
    await oldPartitions(context.data, "logs", cutoffs.logs),
  ];
  for (const partition of [...events, ...logs]) await drop(context, partition);
  return contents + messages + events.length + logs.length;
}

type Partition = Parameters<typeof dropPartition>[1];

async function forgetContents(context: Context, cutoff: Date): Promise<number> {
  const { data } = context;
  let dropped = 0;
  for (const partition of await oldPartitions(data, "contents", cutoff)) {
    const whole = await allSettled(data, partition);
    let after: MessageKey | undefined = { accountId: "", messageId: "" };
    while (after) after = await erasePage(data, partition, after, { limit: PAGE, rows: !whole });
    if (whole) await drop(context, partition);
    else stays(context, partition);
    dropped += whole ? 1 : 0;
  }
  return dropped;
}

async function forgetMessages(context: Context, cutoff: Date): Promise<number> {
  const { data } = context;
  let dropped = 0;
  for (const partition of await oldPartitions(data, "messages", cutoff)) {
    const whole = await allSettled(data, partition);
    if (whole) await drop(context, partition);
    else stays(context, partition);
    dropped += whole ? 1 : 0;
  }
  return dropped;
}

async function drop(context: Context, partition: Partition): Promise<void> {
  await dropPartition(context.data, partition);
  context.log.info({ partition: partition.name }, "an old partition is dropped");
}

function stays({ log }: Context, { name }: Partition): void {
  log.warn({ partition: name }, "an old partition stays: some of its messages are not settled");
}
