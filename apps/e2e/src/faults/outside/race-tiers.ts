import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "@sendex/kit/statistics";
import type { Stack, Tenant } from "../../stack";
import type { Fault } from "../row";
import { duplicatesOf, sendMany } from "./count";
import { missing, onStack, type Shown, until } from "./scene";

const MOST_MS = 1_000;
const EVERY_MS = 100;
/** A slow machine's rate through the whole pipeline. */
const LEAST_RATE = 20;
const SLACK_MS = 120_000;
/** While fewer are worked off, too few others are sent for a p99: it would be the worst of some forty. */
const LEAST = 5_000;
/** More batches at once measure how a machine of two cores shares them, not how a backlog is queued. */
const CONNECTIONS = 2;
/** Mails of each of the two accounts. */
const WARMING = 200;

/** Row 37: one account's backlog, and what another account must get out now. */
export const raceTiers: Fault = {
  row: "37",
  fault: "one account queues 100,000 bulk; another sends `critical`",
  target: "the other's accept-to-SES p99 < 1 s",
  messages: 100_000,
  run: (messages) => onStack({}, (stack) => press(stack, Math.max(messages, LEAST))),
};

interface Accepted {
  id: string;
  at: number;
}

async function press(stack: Stack, messages: number): Promise<Shown> {
  const crowd = await stack.createAccount();
  const before = await warmUp(stack, crowd);
  const state = { over: false };
  const urgent = sendUrgent(stack, state);
  const started = performance.now();
  const bulk = await sendMany(stack, messages, { priority: "bulk" }, crowd, CONNECTIONS);
  const queued = (performance.now() - started) / 1_000;
  const all = () => stack.sandbox.accepted();
  await until(
    async () => (await all()) >= before.length + messages,
    (messages / LEAST_RATE) * 1_000 + SLACK_MS,
  );
  state.over = true;
  const critical = await urgent;
  const ids = [...before, ...bulk, ...critical.map(({ id }) => id)];
  await until(async () => (await all()) >= ids.length, SLACK_MS);
  const seen = new Map(
    (await stack.sandbox.ledger()).map(({ tags, at }) => [tags["sendex-message"], Date.parse(at)]),
  );
  const waits = critical.flatMap(({ id, at }) => (seen.get(id) ?? Infinity) - at);
  const p99 = percentile(waits, 0.99);
  const lost = ids.filter((id) => !seen.has(id)).length;
  const duplicated = await duplicatesOf(stack, ids);
  return {
    messages: ids.length,
    lost,
    duplicated,
    notes: [
      `${critical.length} critical: p50 ${Math.round(percentile(waits, 0.5))} ms, p99 ${Math.round(p99)} ms, worst ${Math.round(Math.max(...waits))} ms`,
      `bulk accepted in ${queued.toFixed(0)} s, sent in ${((performance.now() - started) / 1_000).toFixed(0)} s`,
    ],
    misses: missing({
      [`p99 was ${Math.round(p99)} ms`]: p99 < MOST_MS,
      [`${lost} never reached SES`]: lost === 0,
      [`${duplicated} were sent twice`]: duplicated === 0,
    }),
  };
}

/** Of processes that have just begun the first hundreds of mails tell how long their code takes to compile. → the ids */
async function warmUp(stack: Stack, crowd: Tenant): Promise<string[]> {
  const critical = await sendMany(stack, WARMING, { priority: "critical" });
  const bulk = await sendMany(stack, WARMING, { priority: "bulk" }, crowd);
  const ids = [...critical, ...bulk];
  await until(async () => (await stack.sandbox.accepted()) >= ids.length, SLACK_MS);
  return ids;
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
