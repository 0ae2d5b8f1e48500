import type { Meaning } from "../ui/text/status";
import type { Domain, DomainRecord } from "./queries";

type Purpose = DomainRecord["record"];

/** Without these nothing is sent; the others decide how well it arrives. Source: docs/domains-and-keys.md */
const NEEDED: readonly Purpose[] = ["Ownership", "Verification", "DKIM"];

export function isNeeded({ record }: Pick<DomainRecord, "record">): boolean {
  return NEEDED.includes(record);
}

/** How many of the records that mail needs were seen in DNS, of how many. */
export function countNeeded({ records }: Pick<Domain, "records">): { seen: number; all: number } {
  const needed = records.filter(isNeeded);
  return { seen: needed.filter(({ status }) => status === "verified").length, all: needed.length };
}

/** What is wrong with a record: the key of its sentence; undefined where nothing is. */
export function problemOf({ status, type }: Pick<DomainRecord, "status" | "type">) {
  if (status === "verified") return undefined;
  if (status === "pending") return type === "TXT" ? "wrong.noText" : "wrong.nothing";
  if (status === "failed") return "wrong.other";
  return status === "temporary_failure" ? "wrong.noAnswer" : "wrong.unseen";
}

export function meaningOf({ status, record }: Pick<DomainRecord, "status" | "record">): Meaning {
  if (status === "verified") return "good";
  if (status === "failed") return "bad";
  if (status === "temporary_failure") return "late";
  return isNeeded({ record }) ? "late" : "idle";
}

/** The records by what they are for, in the order of the API. */
export function groupsOf(records: readonly DomainRecord[]): { purpose: Purpose; records: DomainRecord[] }[] {
  const purposes = [...new Set(records.map(({ record }) => record))];
  return purposes.map((purpose) => ({
    purpose,
    records: records.filter(({ record }) => record === purpose),
  }));
}
