import { HEARTBEAT_MS } from "@sendex/core/events";
import type { Clock } from "@sendex/core/ports";
import { heartbeatFrame } from "@sendex/wire/events";
import { floorOf } from "./feed";
import type { Sink } from "./follow";

/**
 * Writes a heartbeat every 15 s until what it returns is called. Each moves its reader's position to now, but not while
 * older events are caught up with: who came back from there would miss the rest of them.
 */
export function startHeart(sink: Pick<Sink, "write">, caughtUp: Promise<void>, clock: Clock): () => void {
  let isCaughtUp = false;
  caughtUp.then(
    () => (isCaughtUp = true),
    () => undefined,
  );
  const beat = (): void => sink.write(heartbeatFrame(isCaughtUp ? floorOf(clock, 0) : undefined));
  const timer = setInterval(beat, HEARTBEAT_MS).unref();
  return () => clearInterval(timer);
}
