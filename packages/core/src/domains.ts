import { HOUR_MS } from "@sendex/kit/day";
import { parseDomain } from "./accepting/address";
import { scaled } from "./sending/ladder";
import type { DnsRecordType, DomainIdentity } from "./ports";

/**
 * A sending domain: its name, the DNS records that prove and serve it, and when it counts as verified.
 * Source: docs/domains-and-keys.md; the SES developer guide, "Creating and verifying identities".
 */
export const DOMAIN_STATUSES = ["pending", "verified", "failed"] as const;
export type DomainStatus = (typeof DOMAIN_STATUSES)[number];

/** What DNS was last seen to say of a record; `failed`: it says something else. */
export const RECORD_STATUSES = ["not_started", "pending", "verified", "failed", "temporary_failure"] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** Domains of one account: SES takes 10,000 identities in all. */
export const MAX_DOMAINS = 100;
/** RFC 1035: 253 characters, less the longest name that we put before it. */
export const MAX_DOMAIN_CHARACTERS = 253 - 64;
/** The label of the MAIL FROM domain, where the caller names none. */
export const DEFAULT_RETURN_PATH = "send";

/** Reads a name into lower-case ASCII, without its last dot; undefined where no domain could have it. */
export function readDomainName(text: string): string | undefined {
  const name = parseDomain(text.trim().replace(/\.$/, ""));
  return name !== undefined && name.length <= MAX_DOMAIN_CHARACTERS ? name : undefined;
}

/** A label of up to 63 characters (RFC 1123 2.1). */
export const RETURN_PATH = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether a text can be the one label before a domain that its MAIL FROM has. */
export function isReturnPath(text: string): boolean {
  return RETURN_PATH.test(text);
}

/** The facts that a domain's records follow from. */
export interface DomainFacts {
  name: string;
  /** Null where the operator vouched for the domain. */
  ownershipToken: string | null;
  /** Null and empty until SES was asked. */
  verificationToken: string | null;
  dkimTokens: string[];
  mailFrom: string | null;
}

/** A domain as it is kept. */
export interface StoredDomain extends DomainFacts {
  accountId: string;
  id: string;
  status: DomainStatus;
  /** SES had it before we asked: it is not ours to change or delete there. */
  adopted: boolean;
  /** As last seen, in the order of `recordsOf`; empty before that. */
  recordStatuses: RecordStatus[];
  createdAt: Date;
  verifiedAt: Date | null;
  /** When verifying it was begun, or begun anew. */
  begunAt: Date;
  checkedAt: Date | null;
}

export interface DnsRecord {
  record: "Ownership" | "Verification" | "DKIM" | "SPF" | "DMARC";
  /** The whole name. */
  name: string;
  type: DnsRecordType;
  value: string;
  priority?: number;
}

/**
 * All accounts share one SES account, which does not know which of them a domain belongs to, and its tokens stay the
 * same when a domain changes hands. So each row has a name of its own to publish, which SES does not know.
 */
const OWNERSHIP_VALUE = "sendex-domain-owner";
const DKIM_HOST = "dkim.amazonses.com";
const SPF_VALUE = "v=spf1 include:amazonses.com ~all";

/** What to publish, in a fixed order for the same facts. `region` is that of SES. */
export function recordsOf(facts: DomainFacts, region: string): DnsRecord[] {
  const { name, ownershipToken, verificationToken, dkimTokens, mailFrom } = facts;
  const txt = (record: DnsRecord["record"], prefix: string, value: string): DnsRecord => ({
    record,
    name: `${prefix}.${name}`,
    type: "TXT",
    value,
  });
  return [
    ...(ownershipToken === null ? [] : [txt("Ownership", `_sendex-${ownershipToken}`, OWNERSHIP_VALUE)]),
    ...(verificationToken === null ? [] : [txt("Verification", "_amazonses", verificationToken)]),
    ...dkimTokens.map((token): DnsRecord => {
      const value = `${token}.${DKIM_HOST}`;
      return { record: "DKIM", name: `${token}._domainkey.${name}`, type: "CNAME", value };
    }),
    ...(mailFrom === null ? [] : returnRecords(mailFrom, region)),
    txt("DMARC", "_dmarc", "v=DMARC1; p=none;"),
  ];
}

function returnRecords(mailFrom: string, region: string): DnsRecord[] {
  const value = `feedback-smtp.${region}.amazonses.com`;
  return [
    { record: "SPF", name: mailFrom, type: "MX", value, priority: 10 },
    { record: "SPF", name: mailFrom, type: "TXT", value: SPF_VALUE },
  ];
}

/** Of the records, in seconds: short while they are tried out. */
const ZONE_TTL_SECONDS = 3_600;
/** RFC 1035 3.3: a text of a record is made of strings of up to 255 bytes. */
const STRING_BYTES = 255;

/** The records as lines of a zone file (RFC 1035 section 5), to be pasted in one piece. */
export function zoneFile({ name }: Pick<DomainFacts, "name">, records: readonly DnsRecord[]): string {
  const lines = records.map((record) => {
    const { type, value, priority } = record;
    const data =
      type === "TXT" ? zoneText(value) : `${priority === undefined ? "" : `${priority} `}${value}.`;
    return `${record.name}.\t${ZONE_TTL_SECONDS}\tIN\t${type}\t${data}`;
  });
  return [`; ${name}`, ...lines, ""].join("\n");
}

function zoneText(value: string): string {
  const strings = value.match(new RegExp(`.{1,${STRING_BYTES}}`, "gs")) ?? [""];
  return strings.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(" ");
}

/** What the values found at a record's name say of it. */
export function recordStatus(record: DnsRecord, found: string[] | undefined): RecordStatus {
  if (found === undefined) return "temporary_failure";
  if (found.some((value) => serves(record, value))) return "verified";
  // Beside a TXT there may be others; of a CNAME or a return path's MX there is one.
  return found.length === 0 || record.type === "TXT" ? "pending" : "failed";
}

function serves({ record, type, value }: DnsRecord, found: string): boolean {
  if (type !== "TXT") return found.toLowerCase() === value;
  if (record === "SPF") return /^v=spf1 /i.test(found) && /\sinclude:amazonses\.com(\s|$)/i.test(found);
  if (record === "DMARC") return /^v=DMARC1(;|\s|$)/.test(found);
  return found.trim() === value;
}

/** SES looks for a domain's records for this long, and so do we. */
const VERIFY_HOURS = 72;

export interface DomainLook {
  status: DomainStatus;
  /** When verifying it was begun, or begun anew. */
  since: Date;
  now: Date;
  /** Absent: SES does not know it. */
  identity: DomainIdentity | undefined;
  /** The ownership record was found, or none is needed. */
  owned: boolean;
}

/**
 * Verified is what SES sends for, signs, and whose owner has proven to be this account. What is verified stays so while
 * SES says so; what is not within 72 hours has failed, until it is begun anew.
 */
export function judgeDomain({ status, since, now, identity, owned }: DomainLook): DomainStatus {
  if (status === "verified") {
    const lost = identity === undefined || ["failed", "not_started"].includes(identity.state);
    return lost ? "failed" : "verified";
  }
  if (identity?.state === "success" && identity.dkim.state === "success" && owned) return "verified";
  return now.getTime() - since.getTime() >= VERIFY_HOURS * HOUR_MS ? "failed" : status;
}

const FIRST_CHECK_MS = 5_000;
const LONGEST_WAIT_MS = HOUR_MS;
const VERIFIED_CHECK_MS = 24 * HOUR_MS;
/** The wait is this part of the time since verifying began. */
const WAIT_PART = 0.1;

/** When to look at a domain again; null: not by ourselves. */
export function nextCheck(status: DomainStatus, since: Date, now: Date, scale: number): Date | null {
  if (status === "failed") return null;
  const age = now.getTime() - since.getTime();
  const waited = Math.min(LONGEST_WAIT_MS, Math.max(FIRST_CHECK_MS, age * WAIT_PART));
  return new Date(now.getTime() + scaled(status === "verified" ? VERIFIED_CHECK_MS : waited, scale));
}
