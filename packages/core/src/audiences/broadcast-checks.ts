import { CLIPPED_BYTES } from "./broadcast";
import { type Check, ok } from "./check";
import { contrast, images, links, type MailLook, type MissingValues, values } from "./mail-checks";
import { LEAVE_PLACES } from "./subscription";

/**
 * What the large mailbox providers ask of who sends to many, looked at before a broadcast begins. Sources: Google, "Email
 * sender guidelines"; Yahoo, "Sender requirements & recommendations".
 */

/** From so many mails a day on Gmail calls one a bulk sender. */
const BULK_SENDER = 5_000;
/** Complaints by delivered mail, in percent: to be kept below, and never to be reached. */
const WELL_PERCENT = 0.1;
const WORST_PERCENT = 0.3;
/** Of fewer mails a complaint says little. */
const MIN_DELIVERED = 1_000;

export interface BroadcastFacts {
  /** The sender's; undefined: there is no sender. */
  domain: string | undefined;
  verified: boolean;
  /** The DMARC records of the domain and of those above it; undefined: DNS did not answer. */
  dmarc: readonly string[] | undefined;
  delivered: number;
  complained: number;
  html: string;
  text: string;
  /** What a reader would see of it. */
  look: MailLook;
  missing: MissingValues;
  /** Who would get it. */
  readers: number;
}

/** In the order of CHECKS. */
export function checkBroadcast(facts: BroadcastFacts): Check[] {
  const { look, missing } = facts;
  return [
    ...[domain(facts), dmarc(facts), complaints(facts), unsubscribe(facts), size(facts)],
    ...[values(missing), links(look), images(look), contrast(look), audience(facts)],
  ];
}

function domain({ domain: name, verified }: BroadcastFacts): Check {
  if (verified)
    return ok(
      "domain",
      `Mail from ${name ?? ""} is signed with its own DKIM key, which DMARC calls aligned.`,
    );
  const what = name === undefined ? "It has no sender." : `The domain ${name} is not verified for sending.`;
  return {
    check: "domain",
    level: "error",
    message: what,
    remedy: "Send from an address of a verified domain.",
  };
}

function dmarc({ domain: name = "", dmarc: records, readers }: BroadcastFacts): Check {
  if (records === undefined)
    return {
      ...{ check: "dmarc", level: "warning", message: `The DMARC record of ${name} could not be looked up.` },
      remedy: "Try again shortly.",
    };
  if (records.some((record) => /^v=DMARC1\s*(;|$)/i.test(record)))
    return ok("dmarc", `${name} has a DMARC record.`);
  return {
    check: "dmarc",
    level: readers >= BULK_SENDER ? "error" : "warning",
    message: `${name} has no DMARC record; Gmail and Yahoo refuse mail without one from who sends ${BULK_SENDER} a day.`,
    remedy: `Publish a TXT record at _dmarc.${name}: v=DMARC1; p=none;`,
  };
}

function complaints({ delivered, complained }: BroadcastFacts): Check {
  const percent = delivered === 0 ? 0 : (complained * 100) / delivered;
  const message = `${percent.toFixed(2)} % of the mail that was delivered in the last 7 days was complained of.`;
  if (percent < WELL_PERCENT || complained < 2) return ok("complaint_rate", message);
  return {
    check: "complaint_rate",
    level: percent >= WORST_PERCENT && delivered >= MIN_DELIVERED ? "error" : "warning",
    message,
    remedy: `Stay below ${WELL_PERCENT} %: write to who asked for it, and leave out who has not opened for long.`,
  };
}

function unsubscribe({ html, text }: BroadcastFacts): Check {
  const body = html + text;
  if (LEAVE_PLACES.some((place) => body.includes(place)))
    return ok("unsubscribe", "A link to leave stands in its text, and one click does it in mail programs.");
  return {
    ...{ check: "unsubscribe", level: "warning", message: "No link to leave stands in its text." },
    remedy:
      'Write <a href="{{{unsubscribe_url}}}">Unsubscribe</a> at its end; the one click of mail programs is there by itself.',
  };
}

function size({ html }: BroadcastFacts): Check {
  const bytes = new TextEncoder().encode(html).length;
  const message = `Its HTML has ${Math.ceil(bytes / 1024)} KB.`;
  if (bytes < CLIPPED_BYTES) return ok("size", message);
  const remedy = `Gmail cuts off what is longer than ${CLIPPED_BYTES / 1024} KB, the link to leave with it: shorten it.`;
  return { check: "size", level: "warning", message, remedy };
}

function audience({ readers }: BroadcastFacts): Check {
  if (readers > 0)
    return ok("audience", `${readers} ${readers === 1 ? "contact" : "contacts"} would get it.`);
  const message = "Nobody would get it.";
  return { check: "audience", level: "warning", message, remedy: "Choose a segment with contacts." };
}
