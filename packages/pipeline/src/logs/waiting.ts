import type { LoggedCall } from "@sendex/core/logs/call";

/** Calls that wait to be written, oldest first; where there is no room, the oldest are lost. */
export interface Waiting {
  count(): number;
  add(call: LoggedCall): void;
  take(most: number): LoggedCall[];
  /** Those that were taken and not written, before all others. */
  putBack(calls: LoggedCall[]): void;
  /** Drops all, and whatever is put back later. */
  end(): void;
}

export function openWaiting(room: number, lose: (calls: number) => void): Waiting {
  let most = room;
  let waiting: LoggedCall[] = [];
  function keepNewest(): void {
    if (waiting.length > most) lose(waiting.splice(0, waiting.length - most).length);
  }
  return {
    count: () => waiting.length,
    add(call) {
      waiting.push(call);
      keepNewest();
    },
    take: (wanted) => waiting.splice(0, wanted),
    putBack(calls) {
      waiting = [...calls, ...waiting];
      keepNewest();
    },
    end() {
      most = 0;
      keepNewest();
    },
  };
}
