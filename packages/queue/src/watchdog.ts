/** docs/reliability.md: work waits but nothing moved for this long. */
const STUCK_MS = 60_000;
const CHECK_MS = 5_000;

export interface Progress {
  /** Jobs in hand. */
  active: number;
  /** When a job last began or ended, by performance.now(). */
  lastAt: number;
}

export interface Watched {
  progress: Progress;
  running(): boolean;
  /** Jobs waiting in Redis; may reject. */
  waiting(): Promise<number>;
  replace(why: string): void;
  stuckMs?: number;
  checkMs?: number;
}

/**
 * Replaces a worker whose loop has ended, or that leaves waiting jobs alone. Jobs in hand are not a reason:
 * their own time limits end them, and taking them over would only run them twice.
 */
export function watchProgress(watched: Watched): { stop(): void } {
  const { progress, stuckMs = STUCK_MS, checkMs = CHECK_MS } = watched;
  let idleSince = performance.now();

  async function check(): Promise<void> {
    const now = performance.now();
    const waiting = await watched.waiting().catch(() => 0);
    if (waiting === 0 || progress.active > 0) idleSince = now;
    const stuckFor = now - Math.max(idleSince, progress.lastAt);
    if (stuckFor < stuckMs) return;
    idleSince = now;
    watched.replace(watched.running() ? "jobs wait and none is taken" : "its loop has ended");
  }

  const timer = setInterval(() => void check(), checkMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
