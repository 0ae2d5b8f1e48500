import type { Account, Appeal } from "@sendex/sdk/generated/api";

/** What `/admin` answers; its description is `/admin/openapi.json`. Times are ISO 8601. */

export interface List<Row> {
  data: Row[];
  has_more: boolean;
}

export type Standing = Account["standing"];
export type Tier = "new" | "trusted";
export type Decision = "legitimate" | "abuse";

export interface ListedAccount {
  id: string;
  email: string;
  tier: Tier;
  standing: Standing;
  createdAt: string;
}

export interface LiftedSuspension {
  id: string;
  cause: "bounce_rate" | "content" | "operator";
  reason: string;
  created_at: string;
  lifted_at: string | null;
  lifted_by: string | null;
  note: string | null;
}

export interface ResumedPause {
  id: string;
  kind: "key" | "template";
  reason: string;
  created_at: string;
  resumed_at: string | null;
  resumed_by: string | null;
}

/** As its owner sees it, and what is over of its standing. */
export type OperatorAccount = Account & {
  tier: Tier;
  history: { suspensions: LiftedSuspension[]; pauses: ResumedPause[] };
};

export interface CreditEntry {
  id: number;
  kind: "grant" | "debit" | "refund";
  amount: number;
  balance: number;
  messageId: string | null;
  note: string | null;
  at: string;
}

export type Credits = List<CreditEntry> & {
  /** Null: unlimited. */
  credits: number | null;
};

export type AccountAppeal = Appeal & { account_id: string };

export interface Case {
  id: string;
  accountId: string;
  messageId: string;
  label: string;
  /** From 0 to 1. */
  score: number;
  /** A fact of the mail's build is among the reasons, not its words alone. */
  structural: boolean;
  reasons: { signal: string; sentence: string }[];
  provider: string;
  action: "flag" | "suspend";
  createdAt: string;
  decision: Decision | null;
  decidedAt: string | null;
  decidedBy: string | null;
  note: string | null;
}

/** Null, body and files: the content is erased. */
export interface CaseMail {
  from: string;
  to: string[];
  subject: string | null;
  created_at: string;
  recipients: number;
  text: string | null;
  html: string | null;
  files: string[] | null;
}

export interface DeadLetter {
  id: string;
  kind: "recipient" | "delivery" | "notification";
  account_id: string | null;
  subject_id: string;
  part: string | null;
  mode: "live" | "test" | null;
  reason: string;
  detail: string | null;
  created_at: string;
}

export interface Queue {
  name: string;
  waiting: number;
  active: number;
  oldest_seconds: number;
  /** How many jobs it may hold; null: it has no window. */
  window: number | null;
}

export interface Route {
  name: string;
  paused_at: string | null;
  reason: string | null;
  probe_at: string | null;
}

export interface System {
  at: string;
  queues: Queue[];
  routes: Route[];
  dead_letters: Record<DeadLetter["kind"], number>;
  /** Recipients that are neither final nor explainably in flight. */
  unexplained: { recipients: number; oldest_seconds: number };
}

export interface Held {
  accountId: string;
  held: number;
  firstGivenUpAt: string | null;
}

export interface Pace {
  route: string;
  domain: string;
  per_second: number;
  last_deferred_at: string;
}

export interface LedgerHour {
  hour: string;
  accepted: number;
  found: number;
  difference: number;
  checked_at: string | null;
}

export interface AuditAnswer {
  id: string;
  at: string;
  actor: string;
  act: string;
  accountId: string | null;
  subjectId: string | null;
  detail: object;
}
