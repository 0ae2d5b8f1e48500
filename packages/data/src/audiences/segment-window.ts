import type { SegmentRule } from "@sendex/core/audiences/rule";
import { bigint, mode as modeType, text, timestamptz } from "../database/parameters";
import { composed, unpreparedStatement } from "../database/statement";
import type { Transaction } from "../database/transaction";
import { contactColumns, type ContactRow, type Row, readContact } from "./contacts";
import { ruleCondition } from "./rules";
import type { AudienceOwner } from "./segments";

export interface SegmentWindow {
  segmentId: string;
  /** The id of the contact before it; "" for the first. */
  after: string;
  limit: number;
}

/**
 * The next contacts of a segment, the oldest first, as they stand within the transaction; of a rule, those who belong to it
 * now. Fewer than `limit`: there are no more.
 */
export async function nextOfSegment(
  client: Transaction,
  owner: AudienceOwner,
  window: SegmentWindow,
  now: Date,
): Promise<ContactRow[]> {
  const { rows: found } = await client.query<{ rule: SegmentRule | null }>(
    RULE({ ...owner, id: window.segmentId }),
  );
  const rule = found[0]?.rule ?? null;
  const asked = rule ? nextByRule(owner, rule, window, now) : NEXT({ ...owner, ...window, now });
  return (await client.query<Row>(asked)).rows.map(readContact);
}

function nextByRule(owner: AudienceOwner, rule: SegmentRule, { after, limit }: SegmentWindow, now: Date) {
  return composed(
    (place) => `
SELECT ${contactColumns(place(timestamptz, now))} FROM contacts c
WHERE c.account_id = ${place(text, owner.accountId)} AND c.mode = ${place(modeType, owner.mode)} AND c.id > ${place(text, after)}
  AND ${ruleCondition(rule, { place, now, accountId: owner.accountId })}
ORDER BY c.id LIMIT ${place(bigint, limit)}`,
  );
}

const RULE = unpreparedStatement(
  { accountId: text, mode: modeType, id: text },
  (p) => `SELECT rule FROM segments WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id}`,
);

const NEXT = unpreparedStatement(
  { accountId: text, mode: modeType, segmentId: text, after: text, limit: bigint, now: timestamptz },
  (p) => `
SELECT ${contactColumns(p.now)} FROM segment_contacts i
JOIN contacts c ON c.account_id = i.account_id AND c.mode = ${p.mode} AND c.id = i.contact_id
WHERE i.account_id = ${p.accountId} AND i.segment_id = ${p.segmentId} AND i.contact_id > ${p.after}
ORDER BY i.contact_id LIMIT ${p.limit}`,
);
