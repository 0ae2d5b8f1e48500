import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { duplicatesOf, readLog, sendMany, settleDelivered } from "./count";
import { missing, onStack, type Shown, until } from "./scene";

/** The webhook worker's own clock; an hour is 36 s. The others keep the stack's, which leaves SES time enough. */
const SCALE = 0.01;
const HOUR_MS = 3_600_000 * SCALE;
/** After an hour of failures the next tries are up to an hour, and two, away, with a fifth more. */
const WITHIN_MS = 4 * HOUR_MS;
const PATH = "/down";
const EVENT = "email.delivered";

/** Row 25: a customer's endpoint answers 500 for an hour. */
export const receiversDown: Fault = {
  row: "25",
  fault: "receiver 500 for an hour (scaled)",
  target: "all arrive, once by id",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => fail(stack, messages)),
};

async function fail(stack: Stack, messages: number): Promise<Shown> {
  await stack.stop("webhook-worker");
  stack.env["RETRY_TIME_SCALE"] = String(SCALE);
  await stack.start("webhook-worker");
  let status = 500;
  let refused = 0;
  stack.receiver.answer(PATH, () => {
    if (status !== 200) refused += 1;
    return { status };
  });
  await stack.tenant.client.webhook(`${stack.receiver.url}${PATH}`, [EVENT]);
  const ids = await sendMany(stack, messages);
  const { lost } = await settleDelivered(stack, ids, WITHIN_MS);
  await sleep(HOUR_MS);
  status = 200;
  const ended = performance.now();
  const takenFrom = refused;
  const taken = () => readLog(stack.receiver.requests(PATH).slice(takenFrom));
  await until(() => stack.receiver.requests(PATH).length - takenFrom >= messages, WITHIN_MS);
  await until(() => ids.every((id) => taken().of(id, EVENT).size > 0), WITHIN_MS);
  const seconds = (performance.now() - ended) / 1_000;
  const log = taken();
  const missed = ids.filter((id) => log.of(id, EVENT).size === 0).length;
  const twice = ids.filter(
    (id) => [...log.of(id, EVENT).values()].reduce((sum, count) => sum + count, 0) > 1,
  );
  return {
    messages,
    lost: lost + missed,
    duplicated: await duplicatesOf(stack, ids),
    seconds,
    notes: [`${refused} times 500 in an hour of ${HOUR_MS / 1_000} s, then ${messages - missed} arrived`],
    misses: missing({
      [`${missed} webhooks never arrived`]: missed === 0,
      [`${twice.length} arrived more than once after the fault`]: twice.length === 0,
    }),
  };
}
