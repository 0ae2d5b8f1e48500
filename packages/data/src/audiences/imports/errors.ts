import type { BadRow } from "@sendex/core/audiences/imports/import";
import { bigint, int, text } from "../../database/parameters";
import { unpreparedStatement } from "../../database/statement";
import type { Data } from "../../database/open";
import { plain } from "../../database/pools";

const PAGE = 1_000;

/** The bad rows of a file that are kept, by line; read page by page. */
export async function* importErrors(data: Data, accountId: string, importId: string): AsyncGenerator<BadRow> {
  for (let after = 0, more = true; more;) {
    const { rows } = await plain(data).query<BadRow>(ERRORS({ accountId, importId, after, limit: PAGE }));
    yield* rows;
    after = rows.at(-1)?.line ?? after;
    more = rows.length === PAGE;
  }
}

const ERRORS = unpreparedStatement(
  { accountId: text, importId: text, after: int, limit: bigint },
  (p) => `
SELECT line, "column", reason FROM contact_import_errors
WHERE account_id = ${p.accountId} AND import_id = ${p.importId} AND line > ${p.after} ORDER BY line LIMIT ${p.limit}`,
);
