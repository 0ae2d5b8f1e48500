import { formatMailbox } from "@sendex/core/accepting/address";
import type { MailDigest, ReviewedMail } from "@sendex/core/reputation/review";
import { viewMail } from "./view";

/** Characters of text, and links: what a reader sees first. */
const MAX_TEXT = 6000;
const MAX_LINKS = 30;
const MAX_LINE = 300;
const MAX_LIST = 10;

/** What a provider gets of a mail. */
export function digestMail(mail: ReviewedMail): MailDigest {
  const { shown, links } = viewMail(mail);
  return {
    from: cut(formatMailbox(mail.from)),
    replyTo: mail.replyTo.slice(0, MAX_LIST).map((mailbox) => cut(formatMailbox(mailbox))),
    verifiedDomains: mail.account.verifiedDomains.slice(0, MAX_LIST),
    subject: cut(mail.subject ?? ""),
    text: shown.slice(0, MAX_TEXT),
    links: links
      .filter(({ hidden }) => !hidden)
      .slice(0, MAX_LINKS)
      .map(({ text, host }) => ({ text: cut(text), host })),
    files: mail.files.slice(0, MAX_LIST).map(cut),
  };
}

function cut(text: string): string {
  return text.slice(0, MAX_LINE);
}
