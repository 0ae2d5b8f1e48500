import { verify, X509Certificate } from "node:crypto";
import type { SnsEnvelope } from "./sns-envelope";

const SIGNED_IN_NOTIFICATION = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"] as const;
const SIGNED_IN_CONFIRMATION = [
  "Message",
  "MessageId",
  "SubscribeURL",
  "Timestamp",
  "Token",
  "TopicArn",
  "Type",
] as const;

const SIGNER_NAME = "sns.amazonaws.com";
const CERTIFICATE_FILE = /^SimpleNotificationService-[0-9a-f]{32}\.pem$/;
/** `arn:partition:sns:region:account:name`; the parts end up in a host name, so nothing else may be in them. */
const TOPIC_ARN = /^arn:(aws(?:-[a-z]+)*):sns:([a-z0-9-]+):\d{12}:[A-Za-z0-9_.-]{1,256}$/;

/**
 * `Name\nValue\n` of the signed fields in this order, an absent Subject left out.
 * Source: SNS guide, "Verifying the signatures of Amazon SNS messages".
 */
export function stringToSign(envelope: SnsEnvelope): string {
  const names = envelope.Type === "Notification" ? SIGNED_IN_NOTIFICATION : SIGNED_IN_CONFIRMATION;
  let text = "";
  for (const name of names) {
    const value = envelope[name];
    if (value !== undefined) text += `${name}\n${value}\n`;
  }
  return text;
}

/** Partition and region of a topic, or undefined where it is not a topic's ARN. */
export function topicHome(topicArn: string): { region: string; domain: string } | undefined {
  const [, partition, region] = TOPIC_ARN.exec(topicArn) ?? [];
  if (partition === undefined || region === undefined) return undefined;
  return { region, domain: partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com" };
}

/**
 * Whether SNS in the topic's own region would publish its certificate there. Compared as text, so that no reading of a
 * URL (user, port, query, dot segments, case) can differ between this check and the fetch.
 */
export function isCertificateUrl(url: string, topicArn: string): boolean {
  const home = topicHome(topicArn);
  if (!home) return false;
  const folder = `https://sns.${home.region}.${home.domain}/`;
  return url.startsWith(folder) && CERTIFICATE_FILE.test(url.slice(folder.length));
}

/** Reads exactly one PEM certificate with an RSA key; throws on anything else. */
export function parseCertificate(pem: string): X509Certificate {
  if (pem.split("-----BEGIN ").length !== 2) throw new Error("The signing certificate is not one PEM block");
  const certificate = new X509Certificate(pem);
  if (certificate.publicKey.asymmetricKeyType !== "rsa") throw new Error("The signing key is not RSA");
  return certificate;
}

export function isSnsCertificate(certificate: X509Certificate): boolean {
  return certificate.toLegacyObject().subject.CN === SIGNER_NAME;
}

/** AWS replaces certificates before they end, and mail about old ones still arrives: the message's own time counts. */
export function isValidAt(certificate: X509Certificate, time: Date): boolean {
  return (
    Date.parse(certificate.validFrom) <= time.getTime() && time.getTime() <= Date.parse(certificate.validTo)
  );
}

/** SignatureVersion 1 is RSA with SHA-1, 2 with SHA-256. */
export function hasValidSignature(envelope: SnsEnvelope, certificate: X509Certificate): boolean {
  const algorithm = envelope.SignatureVersion === "1" ? "RSA-SHA1" : "RSA-SHA256";
  const text = Buffer.from(stringToSign(envelope), "utf8");
  return verify(algorithm, text, certificate.publicKey, Buffer.from(envelope.Signature, "base64"));
}
