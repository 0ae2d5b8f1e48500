import { SendexError } from "@sendex/core/error";
import { explain } from "@sendex/wire/messages/explain";
import type { Explanation } from "@sendex/core/messages/explain-facts";
import type { Dialect } from "@sendex/core/accepting/message";
import type { Caller } from "@sendex/core/access";
import { findExplainFacts } from "@sendex/data/messages/explain-facts";
import type { Context } from "../context";

/**
 * Every decision on a message in sentences, and what happens next, in the words of the surface that asks.
 * @throws SendexError not_found, for a message of another account or mode too
 */
export async function explainMessage(
  context: Context,
  caller: Caller,
  id: string,
  surface: Dialect,
): Promise<Explanation> {
  const facts = await findExplainFacts(context.data, caller.accountId, id);
  if (facts?.message.mode !== caller.mode) throw new SendexError("not_found", "There is no such message.");
  const reported = facts.route === "sandbox" || context.settings.configurationSet !== undefined;
  return explain({ ...facts, reported }, { surface, now: context.clock() });
}
