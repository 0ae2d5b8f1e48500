import type { RawPlace } from "./rawStore";

/** The header fields of these names, empty where there is none. */
export interface People {
  from: string;
  to: string;
  cc: string;
}

/** One mail that was accepted: a line of the ledger. */
export interface Mail {
  /** Its place in the ledger, from 1. */
  n: number;
  messageId: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The envelope's sender as the caller wrote it, display name included. */
  from: string;
  /** The envelope's recipients, bare addresses. */
  to: string[];
  /** What the mail itself says of them, decoded; absent in mail of before. */
  people?: People;
  subject: string;
  tags: Record<string, string>;
  bytes: number;
  operation: string;
  configSet: string | null;
  /** The suppression list neither stops it nor learns from it. */
  listless?: true;
  raw: RawPlace;
}
