import { setTimeout as sleep } from "node:timers/promises";
import type { ProcessName, Stack } from "../stack";

const POLL_MS = 500;

/** Asks a process again and again whether it is ready. `stop` → what it named as not ok, an item for each answer of 503. */
export function watchReadiness(stack: Stack, name: ProcessName): { stop(): string[] } {
  const said: string[] = [];
  let stopped = false;
  void (async () => {
    while (!stopped) {
      const named = await notReady(stack, name).catch(() => undefined);
      if (named !== undefined) said.push(named);
      await sleep(POLL_MS);
    }
  })();
  return {
    stop() {
      stopped = true;
      return said;
    },
  };
}

async function notReady(stack: Stack, name: ProcessName): Promise<string | undefined> {
  const answer = await fetch(`${stack.adminUrl(name)}/readyz`);
  const parts: Record<string, string> = JSON.parse(await answer.text());
  if (answer.status !== 503) return undefined;
  return Object.entries(parts)
    .filter(([part, state]) => part !== "status" && state !== "ok")
    .map(([part]) => part)
    .join(" ");
}
