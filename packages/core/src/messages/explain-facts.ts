import type { WebhookEvent } from "../webhooks/event";
import type { Dialect, Route } from "../accepting/message";
import type { StoredMessage } from "./stored";
import type { SuppressionSource } from "../suppressions";
import type { UnknownPolicy } from "../sending/unknown";

/** All that is known of a message and of what holds it, for a sentence about each. */
export interface ExplainFacts {
  /** With its timeline. */
  message: StoredMessage;
  route: Route;
  /** Undefined: not accepted with a key, or the key is gone. */
  key: { name: string; hint: string; revoked: boolean } | undefined;
  account: { standing: "active" | "suspended"; standingReason: string | null; unknownPolicy: UnknownPolicy };
  /** Whether SES reports what becomes of mail (a configuration set is named, or mail goes to the sandbox). */
  reported: boolean;
  /** What each recipient waits for, beside `message.recipients`. */
  waits: WaitFacts[];
  attempts: AttemptFacts[];
  suppressions: SuppressionFacts[];
  deadLetters: { n: number; reason: string; detail: string | null; at: Date }[];
  /** The message's route is shut. */
  pause: { reason: string; since: Date; until: Date } | undefined;
  webhooks: WebhookFacts[];
}

export interface WaitFacts {
  n: number;
  dueAt: Date | null;
  /** While sending: until then the claim, or the wait for evidence, stands. */
  leaseUntil: Date | null;
  unknown: boolean;
  /** A worker was lost with it: it is sent alone. */
  suspect: boolean;
}

export interface AttemptFacts {
  n: number;
  attempt: number;
  startedAt: Date;
  finishedAt: Date | null;
  /** A kind of `SesAnswer`, or `not_called`; null while it goes on, and where its worker was lost. */
  outcome: string | null;
  code: string | null;
  detail: string | null;
}

export interface SuppressionFacts {
  /** Lower-case. */
  address: string;
  reason: string;
  source: SuppressionSource;
  createdAt: Date;
  expiresAt: Date | null;
  /** From then on one critical mail may try the address again. */
  trialAt: Date | null;
}

/** The message's webhooks to one endpoint that stand alike. */
export interface WebhookFacts {
  /** Null: the endpoint was deleted. */
  endpoint: string | null;
  disabled: boolean;
  status: "pending" | "succeeded" | "failed" | "dropped";
  events: WebhookEvent[];
  /** The earliest next try. */
  nextAt: Date | null;
  /** Of the latest try; null before the first. */
  lastAt: Date | null;
  lastStatus: number | null;
  lastError: string | null;
}

/** One thing that happened. `code` is for programs and stable, `text` a sentence in English. */
export interface ExplainStep {
  /** ISO 8601. */
  at: string;
  code: string;
  text: string;
  /** Absent: it is about the whole message. */
  recipient?: string;
}

/** One thing that is still to come, or why nothing is. */
export interface ExplainNext {
  /** Absent where no time is known. */
  at?: string;
  code: string;
  text: string;
  recipient?: string;
}

export interface Explanation {
  object: "explanation";
  id: string;
  /** In the words of the surface that asks. */
  status: string;
  summary: string;
  /** Oldest first. */
  steps: ExplainStep[];
  next: ExplainNext[];
}

/** Who asks. */
export interface ExplainFor {
  surface: Dialect;
  now: Date;
}
