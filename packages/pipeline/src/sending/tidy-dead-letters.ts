import { DAY_MS } from "@sendex/kit/day";
import { DEAD_LETTER_KINDS } from "@sendex/core/sending/dead-letter";
import { forgetDeadLetters, settleDeadLetters } from "@sendex/data/sending/dead-letters";
import type { Context } from "../context";

const PAGE = 1_000;
const RESOLVED_KEPT_DAYS = 90;

/** Closes dead letters whose subject came to its end by itself, and forgets what was resolved long ago. */
export async function tidyDeadLetters(context: Context): Promise<number> {
  const { data } = context;
  const now = context.clock();
  let settled = 0;
  for (const kind of DEAD_LETTER_KINDS)
    for (let after: string | undefined = ""; after !== undefined;) {
      const page = await settleDeadLetters(data, { kind, after, limit: PAGE }, now);
      settled += page.settled;
      after = page.last;
    }
  const before = new Date(now.getTime() - RESOLVED_KEPT_DAYS * DAY_MS);
  return settled + (await forgetDeadLetters(data, before, PAGE));
}
