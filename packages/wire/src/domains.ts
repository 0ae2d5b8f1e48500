import {
  type DnsRecord,
  type DomainStatus,
  recordsOf,
  type RecordStatus,
  type StoredDomain,
  zoneFile,
} from "@sendex/core/domains";

/** A domain as callers and webhooks read it. Source: docs/api.md "The Resend SDK". */
export interface ShownDomain {
  object: "domain";
  id: string;
  name: string;
  status: DomainStatus;
  created_at: string;
  verified_at: string | null;
  /** When its records were last looked up. */
  checked_at: string | null;
  /** Of SES. */
  region: string;
}

export interface ShownRecord extends DnsRecord {
  ttl: "Auto";
  status: RecordStatus;
}

export function presentDomain(domain: StoredDomain, region: string): ShownDomain {
  const { id, name, status, createdAt, verifiedAt, checkedAt } = domain;
  return {
    object: "domain",
    id,
    name,
    status,
    created_at: createdAt.toISOString(),
    verified_at: verifiedAt?.toISOString() ?? null,
    checked_at: checkedAt?.toISOString() ?? null,
    region,
  };
}

/** With what to publish, each record as DNS was last seen to have it. */
export function presentWithRecords(
  domain: StoredDomain,
  region: string,
): ShownDomain & { records: ShownRecord[]; zone_file: string } {
  const wanted = recordsOf(domain, region);
  const records = wanted.map((record, i): ShownRecord => ({
    ...record,
    ttl: "Auto",
    status: domain.recordStatuses[i] ?? "not_started",
  }));
  return { ...presentDomain(domain, region), records, zone_file: zoneFile(domain, wanted) };
}
