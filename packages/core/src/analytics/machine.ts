import { isbot } from "isbot";

/** A mail reader that fetches pictures when somebody opens a mail, for them: a person, though its name is a machine's. */
const FOR_PEOPLE = /GoogleImageProxy|YahooMailProxy|ggpht\.com/i;
/** Apple's Mail fetches every picture when a mail arrives, opened or not, under this name alone. */
const PREFETCH = /^Mozilla\/5\.0$/;
/** Whoever opens or follows a link within this of the mail's sending has not read it: it scans. */
const SCAN_MS = 3_000;

/** An open or a click, as SES reports it. */
export interface Touch {
  userAgent?: string | undefined;
  at: Date;
  /** When SES took the mail; null: not known. */
  sentAt: Date | null;
  /** Made by the sandbox, at no time that would say anything. */
  rehearsed: boolean;
}

/**
 * Whether a machine opened the mail or followed the link: a privacy proxy that prefetches, a security scanner, a crawler.
 * It errs towards people: what is called a machine is not counted as theirs.
 */
export function isMachine({ userAgent = "", at, sentAt, rehearsed }: Touch): boolean {
  if (!rehearsed && sentAt && at.getTime() - sentAt.getTime() < SCAN_MS) return true;
  if (PREFETCH.test(userAgent)) return true;
  return userAgent !== "" && !FOR_PEOPLE.test(userAgent) && isbot(userAgent);
}
