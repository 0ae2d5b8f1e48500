import type { Caller } from "@sendex/core/access";
import {
  betterOf,
  decidesAt,
  isClear,
  MAX_TEST_PERCENT,
  testPhase,
  type Variant,
  type VariantCounts,
} from "@sendex/core/audiences/subject-test";
import { SendexError } from "@sendex/core/error";
import type { BroadcastRow } from "@sendex/data/audiences/broadcasts";
import { countVariants, decideTest, waitForDecision } from "@sendex/data/audiences/subject-tests";
import type { Context } from "../context";
import { broadcastInScope } from "./broadcasts";

/**
 * What follows where a broadcast has no contact left to write to, and no mail to try: after a test of two subjects the wait,
 * and after that the rest of the contacts. False: nothing does, it has been sent.
 */
export async function goOnWithTest(context: Context, broadcast: BroadcastRow): Promise<boolean> {
  const { subjectTest } = broadcast;
  const phase = testPhase(broadcast);
  if (!subjectTest || !phase || phase === "decided") return false;
  const now = context.clock();
  const testEndedAt = broadcast.testEndedAt ?? now;
  const at = decidesAt({ ...broadcast, testEndedAt });
  if (at && at <= now) await decide(context, broadcast);
  else await waitForDecision(context.data, broadcast, { now, turnAt: at ?? now });
  return subjectTest.percent < MAX_TEST_PERCENT;
}

/**
 * Has the rest get this subject, or the one that does better by now, before the time has come.
 * @throws SendexError not_found, forbidden; unprocessable_entity where nothing waits for a decision
 */
export async function decideSubject(
  context: Context,
  caller: Caller,
  id: string,
  winner?: Variant,
): Promise<void> {
  const broadcast = await broadcastInScope(context, caller, id);
  if (testPhase(broadcast) === "waiting" && (await decide(context, broadcast, winner))) return;
  throw new SendexError(
    "unprocessable_entity",
    "The broadcast waits for no decision: its test has not been sent, it has none, or it has been decided.",
  );
}

/** What became of the mails of a test. */
export interface TestResults extends Record<Variant, VariantCounts> {
  /** Chance would seldom make such a difference. */
  clear: boolean;
}

/** Undefined where there is no test, or it has not begun. */
export async function readTest({ data }: Context, broadcast: BroadcastRow): Promise<TestResults | undefined> {
  const { subjectTest, startedAt } = broadcast;
  if (!subjectTest || !startedAt) return undefined;
  const counts = await countVariants(data, broadcast);
  return { ...counts, clear: isClear(subjectTest.by, counts.a, counts.b) };
}

async function decide(context: Context, broadcast: BroadcastRow, winner?: Variant): Promise<boolean> {
  const { a, b } = await countVariants(context.data, broadcast);
  const better = betterOf(broadcast.subjectTest?.by ?? "opened", a, b);
  return decideTest(context.data, broadcast, { winner: winner ?? better, now: context.clock() });
}
