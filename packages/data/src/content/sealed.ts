import type { Data } from "../database/open";
import { keyed, plain } from "../database/pools";

/** The sealed fields of a message, by name; empty once they are erased. */
export async function readContents(
  data: Data,
  accountId: string,
  messageId: string,
): Promise<Map<string, Buffer>> {
  const { rows } = await plain(data).query<{ field: string; sealed: Buffer }>({
    name: "read-contents",
    text: "SELECT field, sealed FROM contents WHERE account_id = $1 AND message_id = $2",
    values: [accountId, messageId],
  });
  return new Map(rows.map(({ field, sealed }) => [field, sealed]));
}

/** One sealed field; undefined where there is none any more. */
export async function readContent(
  data: Data,
  accountId: string,
  messageId: string,
  field: string,
): Promise<Buffer | undefined> {
  const { rows } = await keyed(data).query<{ sealed: Buffer }>({
    name: "read-content",
    text: "SELECT sealed FROM contents WHERE account_id = $1 AND message_id = $2 AND field = $3",
    values: [accountId, messageId, field],
  });
  return rows[0]?.sealed;
}

/** How many bytes each sealed field of a message has, by name; empty once they are erased. */
export async function contentSizes(
  data: Data,
  accountId: string,
  messageId: string,
): Promise<Map<string, number>> {
  const { rows } = await plain(data).query<{ field: string; bytes: number }>({
    name: "content-sizes",
    text: "SELECT field, octet_length(sealed) AS bytes FROM contents WHERE account_id = $1 AND message_id = $2",
    values: [accountId, messageId],
  });
  return new Map(rows.map(({ field, bytes }) => [field, bytes]));
}

/** How many bytes the sealed fields of each of these messages have together; those without content are left out. */
export async function contentBytesOf(
  data: Data,
  accountId: string,
  messageIds: string[],
): Promise<Map<string, number>> {
  const { rows } = await plain(data).query<{ message_id: string; bytes: number }>(
    "SELECT message_id, sum(octet_length(sealed))::int AS bytes FROM contents WHERE account_id = $1 AND message_id = ANY ($2::text[]) GROUP BY 1",
    [accountId, messageIds],
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
    "SELECT message_id, field, sealed FROM contents WHERE account_id = $1 AND message_id = ANY ($2::text[])",
    [accountId, messageIds],
  );
  const found = new Map(messageIds.map((id) => [id, new Map<string, Buffer>()]));
  for (const { message_id, field, sealed } of rows) found.get(message_id)?.set(field, sealed);
  return found;
}
