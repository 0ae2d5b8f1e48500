/** One question of the bench to a helper process, and the answer to it. */
export interface Question {
  id: number;
  name: string;
  payload: unknown;
}
export type Answer = { id: number; result: unknown } | { id: number; error: string };

/**
 * Makes this process a helper: answers the questions of the process that forked it, one function for each name,
 * and ends when that process is gone. A throw is told to the asker.
 */
export function serveParent(answers: Record<string, (payload: unknown) => unknown>): void {
  process.on("message", (message) => void answer(answers, message as Question));
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole group of processes; the bench ends us in its order.
  process.on("SIGINT", () => undefined);
}

async function answer(
  answers: Record<string, (payload: unknown) => unknown>,
  { id, name, payload }: Question,
): Promise<void> {
  try {
    const run = answers[name];
    if (run === undefined) throw new Error(`This helper does not know "${name}"`);
    tell({ id, result: await run(payload) });
  } catch (error) {
    tell({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function tell(message: Answer): void {
  if (process.connected) process.send?.(message);
}
