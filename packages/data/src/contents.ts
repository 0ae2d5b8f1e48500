import type { Data } from "./open";

/** The sealed fields of a message, by name; empty once they are erased. */
export async function readContents(
  data: Data,
  accountId: string,
  messageId: string,
): Promise<Map<string, Buffer>> {
  const { rows } = await data.pool.query<{ field: string; sealed: Buffer }>({
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
  const { rows } = await data.keyed.query<{ sealed: Buffer }>({
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
  const { rows } = await data.pool.query<{ field: string; bytes: number }>({
    name: "content-sizes",
    text: "SELECT field, octet_length(sealed) AS bytes FROM contents WHERE account_id = $1 AND message_id = $2",
    values: [accountId, messageId],
  });
  return new Map(rows.map(({ field, bytes }) => [field, bytes]));
}
