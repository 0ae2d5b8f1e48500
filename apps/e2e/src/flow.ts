import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "./stack";

/** Requests that keep coming, whatever happens to what serves them. */
export interface Flow {
  /** Ids answered 202 so far. */
  ids(): string[];
  /** Statuses other than 202 so far; 0 stands for a connection that broke or was refused. */
  troubles(): number[];
  stop(): Promise<void>;
}

const CLIENTS = 2;
const PAUSE_MS = 40;

/** A few clients that each post one message after another, some 40 a second together. */
export function startFlow(stack: Stack): Flow {
  const ids: string[] = [];
  const troubles: number[] = [];
  let stopped = false;
  const post = async (): Promise<void> => {
    try {
      const { status, body } = await stack.tenant.client.post();
      if (status === 202) ids.push(body.id);
      else troubles.push(status);
    } catch {
      troubles.push(0);
    }
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      await post();
      await sleep(PAUSE_MS);
    }
  };
  const loops = Array.from({ length: CLIENTS }, loop);
  return {
    ids: () => [...ids],
    troubles: () => [...troubles],
    async stop() {
      stopped = true;
      await Promise.all(loops);
    },
  };
}
