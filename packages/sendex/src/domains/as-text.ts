import type { Domain } from "./find";

/** A domain and its records, each with what was last seen of it. */
export function domainAsText({ name, id, status, verified_at, checked_at, records }: Domain): string {
  return [
    `${name} (${id}): ${status}`,
    `verified: ${verified_at ?? "not yet"}`,
    `last looked at: ${checked_at ?? "not yet"}`,
    ...records.flatMap((record) => ["", `${record.record}: ${record.status}`, `  ${recordAsText(record)}`]),
  ].join("\n");
}

/** As it is published: name, type, value. */
export function recordAsText({ name, type, value, priority }: Domain["records"][number]): string {
  return `${name} ${type} ${priority === undefined ? "" : `${priority} `}${value}`;
}
