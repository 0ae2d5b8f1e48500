import { cutoffsAt } from "@sendex/core/content/retention";
import { SendexError } from "@sendex/core/error";
import type { Caller } from "@sendex/core/access";
import type { ListedCall, StoredCall } from "@sendex/core/logs/call";
import { idFloor } from "@sendex/crypto/token";
import { findCall } from "@sendex/data/logs/find";
import { listCalls } from "@sendex/data/logs/list";
import type { LogFilter as RowFilter } from "@sendex/data/logs/list-conditions";
import type { Context } from "../context";

/** What a list is asked for; every part narrows it. */
export interface LogFilter extends Omit<RowFilter, "from" | "until"> {
  createdAfter?: Date;
  createdBefore?: Date;
}

/** A page of the account's calls in the caller's mode, newest first, without bodies; none is older than 30 days. */
export async function listLogs(
  context: Context,
  { accountId, mode }: Caller,
  { createdAfter, createdBefore, ...rest }: LogFilter,
): Promise<{ data: ListedCall[]; hasMore: boolean }> {
  const oldest = oldestShown(context);
  const from = createdAfter ? idFloor("log", createdAfter) : oldest;
  return listCalls(
    context.data,
    { accountId, mode },
    {
      ...rest,
      from: from > oldest ? from : oldest,
      ...(createdBefore && { until: idFloor("log", createdBefore) }),
    },
  );
}

/**
 * A call with its bodies.
 * @throws SendexError not_found, for one of another account or mode, and one older than 30 days, too
 */
export async function getLog(context: Context, { accountId, mode }: Caller, id: string): Promise<StoredCall> {
  const found = id < oldestShown(context) ? undefined : await findCall(context.data, { accountId, mode }, id);
  if (!found) throw new SendexError("not_found", "There is no such log.");
  return found;
}

function oldestShown({ clock, settings }: Context): string {
  return idFloor("log", cutoffsAt(clock(), settings.metadataRetentionDays).logs);
}
