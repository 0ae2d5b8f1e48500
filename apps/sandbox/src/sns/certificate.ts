import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
  type KeyObject,
} from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AsnConvert } from "@peculiar/asn1-schema";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from "@peculiar/asn1-x509";

export interface Signer {
  privateKey: KeyObject;
  /** The self-signed certificate, PEM. */
  certificate: string;
  /** Its file name as SNS serves it: SimpleNotificationService-<32 hex>.pem. */
  fileName: string;
}

/** The name in the certificates of the real service. */
const COMMON_NAME = new AttributeTypeAndValue({
  type: "2.5.4.3",
  value: new AttributeValue({ utf8String: "sns.amazonaws.com" }),
});
const SHA256_WITH_RSA = new AlgorithmIdentifier({ algorithm: "1.2.840.113549.1.1.11", parameters: null });
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
  const name = new Name([new RelativeDistinguishedName([COMMON_NAME])]);
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const body = new TBSCertificate({
    version: Version.v1,
    serialNumber: serialNumber(),
    signature: SHA256_WITH_RSA,
    issuer: name,
    validity: new Validity({ notBefore: new Date(now - DAY), notAfter: new Date(now + 3650 * DAY) }),
    subject: name,
    subjectPublicKeyInfo: AsnConvert.parse(publicKey, SubjectPublicKeyInfo),
  });
  const certificate = new Certificate({
    tbsCertificate: body,
    signatureAlgorithm: SHA256_WITH_RSA,
    signatureValue: copyOf(sign("sha256", Buffer.from(AsnConvert.serialize(body)), privateKey)),
  });
  return new X509Certificate(Buffer.from(AsnConvert.serialize(certificate))).toString();
}

/** 16 bytes that are read as a positive number, and begin with no empty byte (RFC 5280 section 4.1.2.2). */
function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8() & 0x7f) | 0x40);
  return copyOf(bytes);
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function fileNameOf(certificate: string): string {
  const hash = createHash("sha256").update(new X509Certificate(certificate).raw).digest("hex");
  return `SimpleNotificationService-${hash.slice(0, 32)}.pem`;
}
