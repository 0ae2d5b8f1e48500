import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "@sendex/kit/statistics";

/** How a process answers `/healthz` while something else goes on. */
export interface HealthWatch {
  /** Ends the watch. → answer times in ms (a broken one counts as infinite), and the largest memory seen */
  stop(): Promise<{ p99: number; worst: number; count: number; maxRssBytes: number }>;
}

const EVERY_MS = 20;
const MEMORY_EVERY = 25;

/** @param adminUrl also asked for the process's memory */
export function watchHealth(url: string, adminUrl: string): HealthWatch {
  const times: number[] = [];
  let [stopped, maxRssBytes] = [false, 0];
  const ask = async (): Promise<void> => {
    const started = performance.now();
    const isWell = await fetch(`${url}/healthz`).then(
      async (answer) => answer.ok && (await answer.text()) !== "",
      () => false,
    );
    times.push(isWell ? performance.now() - started : Infinity);
  };
  const watch = async (): Promise<void> => {
    for (let turn = 0; !stopped; turn += 1) {
      await ask();
      if (turn % MEMORY_EVERY === 0) maxRssBytes = Math.max(maxRssBytes, await rssOf(adminUrl));
      await sleep(EVERY_MS);
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopped = true;
      await watching;
      maxRssBytes = Math.max(maxRssBytes, await rssOf(adminUrl));
      return { p99: percentile(times, 0.99), worst: Math.max(...times), count: times.length, maxRssBytes };
    },
  };
}

/** By its own metrics. */
async function rssOf(adminUrl: string): Promise<number> {
  const text = await fetch(`${adminUrl}/metrics`).then(
    (answer) => answer.text(),
    () => "",
  );
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1] ?? 0);
}
