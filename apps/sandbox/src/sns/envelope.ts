import { sign, type KeyObject } from "node:crypto";
import { promisify } from "node:util";

/** The fields of an SNS message before it is signed. */
export interface EnvelopeFields {
  Type: "Notification" | "SubscriptionConfirmation" | "UnsubscribeConfirmation";
  MessageId: string;
  Token?: string;
  TopicArn: string;
  Subject?: string;
  Message: string;
  SubscribeURL?: string;
  Timestamp: string;
}

export interface Signing {
  privateKey: KeyObject;
  version: "1" | "2";
  certificateUrl: string;
}

type FieldName = keyof EnvelopeFields;

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html */
const SIGNED_NOTIFICATION: FieldName[] = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
const SIGNED_CONFIRMATION: FieldName[] = [
  "Message",
  "MessageId",
  "SubscribeURL",
  "Timestamp",
  "Token",
  "TopicArn",
  "Type",
];

const signAsync = promisify(
  (algorithm: string, data: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
    sign(algorithm, data, key, done),
);

/** Signs an SNS message (off the main thread) and writes it as SNS does, a field to a line. */
export async function signedEnvelope(
  fields: EnvelopeFields,
  { privateKey, version, certificateUrl }: Signing,
  after: Record<string, string> = {},
): Promise<string> {
  const text = Buffer.from(stringToSign(fields), "utf8");
  const signature = await signAsync(version === "1" ? "RSA-SHA1" : "RSA-SHA256", text, privateKey);
  const all = {
    ...fields,
    SignatureVersion: version,
    Signature: signature.toString("base64"),
    SigningCertURL: certificateUrl,
    ...after,
  };
  const lines = Object.entries(all).map(
    ([name, value]) => `  ${JSON.stringify(name)} : ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}`;
}

function stringToSign(fields: EnvelopeFields): string {
  const names = fields.Type === "Notification" ? SIGNED_NOTIFICATION : SIGNED_CONFIRMATION;
  return names
    .filter((name) => fields[name] !== undefined)
    .map((name) => `${name}\n${fields[name]}\n`)
    .join("");
}
