/** Ends one thing that was started. */
export type Undo = () => Promise<unknown>;

/** Takes everything back, the latest first, whatever goes wrong on the way. */
export async function undoAll(undo: Undo[]): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step().catch(() => undefined);
}
