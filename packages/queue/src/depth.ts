import type { Queue } from "bullmq";

export interface Depth {
  waiting: number;
  active: number;
  /** How long the oldest waiting job has waited, in ms; 0 when none waits. */
  oldestMs: number;
}

export async function readDepth(queue: Queue, now: Date): Promise<Depth> {
  const [counts, [oldest]] = await Promise.all([
    queue.getJobCounts("waiting", "active"),
    queue.getJobs("waiting", 0, 0, true),
  ]);
  return {
    waiting: counts.waiting ?? 0,
    active: counts.active ?? 0,
    oldestMs: oldest ? Math.max(0, now.getTime() - oldest.timestamp) : 0,
  };
}
