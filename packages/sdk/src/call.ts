/** What a single call may be given beside its arguments. */
export interface Options {
  /** Makes repeating a POST safe; sending without one gets one, so that retries send once. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Input {
  body?: unknown;
  query?: object;
  /** Whether the API takes an idempotency key for it. */
  keyed?: true;
}

/** Makes one request, retries included. */
export type Call = <Answer>(method: string, path: string, input: Input, options: Options) => Promise<Answer>;
