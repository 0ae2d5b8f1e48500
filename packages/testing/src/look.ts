import { plain } from "@sendex/data/database/pools";
import type { StoredMessage } from "@sendex/core/messages/stored";
import { getMessage } from "@sendex/pipeline/messages/read";
import type { Drive } from "./drive";

export async function read({ test, caller }: Drive, id: string): Promise<StoredMessage> {
  return getMessage(test.context, caller, id);
}

export async function timeline(drive: Drive, id: string): Promise<string[]> {
  return (await read(drive, id)).events.map(({ type }) => type);
}

export async function statusOf(drive: Drive, id: string, n = 0): Promise<string | undefined> {
  return (await read(drive, id)).recipients[n]?.status;
}

/** The recipient's row as it stands. */
export async function rowOf({ test }: Drive, id: string, n = 0): Promise<Record<string, unknown>> {
  const { rows } = await plain(test.context.data).query<Record<string, unknown>>(
    "SELECT * FROM recipients WHERE message_id = $1 AND n = $2",
    [id, n],
  );
  return rows[0] ?? {};
}
