import { createPrivateKey, type KeyObject, sign } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { SES_TAGS } from "@sendex/core/reports/report";

/** A mail that SES is to say something about. */
export interface SentMail {
  accountId: string;
  messageId: string;
  address: string;
  sesMessageId: string;
}

export interface Signing {
  privateKey: KeyObject;
  /** What the certificate's address begins with: the sandbox's. */
  origin: string;
}

/** The topic that notifications come from. */
export const TOPIC_ARN = "arn:aws:sns:us-east-1:000000000000:bench";
/** The certificate of the key that signs them; both were made for the bench and are good for nothing else. */
export const TRUST_ROOT = path.resolve(__dirname, "../../fixtures/trust-root.pem");
const KEY = path.resolve(__dirname, "../../fixtures/signer.key.pem");

const signInPool = promisify(
  (text: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
    sign("RSA-SHA256", text, key, done),
);

export async function openSigning(origin: string): Promise<Signing> {
  return { privateKey: createPrivateKey(await readFile(KEY)), origin };
}

/** One SNS message, signed, that says a mail has been delivered. `n` makes its id. */
export async function signedDelivery(signing: Signing, mail: SentMail, n: number, at: Date): Promise<object> {
  const fields = {
    Message: JSON.stringify(deliveryOf(mail, at)),
    MessageId: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    Timestamp: at.toISOString(),
    TopicArn: TOPIC_ARN,
    Type: "Notification",
  };
  // In the order that SNS signs its fields, which is that of the alphabet.
  const lines = Object.entries(fields).map(([name, value]) => `${name}\n${value}\n`);
  const signature = await signInPool(Buffer.from(lines.join("")), signing.privateKey);
  return {
    ...fields,
    SignatureVersion: "2",
    Signature: signature.toString("base64"),
    SigningCertURL: `${signing.origin}/SimpleNotificationService-${"0".repeat(32)}.pem`,
  };
}

/** As SES publishes it. Source: SES developer guide, "Examples of event data that Amazon SES publishes to Amazon SNS". */
function deliveryOf({ accountId, messageId, address, sesMessageId }: SentMail, at: Date): object {
  const timestamp = at.toISOString();
  return {
    eventType: "Delivery",
    mail: {
      timestamp,
      source: "orders@bench.sendex.example",
      sourceArn: "arn:aws:ses:us-east-1:000000000000:identity/bench.sendex.example",
      sendingAccountId: "000000000000",
      messageId: sesMessageId,
      destination: [address],
      headersTruncated: false,
      headers: [
        { name: "From", value: "The shop <orders@bench.sendex.example>" },
        { name: "To", value: address },
        { name: "Subject", value: "Your order is on its way" },
      ],
      tags: {
        "ses:configuration-set": ["sendex"],
        [SES_TAGS.account]: [accountId],
        [SES_TAGS.message]: [messageId],
        [SES_TAGS.recipient]: ["0"],
        [SES_TAGS.attempt]: ["1"],
      },
    },
    delivery: {
      timestamp,
      processingTimeMillis: 500,
      recipients: [address],
      smtpResponse: "250 2.6.0 Message received",
      reportingMTA: "mta.example.com",
    },
  };
}
