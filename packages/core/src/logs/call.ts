import type { Mode } from "../accepting/message";

/** What the request log keeps of a call: nothing of content, and no person's address. */
export interface LoggedCall {
  accountId: string;
  mode: Mode;
  /** `log_…`; it has the time in it when the call was answered. */
  id: string;
  /** The key's id, or the user's of a session. */
  callerId: string;
  method: string;
  /** The route's pattern; `unknown` where no route took the path. */
  route: string;
  /** The path, as endpoint.ts keeps it. */
  endpoint: string;
  status: number;
  durationMs: number;
  requestId: string;
  userAgent: string | null;
  /** Messages that it made, read or changed. */
  messageIds: readonly string[];
  /** JSON, as redact.ts keeps it; null: there was none, or it was no JSON. */
  requestBody: string | null;
  responseBody: string | null;
}

/** As it is read back. */
export interface StoredCall extends Omit<LoggedCall, "accountId"> {
  /** When it was answered. */
  at: Date;
}

/** A call without its bodies, as lists have it. */
export type ListedCall = Omit<StoredCall, "requestBody" | "responseBody">;
