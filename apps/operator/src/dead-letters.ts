import { DEAD_LETTER_KINDS, type DeadLetterKind } from "@sendex/core/sending/dead-letter";
import { findAccount } from "@sendex/data/accounts/accounts";
import { type DeadLetter, type DeadLetterFilter, listDeadLetters } from "@sendex/data/sending/dead-letters";
import { type Remedy, resolveDeadLetters } from "@sendex/pipeline/sending/resolve-dead-letters";
import { actor } from "./actor";
import { UsageError } from "./arguments";
import type { Command, Desk } from "./command";

const FILTERS = "[--kind recipient|delivery|notification] [--account ID|EMAIL]";
const LISTED = 50;
const MOST_LISTED = 10_000;

/** What an operator does about what the machine gave up. */
export const DEAD_LETTER_COMMANDS: Record<string, Command> = {
  "dead-letter list": {
    usage: `dead-letter list ${FILTERS} [--limit N] [--json]`,
    about: "Lists what was given up and waits for a decision, oldest first within its kind.",
    run: list,
  },
  "dead-letter retry": {
    usage: `dead-letter retry (ID … | ${FILTERS} | --all) [--json]`,
    about: "Lets it go again, now: a recipient in quarantine, a webhook on a fresh ladder, a notification.",
    run: (desk, flags, words) => resolve(desk, "retry", flags, words),
  },
  "dead-letter release": {
    usage: `dead-letter release (ID … | ${FILTERS} | --all) [--json]`,
    about: "Gives it up for good: a recipient is failed, and its owner told; the others are closed.",
    run: (desk, flags, words) => resolve(desk, "release", flags, words),
  },
};

async function list(desk: Desk, flags: Map<string, string>): Promise<object> {
  const limit = Number(flags.get("limit") ?? LISTED);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_LISTED)
    throw new UsageError(`--limit is a whole number from 1 to ${MOST_LISTED}.`);
  const letters: DeadLetter[] = [];
  for (const filter of await filtersOf(desk, flags, []))
    letters.push(...(await listDeadLetters(desk.context.data.pool, filter, limit - letters.length)));
  return { data: letters };
}

async function resolve(
  desk: Desk,
  remedy: Remedy,
  flags: Map<string, string>,
  ids: string[],
): Promise<object> {
  if (ids.length === 0 && !["all", "kind", "account"].some((name) => flags.has(name)))
    throw new UsageError(`Which ones? Give their ids, --kind, --account, or --all.`);
  const resolved: Partial<Record<DeadLetterKind, number>> = {};
  for (const filter of await filtersOf(desk, flags, ids))
    resolved[filter.kind] = await resolveDeadLetters(desk.context, remedy, filter, actor());
  return { [remedy === "retry" ? "retried" : "released"]: resolved };
}

/** One filter a kind. */
async function filtersOf(desk: Desk, flags: Map<string, string>, ids: string[]): Promise<DeadLetterFilter[]> {
  const kind = flags.get("kind");
  const kinds = DEAD_LETTER_KINDS.filter((known) => kind === undefined || known === kind);
  if (kinds.length === 0) throw new UsageError(`--kind is one of ${DEAD_LETTER_KINDS.join(", ")}.`);
  const owner = flags.get("account");
  const account = owner === undefined ? undefined : await findAccount(desk.context.data, owner);
  if (account === null) throw new UsageError("There is no such account.");
  return kinds.map((known) => ({
    kind: known,
    ...(account ? { accountId: account.id } : {}),
    ...(ids.length > 0 ? { ids } : {}),
  }));
}
