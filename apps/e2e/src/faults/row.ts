/** What one run of a fault showed. Counts come from the sandbox's ledger and the receivers' logs, never from our database. */
export interface Figures {
  /** Messages sent into the fault. */
  messages: number;
  /** Answered 202 and never reached one final state. */
  lost: number;
  /** Copies beyond the first that SES accepted. */
  duplicated: number;
  /** From the fault's end (or the crash) to all being as it should; absent where the row has no such time. */
  seconds?: number;
  /** More figures, for the table's last column: `p99 43 ms`, `refused 1.2 %`. */
  notes: string[];
  /** One sentence for each thing that misses the row's target; empty when the target is met. */
  misses: string[];
  /** As `misses`, of what only took too long: on a machine that does other work as well, that says little. */
  late?: string[];
  /** Why the fault cannot be staged on this machine; the other figures then mean nothing. */
  skipped?: string;
}

/** What the caller may make longer or shorter than the row says. */
export interface Drill {
  /** How long a service is away, where the row takes one away for a while. */
  outageSeconds: number;
}

/** The matrix says two minutes for Redis; half a minute shows the same in a run that one waits for. */
export const DRILL: Drill = { outageSeconds: 30 };

/** One row of the fault matrix. */
export interface Fault {
  /** The row's number in the matrix, as `4` or `9b`. */
  row: string;
  fault: string;
  target: string;
  /** Messages of a full run; a smaller number serves `npm test`. */
  messages: number;
  /** Starts what it needs and ends all of it, whatever happens. Rejects only when the fault could not be staged. */
  run(messages: number, drill?: Drill): Promise<Figures>;
}
