/**
 * The ports: what a test cannot run for real. Function-shaped; `packages/outside` implements them against
 * the world, the sandbox stands on the far side of the same implementations.
 */
import type { Mode, Route } from "./accepting/message";
import type { Provider } from "./analytics/provider";
import type { ReviewedMail, ReviewVerdict } from "./reputation/review";

/** Now. The only source of time below the process's edge. */
export type Clock = () => Date;

/** One SES call: one envelope recipient, a finished MIME message. */
export interface OutgoingMail {
  mode: Mode;
  /** Envelope sender: the bare From address. */
  from: string;
  to: string;
  raw: Uint8Array;
  /** SES message tags; names and values of [A-Za-z0-9_-], at most 256 characters. */
  tags: Record<string, string>;
  /** The call is aborted, truly, after this. */
  timeoutMs: number;
}

/** What SES said, or what its silence means. Source: docs/reliability.md "SES answers". */
export type SesAnswer =
  | { kind: "sent"; sesMessageId: string }
  /** Over the rate: not sent, slow down, no step of the ladder is used. */
  | { kind: "throttled"; code: string; detail: string }
  /** The whole SES account or configuration set cannot send: pause the route, burn no attempts. */
  | { kind: "paused"; code: string; detail: string; quota: boolean }
  /** Not sent, may work later: the ladder. `alert` marks a resource quota that an operator should see. */
  | { kind: "retry"; code: string; detail: string; alert: boolean }
  /** Will never work: fail with the reason. */
  | { kind: "rejected"; code: string; detail: string }
  /** The sender's domain is not verified at SES: fail, re-check the domain. */
  | { kind: "unverified"; code: string; detail: string }
  /** It is not known whether it was sent. */
  | { kind: "unknown"; code: string; detail: string };

/** Test mail goes by the route `sandbox` in every mode; what goes there never reaches AWS. */
export type SendMail = (mail: OutgoingMail, route: Route) => Promise<SesAnswer>;

export interface SendQuota {
  /** Recipients a second. */
  maxSendRate: number;
  max24Hour: number;
  sentLast24Hours: number;
}
/** Rejects when SES cannot be asked. */
export type GetSendQuota = () => Promise<SendQuota>;

/** An address on the SES account's own suppression list. */
export interface SesListEntry {
  /** As SES writes it. */
  address: string;
  reason: "bounce" | "complaint";
}
/** The SES account's own suppression list; its accounts of ours share it. Each call is bounded, and rejects when SES cannot be asked. */
export interface SesList {
  /** A page of what was added or changed since then, or of all; `cursor` leads to the next. */
  page(query: { since?: Date; cursor?: string }): Promise<{ entries: SesListEntry[]; cursor?: string }>;
  find(address: string): Promise<SesListEntry | undefined>;
  put(entry: SesListEntry): Promise<void>;
  /** Resolves where it was not there, too. */
  remove(address: string): Promise<void>;
}

/**
 * `refused`: the domain takes no mail (no MX, null MX, NXDOMAIN). `unsure`: DNS failed; accept.
 * Source: docs/contract.md "Accepting a message", RFC 7505.
 */
export type MxVerdict = "ok" | "refused" | "unsure";
export interface MxReport {
  verdict: MxVerdict;
  /** Who runs its mail server; null where there is none, or DNS failed. */
  provider: Provider | null;
}
export type LookupMx = (domain: string) => Promise<MxReport>;

export type DnsRecordType = "TXT" | "CNAME" | "MX";
/**
 * The values of a name's records: a TXT's strings joined, a CNAME's target, an MX's exchange; host names in lower case
 * without the last dot. Empty where there is none; undefined where DNS failed. Never rejects.
 */
export type LookupRecords = (name: string, type: DnsRecordType) => Promise<string[] | undefined>;

/** SES's word on a part of an identity. */
export type IdentityState = "not_started" | "pending" | "success" | "failed" | "temporary_failure";

/** A domain as SES has it. */
export interface DomainIdentity {
  state: IdentityState;
  /** Belongs into DNS at `_amazonses.<domain>`. */
  token: string | null;
  dkim: { state: IdentityState; tokens: string[] };
  /** The domain that bounces come back to, under the identity's own; null: SES's. */
  mailFrom: string | null;
}

/** Domains at SES. Every call rejects where SES fails or takes too long, a few seconds at most. */
export interface DomainIdentities {
  /** Starts verifying a domain, DKIM included, or starts over; harmless where it is verified. */
  begin(domain: string): Promise<{ token: string; dkimTokens: string[] }>;
  setMailFrom(domain: string, mailFrom: string): Promise<void>;
  /** At most 100 domains; those that SES does not know are absent. */
  describe(domains: string[]): Promise<Map<string, DomainIdentity>>;
  remove(domain: string): Promise<void>;
}

/**
 * Objects by key, where an installation keeps images outside the database. Each call is bounded, and rejects where the
 * store fails or cannot be asked.
 */
export interface ImageStore {
  put(key: string, object: { bytes: Uint8Array; contentType: string }): Promise<void>;
  /** Undefined where there is none; rejects on one of more than `mostBytes`. */
  get(key: string, mostBytes: number): Promise<Buffer | undefined>;
  /** Resolves where it was not there, too. */
  remove(key: string): Promise<void>;
}

export interface HttpPost {
  url: string;
  headers: Record<string, string>;
  body: string;
}
/** `refused`: our own guard would not connect. `failed`: no answer in time, reset, TLS trouble, … */
export type HttpOutcome =
  | { kind: "answered"; status: number; body: string; ms: number }
  | { kind: "refused"; detail: string; ms: number }
  | { kind: "failed"; detail: string; ms: number };
/** POSTs once, follows no redirect, 15 s, at most 64 KB of answer read. Never rejects. */
export type PostOut = (request: HttpPost) => Promise<HttpOutcome>;

/** `missing`: the sandbox does not have it. `failed`: no answer in time, or another than a mail. */
export type SandboxMailOutcome =
  | { kind: "found"; raw: Uint8Array }
  | { kind: "missing" }
  | { kind: "too_large" }
  | { kind: "failed"; detail: string };
/** A mail that the sandbox took, by the message id that it answered with: 5 s, 16 MiB. Never rejects. */
export type ReadSandboxMail = (sesMessageId: string) => Promise<SandboxMailOutcome>;

/** A file that a caller named by its URL. */
export interface FileRequest {
  url: string;
  /** Asked for each piece, in bytes, before it is kept; false cuts the transfer off. */
  take(bytes: number): boolean;
  /** Ends it early. */
  signal: AbortSignal;
}
/** `cut`: `take` said no. `failed`: why, to go on with "it": "its server answered with status 404". */
export type FileOutcome =
  | { kind: "fetched"; content: Uint8Array; contentType?: string }
  | { kind: "cut" }
  | { kind: "failed"; detail: string };
/** GETs once, behind the same guard as webhooks, follows no redirect, 15 s. Never rejects. */
export type FetchFile = (request: FileRequest) => Promise<FileOutcome>;

/** Why an endpoint's URL is refused at its creation, in a sentence; undefined where it may be used. */
export type CheckEndpoint = (url: string) => string | undefined;

/** An SNS envelope whose signature and topic have been checked. */
export interface SnsMessage {
  type: "Notification" | "SubscriptionConfirmation" | "UnsubscribeConfirmation";
  messageId: string;
  topicArn: string;
  message: string;
  timestamp: Date;
  token?: string;
  /** Which root the signing certificate hangs from. */
  trust: "aws" | "sandbox";
}
/**
 * `forged`: the check ran and failed, or the envelope is malformed or of a foreign topic: answer 403.
 * Rejects when the check could not be run (certificate not to be had): answer 503.
 */
export type VerifySns = (
  body: string,
) => Promise<{ ok: true; message: SnsMessage } | { ok: false; why: string }>;
/** Confirms through the SNS API, never by fetching SubscribeURL. */
export type ConfirmSns = (topicArn: string, token: string) => Promise<void>;

/** Reviews a mail's content. Never rejects: a provider that cannot be asked is left out. */
export type ReviewMail = (mail: ReviewedMail) => Promise<ReviewVerdict>;

/** A structured log. Never a body, a key, a secret or a whole address list; ids yes. */
export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export type Counter =
  | "accepted" // priority, dialect
  | "sent" // priority
  | "failed" // reason
  | "ses_answers" // kind
  | "events" // type
  | "webhook_outcomes" // outcome
  | "notifications" // result
  | "reviews" // action, provider
  | "refused" // slug
  | "request_logs"
  | "smtp_mails"; // result
export type Timing = "ses_seconds" | "accept_seconds" | "webhook_seconds" | "accept_to_ses_seconds";

/** Figures for Prometheus. Labels are few and bounded: never an id. */
export interface Meters {
  add(counter: Counter, labels?: Record<string, string>, by?: number): void;
  time(timing: Timing, seconds: number, labels?: Record<string, string>): void;
}
