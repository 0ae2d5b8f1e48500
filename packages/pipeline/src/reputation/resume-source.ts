import { SendexError } from "@sendex/core/error";
import { resumeSource as resume } from "@sendex/data/reputation/source-pauses";
import { actOf } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";

/** Who resumes a source: its owner, or an operator. */
export interface Resumption {
  accountId: string;
  sourceId: string;
  /** Absent: the owner. */
  operator?: string;
}

/**
 * Lets a paused key or template go on; its rate counts from the next hour on. What waits is sent within minutes.
 * @throws SendexError not_found where it is not paused
 */
export async function resumeSource(context: Context, resumption: Resumption): Promise<void> {
  const { accountId, sourceId, operator } = resumption;
  const now = context.clock();
  const told =
    operator === undefined ? {} : { audit: actOf(now, operator, "source.resume", accountId, {}, sourceId) };
  const by = operator ?? "owner";
  if (!(await resume(context.data, { accountId, sourceId, by }, told, now)))
    throw new SendexError("not_found", "There is no such key or template that is paused.");
  await announce(context, accountId);
  context.log.info({ accountId, sourceId, by }, "a source is resumed");
}
