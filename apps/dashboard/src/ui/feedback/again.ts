import { useEffect, useEffectEvent } from "react";
import { mayPass, Problem } from "../../api/problem";

const AGAIN_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** Tries again after a while what the API could not answer and may answer later, for as long as the failure is shown. */
export function useAgain(error: unknown, retry: (() => void) | undefined): void {
  const again = useEffectEvent(() => retry?.());
  useEffect(() => {
    if (!(error instanceof Problem) || !mayPass(error)) return undefined;
    const told = 1_000 * (error.retryAfterSeconds ?? 0);
    const timer = setTimeout(again, Math.min(Math.max(told, AGAIN_MS), LONGEST_WAIT_MS));
    return () => clearTimeout(timer);
  }, [error]);
}
