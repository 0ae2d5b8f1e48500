import type { Status } from "../ui/text/status";

/** A message whose mail the sandbox takes, as a list has it (`GET /api/v1/sandbox/emails`). */
export interface ListedMail {
  /** `msg_…`, as everywhere. */
  id: string;
  /** As the header has it: `Acme <hello@acme.example>`. */
  from: string;
  to: string[];
  /** Null: erased. */
  subject: string | null;
  status: Status;
  created_at: string;
  /** Null: the sandbox has no mail of it yet. */
  sent_at: string | null;
  /** Addresses; each has a mail of its own. */
  recipients: string[];
}

export interface Header {
  name: string;
  value: string;
}

/** Why a link would not do what its reader expects; nobody follows it. */
export type LinkProblem = "empty" | "not_a_url" | "no_scheme" | "unfilled" | "insecure" | "private";

export interface FoundLink {
  url: string;
  text: string;
  problem: LinkProblem | null;
}

export interface MailFile {
  filename: string;
  content_type: string;
  /** Bytes. */
  size: number;
  /** A picture in the text. */
  inline: boolean;
}

/** The header that lets a reader's program unsubscribe (RFC 2369, RFC 8058). */
export interface UnsubscribeHeader {
  present: boolean;
  mailto: string | null;
  https: string | null;
  one_click: boolean;
  /** In sentences. */
  problems: string[];
}

/** One recipient's mail, as it was delivered. */
export interface Mail extends ListedMail {
  recipient: string;
  headers: Header[];
  html: string | null;
  text: string | null;
  /** RFC 5322; the first 512 KB. */
  source: string;
  bytes: number;
  attachments: MailFile[];
  links: FoundLink[];
  list_unsubscribe: UnsubscribeHeader;
}

export interface MailPage {
  data: ListedMail[];
  has_more: boolean;
}
