import { useSyncExternalStore } from "react";

export const TICK_MS = 10_000;

/** Milliseconds since 1970; every 10 s a new one, for all who show distances together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / TICK_MS) * TICK_MS);
}

/** The moment, for what happens once. */
export function now(): number {
  return Date.now();
}

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, TICK_MS);
  return () => clearInterval(timer);
}
