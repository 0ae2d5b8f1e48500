import type { Dialect, Source } from "@sendex/core/accepting/message";
import type { Tenant } from "@sendex/data/access/api-keys";

/** One call of a sending endpoint, its body parsed and not yet read into drafts. */
export interface AcceptRequest {
  caller: Tenant;
  /** The surface, and with it the ladder. */
  dialect: Dialect;
  /** Absent: the API. */
  source?: Source;
  idempotencyKey?: string;
  /** Of the canonical parsed body without the key. */
  fingerprint: string;
  /** When the call came, which is when its messages count as accepted. */
  now: Date;
  /** Of many: strict refuses all for one bad item and names it; permissive lists it and accepts the others. */
  batch?: "strict" | "permissive";
}

export interface Accepted {
  status: number;
  /** JSON, byte for byte what a replay answers too. */
  body: string;
  replayed: boolean;
  /** Of what this very call stored. */
  messageIds: string[];
}
