/** Ends one thing that was started. */
export type Undo = () => Promise<unknown>;

/** What is open now, for a run that ends early. */
const open = new Set<Undo[]>();

/** A list of things to end, which `undoEverything` knows of. */
export function openUndo(): Undo[] {
  const undo: Undo[] = [];
  open.add(undo);
  return undo;
}

/** Takes everything back, the latest first, whatever goes wrong on the way. */
export async function undoAll(undo: Undo[]): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step().catch(() => undefined);
  open.delete(undo);
}

/** Ends all that was started and is still open. */
export async function undoEverything(): Promise<void> {
  await Promise.all([...open].map(undoAll));
}
