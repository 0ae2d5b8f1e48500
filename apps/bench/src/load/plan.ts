/** What the load generator is asked to do: for a time, or a fixed number of requests. */
export interface LoadPlan {
  port: number;
  path: string;
  headers: Record<string, string>;
  /** Posted in turn. */
  bodies: string[];
  connections: number;
  /** The answer that counts; any other ends the run. */
  status: number;
  extent: { warmUpMs: number; measureMs: number } | { requests: number };
}

export interface LoadResult {
  /** All requests that were answered, warm-up and tail included. */
  answered: number;
  /** Answers a second within the time measured. */
  perSecond: number;
  /** Milliseconds from writing a request to having its whole answer. */
  p50: number;
  p99: number;
}
