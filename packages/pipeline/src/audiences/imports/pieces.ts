import type { Binding } from "@sendex/crypto/seal";
import { chunkAt } from "@sendex/data/audiences/imports/chunks";
import type { ImportTurn } from "@sendex/data/audiences/imports/turns";
import type { Context } from "../../context";

/** Parsed in one turn of the event loop. */
const PIECE_BYTES = 64 * 1024;

/** A file's bytes from where it is read on, opened a chunk at a time. */
export async function* piecesOf(
  { data, sealer }: Pick<Context, "data" | "sealer">,
  { owner: { accountId }, id, dataKey, atByte, bytes }: ImportTurn,
): AsyncGenerator<Buffer> {
  for (let at = atByte; at < bytes;) {
    const chunk = await chunkAt(data, accountId, id, at);
    const plain = chunk && sealer.unseal(dataKey, chunkPlace(accountId, id, chunk.start), chunk.sealed);
    const end = (chunk?.start ?? 0) + (plain?.length ?? 0);
    if (!chunk || !plain || end <= at) throw new Error(`The import ${id} has no byte ${at}.`);
    for (let from = at - chunk.start; from < plain.length; from += PIECE_BYTES)
      yield plain.subarray(from, from + PIECE_BYTES);
    at = end;
  }
}

/** What a chunk is sealed to. */
export function chunkPlace(accountId: string, importId: string, start: number): Binding {
  return { tenant: accountId, message: importId, field: `chunk.${start}` };
}
