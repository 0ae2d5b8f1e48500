import { arrayOf, text } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { keyed, plain } from "../database/pools";

/** The sealed fields of a message, by name; empty once they are erased. */
export async function readContents(
  data: Data,
  accountId: string,
  messageId: string,
): Promise<Map<string, Buffer>> {
  const { rows } = await plain(data).query<{ field: string; sealed: Buffer }>(
    READ_ALL({ accountId, messageId }),
  );
  return new Map(rows.map(({ field, sealed }) => [field, sealed]));
}

/** One sealed field; undefined where there is none any more. */
export async function readContent(
  data: Data,
  accountId: string,
  messageId: string,
  field: string,
): Promise<Buffer | undefined> {
  const { rows } = await keyed(data).query<{ sealed: Buffer }>(READ_ONE({ accountId, messageId, field }));
  return rows[0]?.sealed;
}

/** How many bytes each sealed field of a message has, by name; empty once they are erased. */
export async function contentSizes(
  data: Data,
  accountId: string,
  messageId: string,
): Promise<Map<string, number>> {
  const { rows } = await plain(data).query<{ field: string; bytes: number }>(SIZES({ accountId, messageId }));
  return new Map(rows.map(({ field, bytes }) => [field, bytes]));
}

/** How many bytes the sealed fields of each of these messages have together; those without content are left out. */
export async function contentBytesOf(
  data: Data,
  accountId: string,
  messageIds: string[],
): Promise<Map<string, number>> {
  const { rows } = await plain(data).query<{ message_id: string; bytes: number }>(
    BYTES_OF({ accountId, messageIds }),
  );
  return new Map(rows.map(({ message_id, bytes }) => [message_id, bytes]));
}

/** The sealed fields of each of these messages, by name. All of it is held in memory: see `contentBytesOf` before. */
export async function readContentsOf(
  data: Data,
  accountId: string,
  messageIds: string[],
): Promise<Map<string, Map<string, Buffer>>> {
  const { rows } = await plain(data).query<{ message_id: string; field: string; sealed: Buffer }>(
    READ_ALL_OF({ accountId, messageIds }),
  );
  const found = new Map(messageIds.map((id) => [id, new Map<string, Buffer>()]));
  for (const { message_id, field, sealed } of rows) found.get(message_id)?.set(field, sealed);
  return found;
}

const READ_ALL = statement(
  "read-contents",
  { accountId: text, messageId: text },
  (p) => `
SELECT field, sealed FROM contents
WHERE account_id = ${p.accountId} AND message_id = ${p.messageId}`,
);

const READ_ONE = statement(
  "read-content",
  { accountId: text, messageId: text, field: text },
  (p) => `
SELECT sealed FROM contents
WHERE account_id = ${p.accountId} AND message_id = ${p.messageId} AND field = ${p.field}`,
);

const SIZES = statement(
  "content-sizes",
  { accountId: text, messageId: text },
  (p) => `
SELECT field, octet_length(sealed) AS bytes FROM contents
WHERE account_id = ${p.accountId} AND message_id = ${p.messageId}`,
);

const BYTES_OF = unpreparedStatement(
  { accountId: text, messageIds: arrayOf(text) },
  (p) => `
SELECT message_id, sum(octet_length(sealed))::int AS bytes FROM contents
WHERE account_id = ${p.accountId} AND message_id = ANY (${p.messageIds}::text[]) GROUP BY 1`,
);

const READ_ALL_OF = unpreparedStatement(
  { accountId: text, messageIds: arrayOf(text) },
  (p) => `
SELECT message_id, field, sealed FROM contents
WHERE account_id = ${p.accountId} AND message_id = ANY (${p.messageIds}::text[])`,
);
