import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  X509Certificate,
  type KeyObject,
} from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bitString, integer, nameOfCommonName, objectId, sequence, utcTime, NULL } from "./der";

export interface Signer {
  privateKey: KeyObject;
  /** The self-signed certificate, PEM. */
  certificate: string;
  /** Its file name as SNS serves it: SimpleNotificationService-<32 hex>.pem. */
  fileName: string;
}

/** The name in the certificates of the real service. */
const COMMON_NAME = "sns.amazonaws.com";
const SHA256_WITH_RSA = sequence(objectId([1, 2, 840, 113549, 1, 1, 11]), NULL);
const DAY = 24 * 60 * 60 * 1000;

/** The key and certificate that sign notifications: made at the first start, then kept in the data folder. */
export async function openSigner(folder: string, trustRoot: string, now: number): Promise<Signer> {
  const keyPath = join(folder, "sns-key.pem");
  const certificatePath = join(folder, "sns-cert.pem");
  if (!existsSync(keyPath) || !existsSync(certificatePath)) await makeSigner(keyPath, certificatePath, now);
  const certificate = await readFile(certificatePath, "utf8");
  if (trustRoot !== certificatePath) {
    await mkdir(dirname(trustRoot), { recursive: true });
    await writeFile(trustRoot, certificate);
  }
  return {
    privateKey: createPrivateKey(await readFile(keyPath)),
    certificate,
    fileName: fileNameOf(certificate),
  };
}

async function makeSigner(keyPath: string, certificatePath: string, now: number): Promise<void> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await writeFile(keyPath, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  await writeFile(certificatePath, selfSigned(privateKey, now));
}

/** A version 1 X.509 certificate (RFC 5280), valid from a day ago for ten years. */
function selfSigned(privateKey: KeyObject, now: number): string {
  const name = nameOfCommonName(COMMON_NAME);
  const validity = sequence(utcTime(now - DAY), utcTime(now + 3650 * DAY));
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const body = sequence(integer(now), SHA256_WITH_RSA, name, validity, name, publicKey);
  const signed = sequence(body, SHA256_WITH_RSA, bitString(sign("sha256", body, privateKey)));
  return new X509Certificate(signed).toString();
}

function fileNameOf(certificate: string): string {
  const hash = createHash("sha256").update(new X509Certificate(certificate).raw).digest("hex");
  return `SimpleNotificationService-${hash.slice(0, 32)}.pem`;
}
