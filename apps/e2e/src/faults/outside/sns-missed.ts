import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { sum } from "../sum";
import { copiesOf, sendMany, settleDelivered, toldBy } from "./count";
import { redrive } from "./redrive";
import { missing, onStack, type Shown, until } from "./scene";
import { untilNotified } from "./sns-envelope";

/** SNS tries again three times, 20 s apart: a minute in all, and here the real one, so that a busy machine can start an API within it. */
const SCALE = 1;
const AWAY_MS = 10_000;
const WITHIN_MS = 180_000;

/** Row 22: the API is away while SES publishes. */
export const snsMissed: Fault = {
  row: "22",
  fault: "API down while SES publishes",
  target: "SNS's retries cover; beyond, a redrive tool",
  messages: 1_000,
  run: async (messages) => {
    const part = Math.ceil(messages / 2);
    return sum([
      await onStack({ retryTimeScale: SCALE }, (stack) => missAWhile(stack, part)),
      await onStack({}, (stack) => missForGood(stack, messages - part)),
    ]);
  },
};

/** The API is away for less time than SNS goes on trying; it is asked by SNS itself, with nothing between. */
async function missAWhile(stack: Stack, messages: number): Promise<Shown> {
  await stack.sandbox.sns({ notifyUrl: `${stack.apiUrl}/api/ses-notifications` });
  await until(() => stack.sandbox.isSubscribed(), WITHIN_MS);
  const { ids, left } = await publishUnheard(stack, messages);
  await sleep(AWAY_MS);
  const tried = await stack.sandbox.topic();
  await stack.start("api");
  const started = performance.now();
  const away = started - left;
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  const { failed } = await stack.sandbox.topic();
  return {
    messages,
    ...settled,
    seconds: (performance.now() - started) / 1_000,
    notes: [`away for ${Math.round(away / 1_000)} s: ${tried.pending} waited, SNS gave up ${failed}`],
    misses: missing({
      [`${settled.lost} of a short absence never arrived`]: settled.lost === 0,
      [`SNS gave up ${failed} in a short absence`]: failed === 0,
      [`${settled.duplicated} were sent twice`]: settled.duplicated === 0,
    }),
  };
}

/** The API is away for good: what SNS gave up is redriven from its dead-letter queue, twice. */
async function missForGood(stack: Stack, messages: number): Promise<Shown> {
  stack.relay.lose();
  const { ids } = await publishUnheard(stack, messages);
  const notifications = await untilNotified(stack, 2 * messages, WITHIN_MS);
  await stack.start("api");
  const early = ids.filter((id) => toldBy(stack).of(id, "email.delivered").size > 0).length;
  const lines = notifications.map(({ request }) => JSON.stringify({ Body: request.body }));
  const started = performance.now();
  const first = await redrive(stack, lines);
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  const seconds = (performance.now() - started) / 1_000;
  const second = await redrive(stack, lines);
  const told = toldBy(stack);
  const repeated = ids.filter((id) => told.events(id).some((event) => told.of(id, event).size !== 1)).length;
  return {
    messages,
    ...settled,
    seconds,
    notes: [`${first.stored} redriven, the second time ${second.stored}`],
    misses: missing({
      "something was delivered before the redrive, so nothing was missed": early === 0,
      [`${settled.lost} never arrived after the redrive`]: settled.lost === 0,
      [`${first.stored} of ${lines.length} were taken in`]: first.stored === lines.length,
      [`${second.stored} were taken in again`]: second.stored === 0,
      [`${repeated} were told twice`]: repeated === 0,
    }),
  };
}

/** Mail that leaves while the API is gone. → ids, all of which SES took, and when the first could be spoken of */
async function publishUnheard(stack: Stack, messages: number): Promise<{ ids: string[]; left: number }> {
  await stack.stop("send-worker");
  const ids = await sendMany(stack, messages);
  await stack.kill("api", "SIGKILL");
  const left = performance.now();
  await stack.start("send-worker");
  await until(async () => (await copiesOf(stack)).size >= messages, WITHIN_MS);
  return { ids, left };
}
