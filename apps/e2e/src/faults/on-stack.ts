import { type Stack, type StackOptions, startStack } from "../stack";
import type { Figures } from "./row";

/** Runs a row on a stack of its own. A process that ended without having been told to is a miss of any row. */
export async function onStack(
  options: StackOptions,
  run: (stack: Stack) => Promise<Figures>,
): Promise<Figures> {
  const stack = await startStack(options);
  try {
    const figures = await run(stack);
    const misses = stack.crashed().map((name) => `${name} ended by itself`);
    return { ...figures, misses: [...figures.misses, ...misses] };
  } finally {
    await stack.close();
  }
}
