/**
 * Group commit: calls made while a group is in flight wait together and become the next one, so that many
 * callers share one statement and one fsync, and a lone caller waits for nobody unless `lingerMs` says so.
 * One group is in flight at a time. A group that fails is halved until the item at fault fails alone.
 */
export interface GroupLimits<I> {
  items: number;
  /** Sum of `cost` over a group; an item above it goes alone. */
  cost?: number;
  costOf?: (item: I) => number;
  /** How long a group that is not full waits for more; none unless given. For what nobody waits for. */
  lingerMs?: number;
  /** True for failures that no halving can mend, such as a lost connection. */
  shared?: (error: unknown) => boolean;
}

interface Waiting<I, O> {
  item: I;
  resolve: (output: O) => void;
  reject: (error: unknown) => void;
}

/** `run` takes the items of a group and answers one output each, in order. */
export function group<I, O>(
  run: (items: I[]) => Promise<O[]>,
  limits: GroupLimits<I>,
): (item: I) => Promise<O> {
  let queue: Waiting<I, O>[] = [];
  let running = false;
  const { lingerMs } = limits;

  async function drain(): Promise<void> {
    running = true;
    while (queue.length > 0) {
      if (lingerMs !== undefined && queue.length < limits.items) await wait(lingerMs);
      const count = take(queue, limits);
      const batch = queue.slice(0, count);
      queue = queue.slice(count);
      await settle(batch, run, limits);
    }
    running = false;
  }

  return (item) =>
    new Promise<O>((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!running) void drain();
    });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function take<I, O>(queue: Waiting<I, O>[], limits: GroupLimits<I>): number {
  const { cost = Infinity, costOf = () => 0 } = limits;
  let sum = 0;
  let count = 0;
  for (const { item } of queue) {
    sum += costOf(item);
    if (count > 0 && (count === limits.items || sum > cost)) break;
    count += 1;
  }
  return count;
}

async function settle<I, O>(
  batch: Waiting<I, O>[],
  run: (items: I[]) => Promise<O[]>,
  limits: GroupLimits<I>,
): Promise<void> {
  try {
    const outputs = await run(batch.map(({ item }) => item));
    if (outputs.length !== batch.length) throw new Error("A group's run must answer one output an item.");
    outputs.forEach((output, index) => batch[index]?.resolve(output));
  } catch (error) {
    if (batch.length === 1 || limits.shared?.(error)) {
      for (const waiting of batch) waiting.reject(error);
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await settle(batch.slice(0, half), run, limits);
    await settle(batch.slice(half), run, limits);
  }
}
