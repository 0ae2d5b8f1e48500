import { afterCommit } from "@sendex/data/database/trouble";
import { SendexError } from "@sendex/core/error";
import { findSuspension } from "@sendex/data/reputation/appeals";
import { type CaseRow, closeCase, findCase } from "@sendex/data/reputation/review-cases";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { reinstate } from "./reinstate";
import { contentGrounds } from "./review";
import { suspend } from "./suspend";

export interface CaseDecision {
  id: string;
  decision: "legitimate" | "abuse";
  /** The operator. */
  by: string;
  /** For the owner, where the decision changes the account's standing. */
  note: string | null;
}

/**
 * An operator decides on a case: abuse suspends its account, a legitimate mail ends the suspension that it caused.
 * @throws SendexError not_found, unprocessable_entity where it was decided before
 */
export async function decideCase(
  context: Context,
  { id, decision, by, note }: CaseDecision,
): Promise<CaseRow> {
  const found = await findCase(context.data, id);
  if (!found) throw new SendexError("not_found", "There is no such case.");
  if (found.decidedAt !== null) throw decidedBefore();
  const { accountId, messageId } = found;
  // The account first: a crash in between leaves the case open, and deciding again repeats nothing.
  if (decision === "abuse") await suspend(context, accountId, contentGrounds(messageId, found), by);
  else if ((await findSuspension(context.data, accountId))?.evidence.message_id === messageId)
    await reinstate(context, { accountId, by, note });
  return afterCommit(() => close(context, found, { id, decision, by, note }));
}

async function close(
  context: Context,
  found: CaseRow,
  { id, decision, by, note }: CaseDecision,
): Promise<CaseRow> {
  const { accountId, messageId } = found;
  const audit = actOf(context.clock(), by, `case.${decision}`, accountId, { note, messageId }, id);
  if (!(await closeCase(context.data, { id, decision, by, note }, { audit }, context.clock())))
    throw decidedBefore();
  return (await findCase(context.data, id)) ?? found;
}

function decidedBefore(): SendexError {
  return new SendexError("unprocessable_entity", "The case was decided before.");
}
