import { Argument, Option } from "@commander-js/extra-typings";
import { DEAD_LETTER_KINDS, type DeadLetterKind } from "@sendex/core/sending/dead-letter";
import {
  type DeadLetterFilter,
  listDeadLetters,
  type ListedDeadLetter,
} from "@sendex/data/sending/dead-letters";
import { type Remedy, resolveDeadLetters } from "@sendex/pipeline/sending/resolve-dead-letters";
import { accountOf } from "../account-of";
import { anAccountOption, command } from "../command";
import type { Act, Desk } from "../desk";
import { id, wholeNumber } from "../values";

const LISTED = 50;
const MOST_LISTED = 10_000;

/** What an operator decides about dead letters. */
export function deadLetterCommands(act: Act) {
  const remedyOf = (remedy: Remedy, does: string) =>
    command(remedy, does, `dead-letter ${remedy} --kind delivery --account owner@shop.example`)
      .addArgument(new Argument("[dead-letter-id...]", "as dead-letter list has them").argParser(ids))
      .addOption(kindOption())
      .addOption(anAccountOption())
      .addOption(new Option("--all", "all there are").conflicts(["kind", "account"]))
      .action((named = [], { all = false, ...filter }, self) => {
        if (all === (named.length > 0 || filter.kind !== undefined || filter.account !== undefined))
          self.error("error: which ones? Give their ids, --kind, --account, or --all alone");
        return act((desk) => resolve(desk, remedy, { ...filter, ids: named }));
      });
  return [
    command("list", "Lists what was given up and waits for a decision, oldest first within its kind.")
      .addOption(kindOption())
      .addOption(anAccountOption())
      .option("--limit <n>", "at most", wholeNumber(1, MOST_LISTED), LISTED)
      .action((options) => act((desk) => list(desk, options))),
    remedyOf(
      "retry",
      "Lets it go again, now: a recipient in quarantine, a webhook on a fresh ladder, a notification.",
    ),
    remedyOf(
      "release",
      "Gives it up for good: a recipient is failed, and its owner told; the others are closed.",
    ),
  ];
}

function kindOption() {
  return new Option("--kind <kind>", "only these").choices(DEAD_LETTER_KINDS);
}

function ids(typed: string, before: string[] = []): string[] {
  return [...before, id("dl")(typed)];
}

interface Which {
  kind?: DeadLetterKind;
  account?: string;
  ids?: string[];
}

async function list(desk: Desk, { limit, ...which }: Which & { limit: number }): Promise<object> {
  const letters: ListedDeadLetter[] = [];
  for (const filter of await filtersOf(desk, which))
    letters.push(...(await listDeadLetters(desk.context.data, filter, limit - letters.length)));
  return { data: letters };
}

async function resolve(desk: Desk, remedy: Remedy, which: Which): Promise<object> {
  const resolved: Partial<Record<DeadLetterKind, number>> = {};
  for (const filter of await filtersOf(desk, which))
    resolved[filter.kind] = await resolveDeadLetters(desk.context, remedy, filter, desk.actor);
  return { [remedy === "retry" ? "retried" : "released"]: resolved };
}

/** One filter a kind. */
async function filtersOf(desk: Desk, { kind, account, ids: named = [] }: Which): Promise<DeadLetterFilter[]> {
  const owner = account === undefined ? {} : { accountId: (await accountOf(desk, account)).id };
  return DEAD_LETTER_KINDS.filter((known) => kind === undefined || known === kind).map((known) => ({
    kind: known,
    ...owner,
    ...(named.length > 0 && { ids: named }),
  }));
}
