import type { Clock } from "@sendex/core/ports";

/** The one place where time enters a process. */
export const systemClock: Clock = () => new Date();
