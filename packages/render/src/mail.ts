import type { Draft } from "@sendex/core/accepting/message";

/** What a message looks like to its readers: everything of a draft that is written into the mail, and what we add. */
export interface Mail extends Pick<
  Draft,
  "from" | "to" | "cc" | "replyTo" | "subject" | "text" | "html" | "headers" | "attachments"
> {
  /** With its angle brackets. */
  messageId: string;
  date: Date;
}
