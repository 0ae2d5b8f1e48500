/**
 * Group commit: calls made while a group is in flight become the next group, so that many callers share one statement
 * and one fsync. A lone caller does not wait, unless `linger` says so. One group is in flight at a time. A group that
 * fails is halved until the item at fault fails alone.
 */
export interface GroupLimits<I> {
  items: number;
  /** Sum of `cost` over a group; an item above it goes alone. */
  cost?: number;
  costOf?: (item: I) => number;
  /**
   * A group of fewer than `fewer` calls waits up to `ms` for more. Absent: it does not wait. For writes that no caller
   * waits for.
   */
  linger?: Linger;
  /** True for failures that no halving can mend, such as a lost connection. */
  shared?: (error: unknown) => boolean;
}

export interface Linger {
  ms: number;
  fewer: number;
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
  let enough = (): void => undefined;
  const { linger } = limits;

  async function drain(): Promise<void> {
    running = true;
    while (queue.length > 0) {
      if (linger && queue.length < linger.fewer) await waitForMore(linger.ms);
      const count = take(queue, limits);
      const batch = queue.slice(0, count);
      queue = queue.slice(count);
      await settle(batch, run, limits);
    }
    running = false;
  }

  /** Resolves when the group has `linger.fewer` calls, or after `ms`. */
  async function waitForMore(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      enough = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
  }

  return (item) =>
    new Promise<O>((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (linger && queue.length >= linger.fewer) enough();
      if (!running) void drain();
    });
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
