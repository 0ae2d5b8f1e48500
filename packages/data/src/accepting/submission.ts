import type {
  Dialect,
  DraftRecipient,
  Mode,
  Priority,
  Route,
  Source,
  Tag,
} from "@sendex/core/accepting/message";
import type { DeliveryKey } from "../webhooks/record-events";

/** A message about to be stored, with everything that hangs on it. */
export interface NewMessage {
  id: string;
  eventId: string;
  source: Source;
  dialect: Dialect;
  route: Route;
  priority: Priority;
  from: string;
  /** Bare, lower-case. */
  fromAddress: string;
  fromDomain: string;
  /** The visible addresses, as shown mailboxes. */
  addresses: { to: string[]; cc: string[]; bcc: string[]; replyTo: string[] };
  recipients: DraftRecipient[];
  subject: string;
  tags: Tag[];
  metadata: Record<string, unknown>;
  template: { id: string; version: number } | null;
  /** Of text, html and files together. */
  bytes: number;
  createdAt: Date;
  scheduledAt: Date | null;
  contents: { field: string; sealed: Buffer }[];
}

/** The outcome of one request: its messages stand or fall together, with its idempotency key. */
export interface Submission {
  accountId: string;
  keyId: string | null;
  mode: Mode;
  messages: NewMessage[];
  idempotency?: { surface: string; key: string; fingerprint: string; status: number; response: string };
  /** A queue will be told at once, and is believed to hold what is due until then; null: it waits for its turn. */
  admittedUntil: Date | null;
}

/**
 * `duplicate`: somebody else's request with this key is the one that counts. `metered`: nothing is stored, since its
 * credits must be seen to. `insufficient`: the account has too few of them.
 */
export type Stored =
  | { outcome: "stored"; deliveries: DeliveryKey[] }
  | { outcome: "duplicate" }
  | { outcome: "suspended" | "revoked" | "metered" }
  | { outcome: "insufficient"; balance: number };
