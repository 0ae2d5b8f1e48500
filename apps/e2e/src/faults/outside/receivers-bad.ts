import { setTimeout as sleep } from "node:timers/promises";
import { median, medianInterval, percentile } from "@sendex/kit/statistics";
import type { Stack, Tenant } from "../../stack";
import type { Fault } from "../row";
import { BAD_WAYS, type BadReceiver, startBadReceiver } from "./bad-receiver";
import { duplicatesOf, settleDelivered } from "./count";
import { missing, onStack, type Shown } from "./scene";

/**
 * Each a quiet time and a bad one, in turn the one or the other first, so that what else the machine does falls on both.
 * A 99th percentile moves by a third from one time to the next: nine rounds give the median of their ratios an interval
 * that covers 95 %.
 */
const ROUNDS = 9;
const MOST_SLOWER = 1.1;
/** Mails of each time: the 99th percentile of fewer is the luck of one or two. */
const FEWEST = 125;
/** Below this a tenth is less than what two equal runs differ by. */
const NOISE_MS = 20;
const WITHIN_MS = 120_000;
const PAUSE_MS = 40;
const MB = 1024 ** 2;

/** Row 23: one customer's endpoints are slow, drip, hang and talk without end; another customer's is well. */
export const receiversBad: Fault = {
  row: "23",
  fault: "webhook receiver slow, dripping, hanging, 1 GB answer",
  target: "other endpoints' p99 < +10 %",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => disturb(stack, messages)),
};

async function disturb(stack: Stack, messages: number): Promise<Shown> {
  const neighbour = await stack.createAccount();
  const bad = await Promise.all(BAD_WAYS.map(startBadReceiver));
  try {
    for (const { url } of bad) await neighbour.client.webhook(url);
    return await compare(stack, neighbour, bad, Math.max(FEWEST, Math.round(messages / (2 * ROUNDS))));
  } finally {
    await Promise.all(bad.map((receiver) => receiver.close()));
  }
}

async function compare(stack: Stack, neighbour: Tenant, bad: BadReceiver[], each: number): Promise<Shown> {
  const rounds: { quiet: number; disturbed: number }[] = [];
  const ids: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = { quiet: 0, disturbed: 0 };
    for (const name of round % 2 === 0 ? IN_TURN : [...IN_TURN].reverse()) {
      for (const receiver of bad) receiver.behave(name === "quiet");
      const { ours, theirs } = await post(stack, each, neighbour);
      const { lost } = await settleDelivered(stack, ours, WITHIN_MS);
      if (lost > 0) return { messages: ids.length, lost, misses: [`${lost} never arrived`] };
      times[name] = percentile(lagsOf(stack, ours), 0.99);
      ids.push(...ours, ...theirs);
    }
    rounds.push(times);
  }
  return { messages: ids.length, duplicated: await duplicatesOf(stack, ids), ...judge(rounds, bad) };
}

const IN_TURN = ["quiet", "disturbed"] as const;

/** By the median; the interval tells how sure that is. */
function judge(
  rounds: { quiet: number; disturbed: number }[],
  bad: BadReceiver[],
): Pick<Shown, "notes" | "misses"> {
  const ratios = rounds.map(({ quiet, disturbed }) => disturbed / quiet);
  const [middle, { low, high }] = [median(ratios), medianInterval(ratios)];
  const slower = median(rounds.map(({ quiet, disturbed }) => disturbed - quiet));
  const said = bad.reduce((sum, receiver) => sum + receiver.saidBytes(), 0);
  return {
    notes: [
      `p99 disturbed ÷ quiet: median ${middle.toFixed(2)} [${low.toFixed(2)}–${high.toFixed(2)}] of ${ROUNDS} rounds`,
      `ms: ${rounds.map(({ quiet, disturbed }) => `${quiet.toFixed(0)}/${disturbed.toFixed(0)}`).join(", ")}`,
      `the bad ones took ${bad.reduce((sum, receiver) => sum + receiver.requests(), 0)} requests and said ${(said / MB).toFixed(0)} MB`,
    ],
    misses: missing({
      [`the others' p99 grew by ${((middle - 1) * 100).toFixed(0)} %`]:
        middle < MOST_SLOWER || slower < NOISE_MS,
    }),
  };
}

/**
 * One of each after the other, at a steady pace: the worst of a burst would be the time that its own mails take, however
 * the endpoints behave. → ids
 */
async function post(
  stack: Stack,
  count: number,
  neighbour: Tenant,
): Promise<{ ours: string[]; theirs: string[] }> {
  const ours: string[] = [];
  const theirs: string[] = [];
  while (ours.length < count) {
    const [our, their] = await Promise.all([stack.tenant.client.send(), neighbour.client.send()]);
    ours.push(our);
    theirs.push(their);
    await sleep(PAUSE_MS);
  }
  return { ours, theirs };
}

/** From each event to its webhook's arrival, ms. */
function lagsOf(stack: Stack, ids: string[]): number[] {
  const wanted = new Set(ids);
  return stack.receiver.requests("/").flatMap(({ body, at }) => {
    const { data, created_at: createdAt } = JSON.parse(body);
    return wanted.has(data.id) ? [at - Date.parse(createdAt)] : [];
  });
}
