import { isObject } from "@sendex/kit/loose";

/** The fields of an SNS envelope that are signed or needed to check it, all known to be strings of the right shape. */
export interface SnsEnvelope {
  Type: "Notification" | "SubscriptionConfirmation" | "UnsubscribeConfirmation";
  MessageId: string;
  TopicArn: string;
  Message: string;
  Timestamp: string;
  Subject?: string;
  Token?: string;
  SubscribeURL?: string;
  SignatureVersion: "1" | "2";
  Signature: string;
  SigningCertURL: string;
}

/** SNS takes 256 KB of message; as JSON inside JSON, escaped, it may be several times that. */
const MAX_BODY_CHARACTERS = 4 * 1024 * 1024;
/** No single-line field comes near this. */
const MAX_FIELD_CHARACTERS = 4096;
const TYPES = ["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"] as const;
const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

type Fields = Record<string, unknown>;

/** Parses a request body; a string tells why it is not an envelope. `isKnownTopic` is asked before anything else. */
export function parseEnvelope(body: string, isKnownTopic: (arn: string) => boolean): SnsEnvelope | string {
  if (body.length > MAX_BODY_CHARACTERS) return "the body is too large";
  const fields = parseObject(body);
  if (!fields) return "the body is not a JSON object";
  const { TopicArn } = fields;
  if (typeof TopicArn !== "string" || !isKnownTopic(TopicArn)) return "the topic is not one of ours";
  return readFields(fields, TopicArn);
}

function parseObject(body: string): Fields | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function readFields(fields: Fields, TopicArn: string): SnsEnvelope | string {
  const Type = TYPES.find((type) => type === fields.Type);
  if (!Type) return "the Type is not known";
  const { Message } = fields;
  if (typeof Message !== "string") return "Message is not a string";
  const { MessageId, Timestamp, Signature, SigningCertURL, SignatureVersion } = fields;
  if (!isLine(MessageId)) return "MessageId is not a line of text";
  if (!isLine(Timestamp) || !ISO_8601.test(Timestamp) || Number.isNaN(Date.parse(Timestamp))) {
    return "Timestamp is not a time";
  }
  if (!isLine(Signature) || !BASE64.test(Signature)) return "Signature is not base64";
  if (!isLine(SigningCertURL)) return "SigningCertURL is not a line of text";
  if (SignatureVersion !== "1" && SignatureVersion !== "2") return "the SignatureVersion is not known";
  const checked: SnsEnvelope = {
    Type,
    TopicArn,
    Message,
    MessageId,
    Timestamp,
    Signature,
    SigningCertURL,
    SignatureVersion,
  };
  return Type === "Notification" ? withSubject(checked, fields) : withToken(checked, fields);
}

function withSubject(checked: SnsEnvelope, { Subject }: Fields): SnsEnvelope | string {
  if (Subject === undefined) return checked;
  return isLine(Subject) ? { ...checked, Subject } : "Subject is not a line of text";
}

function withToken(checked: SnsEnvelope, { Token, SubscribeURL }: Fields): SnsEnvelope | string {
  if (!isLine(Token)) return "Token is not a line of text";
  if (!isLine(SubscribeURL)) return "SubscribeURL is not a line of text";
  return { ...checked, Token, SubscribeURL };
}

/**
 * Every signed field but Message must be one line. With a line break in one of them, two different envelopes could have
 * the same string to sign.
 */
function isLine(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_FIELD_CHARACTERS && !/[\r\n]/.test(value);
}
