import { domainOf } from "../mime/address";

/** One event that follows the Send event, and after how many event delays. */
export interface PlannedEvent {
  type: "Delivery" | "Bounce" | "Complaint" | "DeliveryDelay" | "Open" | "Click" | "Reject";
  recipient: string;
  steps: number;
  /** Fields that differ from the type's usual ones. */
  fields?: Record<string, unknown>;
  /** Fields of the recipient's entry that differ from the usual ones; null leaves only the address. */
  recipientFields?: Record<string, string> | null;
}

/** What the sandbox's DNS says of a recipient's domain. */
export type DomainMail = "ok" | "none" | "null" | "nxdomain" | "servfail" | "timeout";

const SIMULATOR_DOMAIN = "simulator.amazonses.com";

/**
 * What becomes of mail to one address: the mailbox simulator's, or delivery, unless its domain takes no mail.
 * https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-test-email
 */
export function planEvents(recipient: string, domainMail: (domain: string) => DomainMail): PlannedEvent[] {
  const domain = domainOf(recipient);
  if (domain === SIMULATOR_DOMAIN) return simulate(recipient);
  switch (domainMail(domain)) {
    case "ok":
      return [delivery(recipient)];
    case "servfail":
    case "timeout":
      return [{ type: "DeliveryDelay", recipient, steps: 2 }];
    default:
      return [noMailServer(recipient)];
  }
}

function simulate(recipient: string): PlannedEvent[] {
  const mailbox = recipient.slice(0, recipient.lastIndexOf("@")).replace(/\+.*$/s, "").toLowerCase();
  switch (mailbox) {
    case "bounce":
      return [{ type: "Bounce", recipient, steps: 2 }];
    case "suppressionlist":
      return [suppressed(recipient)];
    case "complaint":
      return [delivery(recipient), { type: "Complaint", recipient, steps: 3, fields: SIMULATED_COMPLAINT }];
    case "ooto":
      return [delivery(recipient), autoReply(recipient)];
    case "success":
      return succeed(recipient);
    default:
      return [{ type: "Bounce", recipient, steps: 2 }];
  }
}

/** Labels of `success@` have more happen than at AWS, where they change nothing: docs/sandbox.md "Addresses that behave". */
function succeed(recipient: string): PlannedEvent[] {
  const label = /\+(.*)@/s.exec(recipient)?.[1]?.toLowerCase();
  const delay: PlannedEvent = { type: "DeliveryDelay", recipient, steps: 2 };
  if (label === "deferred") return [delay, { ...delivery(recipient), steps: 3 }];
  const opened: PlannedEvent = { type: "Open", recipient, steps: 3 };
  if (label === "opened") return [delivery(recipient), opened];
  if (label === "clicked") return [delivery(recipient), opened, { type: "Click", recipient, steps: 4 }];
  // As of a mail that SES finds a virus in: taken, and delivered to nobody.
  if (label === "failed") return [{ type: "Reject", recipient, steps: 2 }];
  return [delivery(recipient)];
}

const SIMULATED_COMPLAINT = { userAgent: "Amazon SES Mailbox Simulator" };

function delivery(recipient: string): PlannedEvent {
  return { type: "Delivery", recipient, steps: 2 };
}

/** SES reports an automatic answer as a transient bounce whose recipient carries no status. */
function autoReply(recipient: string): PlannedEvent {
  return {
    type: "Bounce",
    recipient,
    steps: 3,
    fields: { bounceType: "Transient", bounceSubType: "General" },
    recipientFields: null,
  };
}

function suppressed(recipient: string): PlannedEvent {
  return {
    type: "Bounce",
    recipient,
    steps: 2,
    fields: { bounceSubType: "Suppressed", reportingMTA: "dns; amazonses.com" },
    recipientFields: {
      action: "failed",
      status: "5.1.1",
      diagnosticCode:
        "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.",
    },
  };
}

/** SES takes the mail and delivers it to no one. */
export function onSuppressionList(recipient: string): PlannedEvent {
  return {
    type: "Bounce",
    recipient,
    steps: 2,
    fields: { bounceSubType: "OnAccountSuppressionList", reportingMTA: "dns; amazonses.com" },
    recipientFields: {
      action: "failed",
      status: "5.1.1",
      diagnosticCode:
        "Amazon SES did not send the message: the address is on your account's suppression list.",
    },
  };
}

function noMailServer(recipient: string): PlannedEvent {
  return {
    type: "Bounce",
    recipient,
    steps: 2,
    recipientFields: { action: "failed", status: "5.4.4", diagnosticCode: "smtp; 550 5.4.4 Invalid domain" },
  };
}
