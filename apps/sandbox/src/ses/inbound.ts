import { isoTime } from "../clock";
import { bareAddress, splitAddresses } from "../mime/address";
import { decodeHeader, headerValue, parseHeaders } from "../mime/headers";
import { commonHeaders } from "./eventMail";
import { newInboundId } from "./messageId";

export interface InboundMail {
  raw: Buffer;
  /** Envelope recipients; empty: those of To and Cc. */
  recipients: string[];
  topicArn: string;
  now: number;
}

export const INBOUND_SUBJECT = "Amazon SES Email Receipt Notification";

const PASS = { status: "PASS" };

/**
 * The notification of a receipt rule's SNS action, the message as its content.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 */
export function inboundNotification({
  raw,
  recipients,
  topicArn,
  now,
}: InboundMail): Record<string, unknown> {
  const headers = parseHeaders(raw);
  const messageId = newInboundId();
  const returnPath = bareAddress(headerValue(headers, "Return-Path") ?? headerValue(headers, "From") ?? "");
  const named = ["To", "Cc"]
    .flatMap((name) => splitAddresses(headerValue(headers, name) ?? ""))
    .map(bareAddress);
  const destination = recipients.length > 0 ? recipients : named;
  return {
    notificationType: "Received",
    receipt: {
      timestamp: isoTime(now),
      processingTimeMillis: 222,
      recipients: destination,
      spamVerdict: PASS,
      virusVerdict: PASS,
      spfVerdict: PASS,
      dkimVerdict: PASS,
      dmarcVerdict: PASS,
      action: { type: "SNS", topicArn, encoding: "UTF8" },
    },
    mail: {
      timestamp: isoTime(now),
      source: returnPath,
      messageId,
      destination,
      headersTruncated: false,
      headers: headers.map(({ name, value }) => ({ name, value: decodeHeader(value) })),
      commonHeaders: { returnPath, ...commonHeaders(headers, messageId) },
    },
    content: raw.toString("utf8"),
  };
}
