import { setTimeout as sleep } from "node:timers/promises";
import type { Stack, Tenant } from "../../stack";
import type { Fault } from "../row";
import { duplicatesOf, sendMany } from "./count";
import { missing, onStack, quantile, type Shown, until } from "./scene";

const MOST_MS = 1_000;
const EVERY_MS = 100;
/** A slow machine's rate through the whole pipeline. */
const LEAST_RATE = 20;
const SLACK_MS = 120_000;

/** Row 37: one account's backlog, and what another account must get out now. */
export const raceTiers: Fault = {
  row: "37",
  fault: "one account queues 100,000 bulk; another sends `critical`",
  target: "the other's accept-to-SES p99 < 1 s",
  messages: 100_000,
  run: (messages) => onStack({}, (stack) => press(stack, messages)),
};

interface Accepted {
  id: string;
  at: number;
}

async function press(stack: Stack, messages: number): Promise<Shown> {
  const crowd = await stack.createAccount();
  const state = { over: false };
  const urgent = sendUrgent(stack, state);
  const started = performance.now();
  const bulk = await sendMany(stack, messages, { priority: "bulk" }, crowd);
  const queued = (performance.now() - started) / 1_000;
  const all = () => stack.sandbox.accepted();
  await until(async () => (await all()) >= messages, (messages / LEAST_RATE) * 1_000 + SLACK_MS);
  state.over = true;
  const critical = await urgent;
  const ids = [...bulk, ...critical.map(({ id }) => id)];
  await until(async () => (await all()) >= ids.length, SLACK_MS);
  const seen = new Map(
    (await stack.sandbox.ledger()).map(({ tags, at }) => [tags["sendex-message"], Date.parse(at)]),
  );
  const waits = critical.flatMap(({ id, at }) => (seen.get(id) ?? Infinity) - at);
  const p99 = quantile(waits, 0.99);
  const lost = ids.filter((id) => !seen.has(id)).length;
  const duplicated = await duplicatesOf(stack, ids);
  return {
    messages: ids.length,
    lost,
    duplicated,
    notes: [
      `${critical.length} critical: p50 ${Math.round(quantile(waits, 0.5))} ms, p99 ${Math.round(p99)} ms, worst ${Math.round(Math.max(...waits))} ms`,
      `bulk accepted in ${queued.toFixed(0)} s, sent in ${((performance.now() - started) / 1_000).toFixed(0)} s`,
    ],
    misses: missing({
      [`p99 was ${Math.round(p99)} ms`]: p99 < MOST_MS,
      [`${lost} never reached SES`]: lost === 0,
      [`${duplicated} were sent twice`]: duplicated === 0,
    }),
  };
}

/** A message every tenth of a second until told. → when each was accepted, by its answer */
async function sendUrgent(
  stack: Stack,
  state: { over: boolean },
  { client }: Tenant = stack.tenant,
): Promise<Accepted[]> {
  const answers: Promise<Accepted[]>[] = [];
  const send = async (): Promise<Accepted[]> => {
    const { status, body } = await client.post({ priority: "critical" });
    return status === 202 ? [{ id: body.id, at: Date.parse(body.created_at) }] : [];
  };
  while (!state.over) {
    answers.push(send());
    await sleep(EVERY_MS);
  }
  return (await Promise.all(answers)).flat();
}
