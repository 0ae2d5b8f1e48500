import { sign } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { openSns } from "../src/sns";
import type { SnsOptions } from "../src/sns";

export const fixture = (name: string): string => readFileSync(path.join(__dirname, "fixtures", name), "utf8");
const KEY = fixture("signer.key.pem");
export const CERTIFICATE = fixture("signer.cert.pem");
export const OTHER_NAME = fixture("other-name.cert.pem");

export const TOPIC = "arn:aws:sns:eu-west-1:123456789012:ses-events";
export const HASH = "0123456789abcdef0123456789abcdef";
export const CERT_URL = `https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-${HASH}.pem`;

type Fields = Record<string, unknown>;

/** Signs as SNS does; written apart from the code it tests. */
export function signed(over: Fields = {}, key = KEY): Fields {
  const fields: Fields = {
    Type: "Notification",
    MessageId: "4f7c5f8e-0000-5555-aaaa-1234567890ab",
    TopicArn: TOPIC,
    Message: '{"eventType":"Send"}',
    Timestamp: "2050-01-02T03:04:05.678Z",
    SignatureVersion: "2",
    SigningCertURL: CERT_URL,
    ...over,
  };
  const names =
    fields.Type === "Notification"
      ? ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"]
      : ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
  const text = names
    .filter((name) => fields[name] !== undefined)
    .map((name) => `${name}\n${String(fields[name])}\n`)
    .join("");
  const algorithm = fields.SignatureVersion === "1" ? "RSA-SHA1" : "RSA-SHA256";
  return { ...fields, Signature: sign(algorithm, Buffer.from(text), key).toString("base64") };
}

export function open(over: Partial<SnsOptions> = {}) {
  const fetched: string[] = [];
  const sns = openSns({
    topicArns: [TOPIC],
    fetchCertificate: (url) => {
      fetched.push(url);
      return Promise.resolve(CERTIFICATE);
    },
    ...over,
  });
  return { ...sns, fetched };
}

export const verify = (fields: unknown, over: Partial<SnsOptions> = {}) =>
  open(over).verify(JSON.stringify(fields));
