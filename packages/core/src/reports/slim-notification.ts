import { type Loose, record } from "@sendex/kit/loose";

/** What SES repeats of a mail: its headers, with the subject among them. Nothing of ours reads them of sent mail. */
const REPEATED = ["headers", "headersTruncated", "commonHeaders"];

/**
 * SES's notification about mail that we sent, without what it repeats of that mail: a notification may wait for an
 * operator for longer than the mail's content is kept. Anything else stays as it is, received mail too.
 */
export function slimNotification(message: string): string {
  if (!REPEATED.some((name) => message.includes(name))) return message;
  const body = parse(message);
  const mail = record(body?.["mail"]);
  if (!body || body["notificationType"] === "Received" || !REPEATED.some((name) => name in mail))
    return message;
  const kept = Object.fromEntries(Object.entries(mail).filter(([name]) => !REPEATED.includes(name)));
  return JSON.stringify({ ...body, mail: kept });
}

function parse(message: string): Loose | undefined {
  try {
    const value: unknown = JSON.parse(message);
    const fields = record(value);
    return fields === value ? fields : undefined;
  } catch {
    return undefined;
  }
}
