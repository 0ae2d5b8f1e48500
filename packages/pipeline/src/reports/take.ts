import { MAX_NOTIFICATION_FAILURES } from "@sendex/core/sending/dead-letter";
import { newId } from "@sendex/crypto/token";
import { failNotification } from "@sendex/data/reports/failed-notifications";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import type { Context } from "../context";
import { ingest } from "./ingest";

/** Before a notification that failed is admitted again. */
const RETRY_MS = 10_000;
const MAX_DETAIL = 500;

/**
 * As `ingest`, and counts against a notification that it cannot be taken in although nothing else is in hand and the
 * database is well: after a few times it is a dead letter, and no longer admitted.
 * @throws what `ingest` throws
 */
export async function takeNotifications(context: Context, ids: string[]): Promise<void> {
  try {
    await ingest(context, ids);
  } catch (error) {
    const [id] = ids;
    if (ids.length === 1 && id !== undefined && !isDatabaseTrouble(error))
      await blame(context, id, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

async function blame(context: Context, id: string, why: string): Promise<void> {
  const now = context.clock();
  const letter = {
    accountId: "",
    id: newId("dl", now),
    kind: "notification",
    subjectId: id,
    part: "",
    reason: "not_ingestible",
    detail: why.slice(0, MAX_DETAIL),
    createdAt: now,
  } as const;
  const again = new Date(now.getTime() + RETRY_MS);
  const { failures, dead } = await failNotification(context.data, letter, again, MAX_NOTIFICATION_FAILURES);
  const fields = { notificationId: id, failures };
  if (dead)
    context.log.error(
      { ...fields, alert: "dead_letter", deadLetterId: letter.id },
      "a notification is a dead letter now: it cannot be taken in",
    );
  else context.log.warn(fields, "a notification cannot be taken in");
}
