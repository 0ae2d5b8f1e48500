import type { Caller } from "@sendex/core/access";
import type { BadRow } from "@sendex/core/audiences/imports/import";
import { SendexError } from "@sendex/core/error";
import { importErrors } from "@sendex/data/audiences/imports/errors";
import {
  findImport,
  type ImportFilter,
  type ImportRow,
  listImports,
} from "@sendex/data/audiences/imports/imports";
import type { Paged } from "@sendex/data/audiences/page";
import type { Context } from "../../context";

/** @throws SendexError not_found */
export async function readImport({ data }: Context, caller: Caller, id: string): Promise<ImportRow> {
  const found = await findImport(data, ownerOf(caller), id);
  if (!found) throw new SendexError("not_found", "There is no such import.");
  return found;
}

/** Newest first. */
export async function readImports(
  { data }: Context,
  caller: Caller,
  filter: ImportFilter,
): Promise<Paged<ImportRow>> {
  return listImports(data, ownerOf(caller), filter);
}

/** The rows that were not taken, by line, the first of them. @throws SendexError not_found */
export async function readImportErrors(
  context: Context,
  caller: Caller,
  id: string,
): Promise<AsyncGenerator<BadRow>> {
  await readImport(context, caller, id);
  return importErrors(context.data, caller.accountId, id);
}

function ownerOf({ accountId, mode }: Caller) {
  return { accountId, mode };
}
