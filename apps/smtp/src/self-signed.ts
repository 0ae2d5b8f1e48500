import {
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  id_ce_subjectAltName,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from "@peculiar/asn1-x509";

export interface SelfSigned {
  /** PKCS #8, PEM. */
  key: string;
  /** PEM. */
  certificate: string;
}

const COMMON_NAME = "2.5.4.3";
const SHA256_WITH_RSA = new AlgorithmIdentifier({ algorithm: "1.2.840.113549.1.1.11", parameters: null });
const DAY = 24 * 60 * 60 * 1000;
const VALID_DAYS = 3650;

/**
 * A new RSA key and its own X.509 certificate (RFC 5280), valid from a day before `now` (ms) for ten years; with names and
 * IPv4 addresses of hosts as TLS looks for them.
 */
export function selfSigned(commonName: string, now: number, hosts: readonly string[]): SelfSigned {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { key, certificate: certify(privateKey, commonName, now, hosts) };
}

function certify(privateKey: KeyObject, commonName: string, now: number, hosts: readonly string[]): string {
  const value = new AttributeValue({ utf8String: commonName });
  const name = new Name([
    new RelativeDistinguishedName([new AttributeTypeAndValue({ type: COMMON_NAME, value })]),
  ]);
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const body = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: SHA256_WITH_RSA,
    issuer: name,
    validity: new Validity({ notBefore: new Date(now - DAY), notAfter: new Date(now + VALID_DAYS * DAY) }),
    subject: name,
    subjectPublicKeyInfo: AsnConvert.parse(publicKey, SubjectPublicKeyInfo),
    extensions: new Extensions([alternativeNames(hosts)]),
  });
  const certificate = new Certificate({
    tbsCertificate: body,
    signatureAlgorithm: SHA256_WITH_RSA,
    signatureValue: copyOf(sign("sha256", Buffer.from(AsnConvert.serialize(body)), privateKey)),
  });
  return new X509Certificate(Buffer.from(AsnConvert.serialize(certificate))).toString();
}

function alternativeNames(hosts: readonly string[]): Extension {
  const names = hosts.map((host) =>
    /^[\d.]+$/.test(host) ? new GeneralName({ iPAddress: host }) : new GeneralName({ dNSName: host }),
  );
  return new Extension({
    extnID: id_ce_subjectAltName,
    extnValue: new OctetString(AsnConvert.serialize(new SubjectAlternativeName(names))),
  });
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
