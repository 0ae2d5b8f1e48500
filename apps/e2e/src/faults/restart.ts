import type { ProcessName, Stack } from "../stack";
import type { Posted } from "./load";

/** A process that was ended and started again, and what was wrong about it. */
export interface Restart {
  name: ProcessName;
  /** ms since the epoch. */
  from: number;
  to: number;
  trouble: string[];
}

/** SIGTERM, and the process anew with what `stack.env` says now. */
export async function restart(stack: Stack, name: ProcessName): Promise<Restart> {
  const from = Date.now();
  const { code, signal } = await stack.stop(name);
  await stack.start(name);
  const trouble = code === 0 ? [] : [`${name} ended with ${signal ?? code}`];
  return { name, from, to: Date.now(), trouble };
}

/** What went wrong for clients and processes: nothing but a refused connection while the API itself is away is right. */
export function missesOf(posted: readonly Posted[], restarts: readonly Restart[]): string[] {
  const wrong = posted.flatMap(({ tries }) => tries).filter((one) => !isRight(one, restarts));
  const statuses = [...new Set(wrong.map(({ status }) => status))];
  return [
    ...restarts.flatMap(({ trouble }) => trouble),
    ...(wrong.length > 0 ? [`${wrong.length} answered ${statuses.join(", ")} (0: cut off or refused)`] : []),
  ];
}

/** While the API itself is away its clients cannot connect; an answer of 5xx is wrong even then. */
function isRight({ status, at, ms }: Posted["tries"][number], restarts: readonly Restart[]): boolean {
  if (status !== 0) return status === 202;
  return restarts.some(({ name, from, to }) => name === "api" && at >= from && at - ms <= to);
}
