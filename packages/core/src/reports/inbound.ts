import { type Loose, address, date, list, record, text } from "@sendex/kit/loose";

/** A mail that SES received for a domain of ours. Source: SES guide, "Contents of notifications for Amazon SES email receiving". */
export interface InboundReport {
  kind: "inbound";
  sesMessageId: string;
  at: Date;
  /** Envelope sender; absent for a bounce message. */
  from?: string;
  /** The envelope recipients that matched the receipt rule. */
  recipients: string[];
  subject: string | null;
  rfcMessageId: string | null;
  /** SES's checks: `PASS`, `FAIL`, `GRAY`, `PROCESSING_FAILED`, `DISABLED`, or null where it says nothing. */
  verdicts: Record<Verdict, string | null>;
  /** The raw message, when the rule's action sends it along. */
  content?: { data: string; encoding: "utf8" | "base64" };
  /** Where the raw message lies instead, for an S3 action. */
  stored?: { bucket: string; key: string };
}

type Verdict = "spam" | "virus" | "spf" | "dkim" | "dmarc";

const MAX_RECIPIENTS_READ = 100;
const MAX_WORD = 256;
const MAX_TEXT = 998;

/** Reads a `Received` notification; `publishedAt` stands in for a missing time. */
export function readInbound(body: Loose, sesMessageId: string, publishedAt: Date): InboundReport {
  const mail = record(body["mail"]);
  const receipt = record(body["receipt"]);
  const headers = record(mail["commonHeaders"]);
  const from = address(mail["source"]);
  const recipients = list(receipt["recipients"], MAX_RECIPIENTS_READ).map(address);
  return {
    kind: "inbound",
    sesMessageId,
    at: date(receipt["timestamp"]) ?? date(mail["timestamp"]) ?? publishedAt,
    ...(from === undefined ? {} : { from }),
    recipients: recipients.filter((to) => to !== undefined),
    subject: text(headers["subject"], MAX_TEXT) ?? null,
    rfcMessageId: text(headers["messageId"], MAX_TEXT) ?? null,
    verdicts: {
      spam: verdict(receipt, "spam"),
      virus: verdict(receipt, "virus"),
      spf: verdict(receipt, "spf"),
      dkim: verdict(receipt, "dkim"),
      dmarc: verdict(receipt, "dmarc"),
    },
    ...where(body, record(receipt["action"])),
  };
}

function verdict(receipt: Loose, name: Verdict): string | null {
  return text(record(receipt[`${name}Verdict`])["status"], MAX_WORD) ?? null;
}

function where(body: Loose, action: Loose): Pick<InboundReport, "content" | "stored"> {
  const data = body["content"];
  if (typeof data === "string") {
    const base64 = text(action["encoding"], MAX_WORD)?.toLowerCase() === "base64";
    return { content: { data, encoding: base64 ? "base64" : "utf8" } };
  }
  const bucket = text(action["bucketName"], MAX_WORD);
  const key = text(action["objectKey"], MAX_TEXT);
  return bucket === undefined || key === undefined ? {} : { stored: { bucket, key } };
}
