import type { Email, NewEmail } from "@sendex/sdk/generated/api";

type Kept = Omit<NewEmail, "attachments">;

/** Those whom the mail reached, or still may. */
const REACHED = ["sent", "delivered", "deferred", "complained", "sending", "queued"];

/** A message as it would be posted again, to the recipients that it has not reached. Its own headers are not kept by the API. */
export function copyOf(email: Email): Kept {
  const missed = new Set(
    email.recipients
      .filter(({ status }) => !REACHED.includes(status))
      .map(({ address }) => address.toLowerCase()),
  );
  const left = (mailboxes: string[] | null) =>
    (mailboxes ?? []).filter((mailbox) => missed.has(bare(mailbox)));
  const [to, cc, bcc] = [left(email.to), left(email.cc), left(email.bcc)];
  return {
    from: email.from,
    // A mail has somebody in To.
    ...(to.length > 0 ? { to, cc, bcc } : { to: cc.length > 0 ? cc : bcc }),
    ...(email.reply_to && { reply_to: email.reply_to }),
    subject: email.subject ?? "",
    ...(email.html !== null && { html: email.html }),
    ...(email.text !== null && { text: email.text }),
    tags: email.tags,
    metadata: email.metadata,
    priority: email.priority,
  };
}

function bare(mailbox: string): string {
  return (/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox).toLowerCase();
}
