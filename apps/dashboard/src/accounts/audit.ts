import type { AuditEntry } from "@sendex/sdk/generated/api";
import type { Api } from "../api/api";
import type { AuditRow } from "../ui/audit/entry";
import { readAudit } from "./queries";

const LARGEST_PAGE = 100;
/** So many rows at most go into a file that the browser makes. */
const MOST_EXPORTED = 10_000;

export function rowOf({ id, at, actor, act, subject_id, detail }: AuditEntry): AuditRow {
  return { id, at, actor, act, subject: subject_id, detail };
}

/** All there is, newest first, up to 10,000. */
export async function readAllAudit(api: Api): Promise<AuditRow[]> {
  const all: AuditRow[] = [];
  for (let after: string | undefined, more = true; more && all.length < MOST_EXPORTED;) {
    const { data, has_more } = await readAudit(api, LARGEST_PAGE, after);
    all.push(...data.map(rowOf));
    after = data.at(-1)?.id;
    more = has_more;
  }
  return all;
}
