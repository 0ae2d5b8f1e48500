import type { DomainRecord } from "./queries";

type Published = Pick<DomainRecord, "name" | "type" | "value" | "priority">;

/** Changes of records are seen soon, and name servers are not asked all day. */
const TTL_SECONDS = 3_600;
/** RFC 1035 3.3: a character-string holds so many bytes; a longer text is several of them. */
const STRING_BYTES = 255;

/** The records in the form of a zone file (RFC 1035 5.1), each name in full, as BIND and importers of DNS hosts read them. */
export function toZone(domain: string, records: readonly Published[]): string {
  const lines = records.map((record) => `${record.name}. ${TTL_SECONDS} IN ${record.type} ${dataOf(record)}`);
  return [`; ${domain}`, ...lines, ""].join("\n");
}

function dataOf({ type, value, priority }: Published): string {
  if (type === "TXT") return strings(value);
  const host = `${value.replace(/\.$/, "")}.`;
  return type === "MX" ? `${priority ?? 10} ${host}` : host;
}

function strings(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += STRING_BYTES)
    parts.push(`"${text.slice(at, at + STRING_BYTES).replaceAll(/["\\]/g, String.raw`\$&`)}"`);
  return parts.join(" ");
}
