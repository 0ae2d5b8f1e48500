import { PROCESSES, type Stack } from "../../stack";
import { judge } from "../judge";
import { idsOf, startLoad } from "../load";
import { onStack } from "../on-stack";
import { missesOf, restart, type Restart } from "../restart";
import type { Fault, Figures } from "../row";

/** A full run's rounds of 50 messages are the matrix' 20. */
const MESSAGES_A_ROUND = 50;
const PER_SECOND = 20;

export const gracefulRestarts: Fault = {
  row: "32",
  fault: "SIGTERM to each process in turn under load",
  target: "lost 0, dup 0, no 5xx",
  messages: 1000,
  run: (messages) => onStack({}, (stack) => restartAll(stack, Math.ceil(messages / MESSAGES_A_ROUND))),
};

async function restartAll(stack: Stack, rounds: number): Promise<Figures> {
  const load = startLoad(stack, { messages: Infinity, perSecond: PER_SECOND, again: true });
  const restarts: Restart[] = [];
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const name of PROCESSES) restarts.push(await restart(stack, name));
  } finally {
    load.stop();
  }
  const since = performance.now();
  const posted = await load.finished;
  return judge(stack, {
    ids: idsOf(posted),
    since,
    notes: [`each ${rounds} times`],
    misses: missesOf(posted, restarts),
  });
}
