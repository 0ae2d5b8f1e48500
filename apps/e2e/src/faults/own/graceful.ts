import { PROCESSES, type ProcessName, type Stack } from "../../stack";
import { judge } from "../judge";
import { idsOf, startLoad, type Try } from "../load";
import { onStack } from "../on-stack";
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

interface Restart {
  name: ProcessName;
  /** ms since the epoch. */
  from: number;
  to: number;
  trouble: string[];
}

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
  const wrong = posted.flatMap(({ tries }) => tries).filter((one) => !isRight(one, restarts));
  const statuses = [...new Set(wrong.map(({ status }) => status))];
  return judge(stack, {
    ids: idsOf(posted),
    since,
    notes: [`each ${rounds} times`],
    misses: [
      ...restarts.flatMap(({ trouble }) => trouble),
      ...(wrong.length > 0
        ? [`${wrong.length} answered ${statuses.join(", ")} (0: cut off or refused)`]
        : []),
    ],
  });
}

async function restart(stack: Stack, name: ProcessName): Promise<Restart> {
  const from = Date.now();
  const { code, signal } = await stack.stop(name);
  await stack.start(name);
  const trouble = code === 0 ? [] : [`${name} ended with ${signal ?? code}`];
  return { name, from, to: Date.now(), trouble };
}

/** While the API itself is away its clients cannot connect; an answer of 5xx is wrong even then. */
function isRight({ status, at, ms }: Try, restarts: readonly Restart[]): boolean {
  if (status !== 0) return status === 202;
  return restarts.some(({ name, from, to }) => name === "api" && at >= from && at - ms <= to);
}
