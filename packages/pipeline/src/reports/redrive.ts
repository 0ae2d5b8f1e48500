import { date, type Loose, record, text } from "@sendex/kit/loose";
import { MAX_NOTIFICATION_CHARACTERS, readNotification } from "@sendex/core/reports/report";
import { slimNotification } from "@sendex/core/reports/slim-notification";
import { fingerprint } from "@sendex/crypto/fingerprint";
import { redriveNotifications, type StoredNotification } from "@sendex/data/reports/notifications";
import { actOf } from "../access/act";
import type { Context } from "../context";

export interface Redriven {
  /** Taken in now. */
  stored: number;
  /** Known before: they change nothing. */
  known: number;
  /** Lines, from 1, that hold no notification of SES. */
  refused: { line: number; why: string }[];
}

/** So many are stored in one transaction. */
const AT_ONCE = 200;
const MAX_ID_CHARACTERS = 256;
/** What an event without an envelope is stored under in place of a topic. */
const NO_TOPIC = "redriven";

/**
 * Takes in notifications that SNS gave up on, one JSON a line as their dead-letter queue holds them: an SNS envelope,
 * a message of SQS around it (`Body`), or SES's event alone, where the subscription delivers raw messages. No
 * signature is checked: the operator who runs this vouches for them. The scheduler hands them to the events worker.
 * Safe to repeat: an envelope counts by its MessageId, an event alone by what it says.
 * @throws Error where the database does not take them; what was stored until then stays, and is `known` next time
 */
export async function redrive(
  context: Context,
  lines: AsyncIterable<string> | Iterable<string>,
  by: string,
): Promise<Redriven> {
  const result: Redriven = { stored: 0, known: 0, refused: [] };
  let together: StoredNotification[] = [];
  let line = 0;
  for await (const written of lines) {
    line += 1;
    if (written.trim() === "") continue;
    const read = readLine(context, written);
    if ("why" in read) result.refused.push({ line, why: read.why });
    else together.push(read);
    if (together.length < AT_ONCE) continue;
    await store(context, together, result, by);
    together = [];
  }
  await store(context, together, result, by);
  return result;
}

async function store(
  { data, clock }: Context,
  notifications: StoredNotification[],
  result: Redriven,
  by: string,
): Promise<void> {
  if (notifications.length === 0) return;
  const fresh = await redriveNotifications(data, notifications, (stored) =>
    actOf(clock(), by, "notifications.redrive", null, { stored }),
  );
  result.stored += fresh.filter((isFresh) => isFresh).length;
  result.known += fresh.filter((isFresh) => !isFresh).length;
}

function readLine(context: Context, line: string): StoredNotification | { why: string } {
  const parsed = parse(line);
  if (!parsed) return { why: "not a JSON object" };
  const inner = typeof parsed["Body"] === "string" ? parse(parsed["Body"]) : parsed;
  if (!inner) return { why: "its Body is not a JSON object" };
  const now = context.clock();
  const body = typeof inner["Message"] === "string" ? inner["Message"] : JSON.stringify(inner);
  const publishedAt = date(inner["Timestamp"]) ?? date(record(inner["mail"])["timestamp"]) ?? now;
  const report = readNotification(body, publishedAt);
  if (report.kind === "ignored") return { why: report.why };
  return {
    id: text(inner["MessageId"], MAX_ID_CHARACTERS) ?? `event-${fingerprint(inner)}`,
    topicArn: text(inner["TopicArn"], MAX_ID_CHARACTERS) ?? NO_TOPIC,
    // What SNS could not hand over is about mail that left by the live route.
    trust: context.settings.liveRoute === "sandbox" ? "sandbox" : "aws",
    body: slimNotification(body),
    receivedAt: now,
    publishedAt,
  };
}

function parse(json: string): Loose | undefined {
  if (json.length > 2 * MAX_NOTIFICATION_CHARACTERS) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    const fields = record(value);
    return fields === value ? fields : undefined;
  } catch {
    return undefined;
  }
}
