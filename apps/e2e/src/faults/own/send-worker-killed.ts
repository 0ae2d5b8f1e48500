import { LEASE_S, settleWithin } from "../clock-scale";
import type { Fields } from "../../api-client";
import type { Stack } from "../../stack";
import { judge } from "../judge";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { sum } from "../sum";

/** Over the lease that a dead worker leaves behind. */
const OVER_LEASE_S = 5;
const WORKER = { env: { SEND_CONCURRENCY: "10" } };

export const sendWorkerKilledBefore: Fault = {
  row: "3",
  fault: "kill -9 send worker before its attempt row is committed",
  target: `lost 0, dup 0, ≤ lease + ${OVER_LEASE_S} s`,
  messages: 1000,
  run: (messages) =>
    onStack(WORKER, (stack) =>
      drainWhileKilling(stack, messages, "send:before-claim", LEASE_S + OVER_LEASE_S),
    ),
};

/** The two places, and the mail that settles sooner: `critical`. */
const PARTS = [
  ["before the call", "send:after-claim", "standard"],
  ["before the call", "send:after-claim", "critical"],
  ["after SES said yes", "send:after-answer", "standard"],
  ["after SES said yes", "send:after-answer", "critical"],
] as const;

export const sendWorkerKilledBetween: Fault = {
  row: "4",
  fault: "kill -9 send worker between the attempt row and its result",
  target: "lost 0, dup 0 with events; settled ≤ 150 s, critical ≤ 45 s",
  messages: 1000,
  run: (messages) => onStack(WORKER, (stack) => killedBetween(stack, messages)),
};

async function killedBetween(stack: Stack, messages: number): Promise<Figures> {
  const parts: Figures[] = [];
  for (const [where, place, priority] of PARTS) {
    const within = settleWithin(priority);
    const share = Math.ceil(messages / PARTS.length);
    const part = await drainWhileKilling(stack, share, place, within, { priority });
    const notes = [`${where}, ${priority}: ${(part.seconds ?? 0).toFixed(1)} of ${within} s`];
    parts.push({ ...part, notes });
  }
  return sum(parts);
}

/** A worker that drains a backlog dies at the fail-point again and again; timed from its last death. */
async function drainWhileKilling(
  stack: Stack,
  messages: number,
  place: string,
  withinSeconds: number,
  fields: Fields = {},
): Promise<Figures> {
  const kills = Math.min(5, Math.max(1, Math.floor(messages / 20)));
  await stack.stop("send-worker");
  const ids = await stack.tenant.client.sendMany(messages, fields);
  // What a dead worker had in hand is sent in quarantine, and passes no worker's fail-point any more.
  const failAt = `${place}:${Math.floor(messages / (kills + 2))}`;
  for (let kill = 0; kill < kills; kill += 1) await stack.startToFail("send-worker", failAt);
  const since = performance.now();
  await stack.start("send-worker");
  return judge(stack, { ids, since, withinSeconds, notes: [`${kills} kills`] });
}
