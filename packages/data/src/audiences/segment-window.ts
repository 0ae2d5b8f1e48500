import { bigint, mode as modeType, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Transaction } from "../database/transaction";
import { contactColumns, type ContactRow, type Row, readContact } from "./contacts";
import type { AudienceOwner } from "./segments";

/**
 * The next contacts of a segment, the oldest first, after the one with this id ("" for the first), as they stand within the
 * transaction. Fewer than `limit`: there are no more.
 */
export async function nextOfSegment(
  client: Transaction,
  owner: AudienceOwner,
  { segmentId, after, limit }: { segmentId: string; after: string; limit: number },
  now: Date,
): Promise<ContactRow[]> {
  const { rows } = await client.query<Row>(NEXT({ ...owner, segmentId, after, limit, now }));
  return rows.map(readContact);
}

const NEXT = unpreparedStatement(
  { accountId: text, mode: modeType, segmentId: text, after: text, limit: bigint, now: timestamptz },
  (p) => `
SELECT ${contactColumns(p.now)} FROM segment_contacts i
JOIN contacts c ON c.account_id = i.account_id AND c.mode = ${p.mode} AND c.id = i.contact_id
WHERE i.account_id = ${p.accountId} AND i.segment_id = ${p.segmentId} AND i.contact_id > ${p.after}
ORDER BY i.contact_id LIMIT ${p.limit}`,
);
