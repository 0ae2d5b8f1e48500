import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../eventually";
import type { Stack } from "../stack";

const WITHIN_MS = 60_000;

/** Waits until SES has taken so many mails of this stack. */
export async function untilAccepted(stack: Stack, count: number): Promise<void> {
  await eventually(
    async () => {
      const accepted = await stack.sandbox.accepted();
      if (accepted < count) throw new Error(`SES took ${accepted} of ${count}`);
    },
    { within: WITHIN_MS },
  );
}

export async function pause(seconds: number): Promise<void> {
  await sleep(seconds * 1000);
}
