/** A mail that ended in the sandbox, as a list has it. */
export interface ListedMail {
  id: string;
  /** SES's id of the send. */
  message_id: string;
  /** The message of ours, where it is one of this account. */
  email_id?: string | null;
  to: string[];
  /** As the header has it: `Acme <hello@acme.example>`. */
  from: string;
  subject: string;
  created_at: string;
  /** Bytes. */
  size: number;
}

export interface Header {
  name: string;
  value: string;
}

export interface FoundLink {
  href: string;
  text: string;
}

export interface MailFile {
  filename: string;
  content_type: string;
  /** Bytes. */
  size: number;
}

/** One with all that it says. */
export interface Mail extends ListedMail {
  headers: Header[];
  html: string | null;
  text: string | null;
  /** The mail itself, RFC 5322. */
  source: string;
  attachments: MailFile[];
  links: FoundLink[];
}

export interface MailPage {
  data: ListedMail[];
  has_more: boolean;
}
