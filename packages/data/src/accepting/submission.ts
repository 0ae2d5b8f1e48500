import type {
  Dialect,
  DraftRecipient,
  Mode,
  Priority,
  Route,
  Source,
  Tag,
} from "@sendex/core/accepting/message";
import type { Provider } from "@sendex/core/analytics/provider";
import type { DeliveryKey } from "../webhooks/record-events";

/** A message about to be stored, with everything that belongs to it. */
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
  recipients: NewRecipient[];
  subject: string;
  tags: Tag[];
  metadata: Record<string, unknown>;
  template: { id: string; version: number } | null;
  /** Of text, html and files together. */
  bytes: number;
  createdAt: Date;
  scheduledAt: Date | null;
  contents: { field: string; sealed: Buffer }[];
  /** The span that it was accepted in, as a W3C traceparent; null: nobody records it. */
  trace: string | null;
  /** The topic that it is of. */
  topicId: string | null;
  /** The broadcast that it is of. */
  broadcastId: string | null;
}

export interface NewRecipient extends DraftRecipient {
  /** Who runs its mail server; null: not known. */
  provider: Provider | null;
}

/** One request: its messages are stored together with its idempotency key, or none of them is. */
export interface Submission {
  accountId: string;
  keyId: string | null;
  mode: Mode;
  messages: NewMessage[];
  idempotency?: { surface: string; key: string; fingerprint: string; status: number; response: string };
  /**
   * Until when a queue is believed to hold what is due, since it is enqueued at once; null: it waits for admission.
   */
  admittedUntil: Date | null;
}

/**
 * `duplicate`: another request with this key counts. `metered`: nothing is stored, since its credits must be debited
 * with it. `insufficient`: the account has too few of them.
 */
export type Stored =
  | { outcome: "stored"; deliveries: DeliveryKey[] }
  | { outcome: "duplicate" }
  | { outcome: "suspended" | "revoked" | "metered" }
  | { outcome: "insufficient"; balance: number };
