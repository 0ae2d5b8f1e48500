import { timeOut } from "@sendex/kit/time-out";
import type { Log } from "@sendex/core/ports";
import type { Settings } from "./settings";

/** Spans that were not told by then are lost. */
const FLUSH_MS = 3_000;

/**
 * Records what `kit/trace.ts` traces, where that is configured; OpenTelemetry's SDK is loaded only then. It resolves to
 * what tells the last spans, and never rejects.
 */
export async function openTracing(
  tracing: Settings["tracing"],
  name: string,
  log: Log,
): Promise<() => Promise<void>> {
  if (!tracing) return () => Promise.resolve();
  const { startTracing } = await import("@sendex/boot/otlp");
  const flush = startTracing({ ...tracing, name, log });
  return () => inTime(flush());
}

/** Whoever takes spans may be away. */
function inTime(flushed: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const callOff = timeOut(FLUSH_MS, resolve);
    flushed
      .catch(() => undefined)
      .finally(() => {
        callOff();
        resolve();
      });
  });
}
