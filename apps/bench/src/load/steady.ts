import { setTimeout as sleep } from "node:timers/promises";
import { type Connection, openConnection, type RawAnswer } from "./connection";
import type { SteadyAnswer, SteadyPlan } from "./plan";
import { requestBytes } from "./request-bytes";

/** Timers are no finer than this. */
const TICK_MS = 2;

interface Due {
  n: number;
  dueAt: number;
  request: Buffer;
}

/**
 * Begins requests at a fixed rate, whatever becomes of earlier ones, as many callers do who know nothing of each
 * other. One that finds every connection busy waits, and its wait counts. Rejects on any answer with another
 * status, and when a connection breaks.
 */
export async function generateSteady(plan: SteadyPlan): Promise<SteadyAnswer[]> {
  const requests = plan.requests.map((request) => requestBytes(plan, request));
  const answers: SteadyAnswer[] = [];
  const failed = new AbortController();
  const pool = openPool(
    plan,
    (due, { status, body }) => {
      if (status !== plan.status)
        failed.abort(new Error(`Answered ${status} and not ${plan.status}: ${body}`));
      answers.push({ n: due.n, dueAt: due.dueAt, answeredAt: wallClock(), body });
    },
    (error) => failed.abort(error),
  );
  try {
    const started = wallClock();
    for (let issued = 0; answers.length < plan.count;) {
      failed.signal.throwIfAborted();
      const now = wallClock();
      for (; issued < plan.count && started + (issued * 1000) / plan.perSecond <= now; issued += 1) {
        const request = requests[issued % requests.length] ?? Buffer.alloc(0);
        pool.take({ n: issued, dueAt: started + (issued * 1000) / plan.perSecond, request });
      }
      await sleep(TICK_MS);
    }
    return answers;
  } finally {
    pool.end();
  }
}

function openPool(
  { port, connections }: SteadyPlan,
  answered: (due: Due, answer: RawAnswer) => void,
  fail: (error: Error) => void,
): { take(due: Due): void; end(): void } {
  const all: Connection[] = [];
  const idle: Connection[] = [];
  const waiting: Due[] = [];
  const ask = (connection: Connection, due: Due) =>
    connection.ask(due.request, (answer) => {
      answered(due, answer);
      const next = waiting.shift();
      if (next) ask(connection, next);
      else idle.push(connection);
    });
  const open = () => {
    const connection = openConnection(port, fail);
    all.push(connection);
    return connection;
  };
  return {
    take: (due) => {
      const free = idle.pop() ?? (all.length < connections ? open() : undefined);
      if (free) ask(free, due);
      else waiting.push(due);
    },
    end: () => all.forEach((connection) => connection.end()),
  };
}

function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
