import type { Identities, Identity } from "../ses/identities";

export type RecordType = "TXT" | "CNAME" | "MX";
export const RECORD_TYPES: readonly RecordType[] = ["TXT", "CNAME", "MX"];

export interface ZoneRecord {
  name: string;
  type: RecordType;
  value: string;
  /** Of an MX. */
  priority: number;
}

/** What somebody published in the sandbox's DNS. */
export interface Records {
  publish(record: ZoneRecord): void;
  find(name: string, type: RecordType): ZoneRecord[];
  has(name: string, type: RecordType, value: string): boolean;
  list(): ZoneRecord[];
  clear(): void;
}

export function createRecords(): Records {
  let all: ZoneRecord[] = [];
  const find = (name: string, type: RecordType): ZoneRecord[] =>
    all.filter((record) => record.type === type && record.name === normal(name));
  return {
    find,
    publish(record) {
      all.push({ ...record, name: normal(record.name) });
    },
    has: (name, type, value) => find(name, type).some((record) => record.value === value),
    list: () => [...all],
    clear: () => void (all = []),
  };
}

/** A record out of a JSON body; other properties are ignored. Throws TypeError on a bad one. */
export function readRecord({ name, type, value, priority = 10 }: Record<string, unknown>): ZoneRecord {
  const known = RECORD_TYPES.find((one) => one === type);
  if (known === undefined) throw new TypeError(`type must be one of ${RECORD_TYPES.join(", ")}`);
  if (typeof name !== "string" || name === "") throw new TypeError("name must be a string");
  if (typeof value !== "string" || value === "") throw new TypeError("value must be a string");
  if (typeof priority !== "number") throw new TypeError("priority must be a number");
  return { name, type: known, value, priority };
}

/** A product's own proof of ownership is named so, with a token that the sandbox cannot know. */
const OWNERSHIP_NAME = /^_sendex-[0-9a-z]+\.(.+)$/;
const OWNERSHIP_VALUE = "sendex-domain-owner";

/**
 * The records of a name: what was published; else, of a domain that counts as verified by itself after a while, what
 * its owner would have published.
 */
export function lookUp(
  records: Records,
  identities: Identities,
  region: string,
): (name: string, type: RecordType) => ZoneRecord[] {
  return (text, type) => {
    const name = normal(text);
    const published = records.find(name, type);
    if (published.length > 0) return published;
    const values = identities
      .list()
      .filter(identities.isVerifiedByItself)
      .flatMap((identity) =>
        assumed(identity, region).filter((record) => record.name === name && record.type === type),
      );
    const owned = type === "TXT" ? identities.find(OWNERSHIP_NAME.exec(name)?.[1] ?? "") : undefined;
    return owned && identities.isVerifiedByItself(owned)
      ? [...values, { name, type, value: OWNERSHIP_VALUE, priority: 0 }]
      : values;
  };
}

function assumed(
  { domain, verificationToken, dkimTokens, mailFrom }: Identity,
  region: string,
): ZoneRecord[] {
  const record = (name: string, type: RecordType, value: string): ZoneRecord => ({
    name,
    type,
    value,
    priority: 10,
  });
  return [
    record(`_amazonses.${domain}`, "TXT", verificationToken),
    record(`_dmarc.${domain}`, "TXT", "v=DMARC1; p=none;"),
    ...dkimTokens.map((token) =>
      record(`${token}._domainkey.${domain}`, "CNAME", `${token}.dkim.amazonses.com`),
    ),
    ...(mailFrom === null
      ? []
      : [
          record(mailFrom, "MX", `feedback-smtp.${region}.amazonses.com`),
          record(mailFrom, "TXT", "v=spf1 include:amazonses.com ~all"),
        ]),
  ];
}

function normal(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
