import { setTimeout as wait } from "node:timers/promises";
import type { DrawnFault, Faults } from "./faults";
import { namedRefusal } from "./refusal";

/** How a call ends: with its result, or with one of the ways a connection can fail the caller. */
export type Outcome<T> =
  | { kind: "done"; result: T }
  | { kind: "EmptyId" }
  | { kind: "garbage" }
  | { kind: "timeout" }
  | { kind: "reset" };

/**
 * Performs an operation under the faults set for it. "before" strikes instead of the work, "after" once it is done.
 * Throws Refusal where the operation or the fault refuses.
 */
export async function withFault<T>(
  faults: Faults,
  operation: string,
  perform: () => T | Promise<T>,
): Promise<Outcome<T>> {
  const fault = faults.draw(operation);
  if (fault === null) return { kind: "done", result: await perform() };
  if (fault.when === "before") {
    await lag(fault);
    return strike(fault) ?? { kind: "done", result: await perform() };
  }
  const result = await performOrGiveBack(fault, perform);
  await lag(fault);
  return strike(fault) ?? { kind: "done", result };
}

async function lag({ latencyMs }: DrawnFault): Promise<void> {
  if (latencyMs > 0) await wait(latencyMs);
}

function strike({ error }: DrawnFault): Exclude<Outcome<never>, { kind: "done" }> | null {
  if (error === undefined) return null;
  if (error === "EmptyId" || error === "garbage" || error === "timeout" || error === "reset")
    return { kind: error };
  throw namedRefusal(error);
}

async function performOrGiveBack<T>(fault: DrawnFault, perform: () => T | Promise<T>): Promise<T> {
  try {
    return await perform();
  } catch (error) {
    fault.giveBack();
    throw error;
  }
}
