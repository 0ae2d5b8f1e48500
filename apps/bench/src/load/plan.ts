/** One HTTP request of the load generator. */
export interface LoadRequest {
  method: "GET" | "POST";
  path: string;
  /** JSON, of a POST. */
  body?: string;
}

/** What the load generator is asked to do: for a time, a fixed number of requests, or at a fixed rate. */
export interface LoadPlan {
  port: number;
  headers: Record<string, string>;
  /** Made in turn. */
  requests: LoadRequest[];
  /** At a fixed rate: the most there may be at a time. */
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

/** Requests that begin at their time, whether or not earlier ones have been answered. */
export interface SteadyPlan extends Omit<LoadPlan, "extent"> {
  perSecond: number;
  /** In all. */
  count: number;
}

/** One answered request; times are in milliseconds since 1970. */
export interface SteadyAnswer {
  /** The how many-th it was, from 0; the plan's requests are made in turn. */
  n: number;
  /** When it was to begin: waiting for a free connection is part of its time. */
  dueAt: number;
  answeredAt: number;
  body: string;
}

export function posts(path: string, bodies: readonly unknown[]): LoadRequest[] {
  return bodies.map((body) => ({ method: "POST", path, body: JSON.stringify(body) }));
}

export function gets(paths: readonly string[]): LoadRequest[] {
  return paths.map((path) => ({ method: "GET", path }));
}
