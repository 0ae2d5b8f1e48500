import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { copiesOf, duplicatesOf, toldBy, untilTold } from "./count";
import { inParallel, missing, onStack, type Shown, until } from "./scene";

const AT_ONCE = 16;
/** From at once to long after, mostly early: that is where both are on their way. */
const LONGEST_MS = 60;
const STEPS = 20;
const WITHIN_MS = 60_000;

/** Row 36: cancels that race the sends of what they cancel. */
export const raceCancel: Fault = {
  row: "36",
  fault: "1,000 cancels racing their sends",
  target: "exactly one wins each",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => race(stack, messages)),
};

interface Run {
  id: string;
  cancelled: boolean;
}

async function race(stack: Stack, messages: number): Promise<Shown> {
  const runs = await inParallel(Array.from({ length: messages }), AT_ONCE, (_, i) => runOnce(stack, i));
  const cancelled = runs.filter((run) => run.cancelled).map(({ id }) => id);
  const sent = runs.filter((run) => !run.cancelled).map(({ id }) => id);
  const left = [
    ...(await untilTold(stack, sent, "email.delivered", WITHIN_MS)),
    ...(await untilTold(stack, cancelled, "email.cancelled", WITHIN_MS)),
  ];
  await until(async () => (await stack.redis.waiting("send")) === 0, WITHIN_MS);
  const copies = await copiesOf(stack);
  const told = toldBy(stack);
  const both = cancelled.filter((id) => copies.has(id) || told.of(id, "email.sent").size > 0);
  const neither = sent.filter((id) => !copies.has(id) || told.of(id, "email.cancelled").size > 0);
  const duplicated = await duplicatesOf(stack, sent);
  return {
    messages,
    lost: left.length,
    duplicated,
    notes: [`${cancelled.length} cancels won, ${sent.length} sends`],
    misses: missing({
      [`${both.length} were cancelled and sent`]: both.length === 0,
      [`${neither.length} were neither, or told both`]: neither.length === 0,
      [`${left.length} never told their end`]: left.length === 0,
      [`${duplicated} were sent twice`]: duplicated === 0,
      "one side won every race: nothing was raced": cancelled.length > 0 && sent.length > 0,
    }),
  };
}

async function runOnce(stack: Stack, i: number): Promise<Run> {
  const { client } = stack.tenant;
  const id = await client.send();
  await sleep(LONGEST_MS * ((i % STEPS) / STEPS) ** 3);
  // Both surfaces cancel.
  const answer =
    i % 2 === 0
      ? await client.call("POST", `/api/v1/emails/${id}/cancel`)
      : await client.call("DELETE", `/v1/messages/${id}`);
  if (![200, 404].includes(answer.status)) throw new Error(`${answer.status}: ${answer.text}`);
  return { id, cancelled: answer.status === 200 };
}
