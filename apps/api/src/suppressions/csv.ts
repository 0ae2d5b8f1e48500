import { originOf } from "@sendex/core/suppressions";
import type { SuppressionRow } from "@sendex/data/suppressions/entries";
import { listSuppressions, type SuppressionFilter } from "@sendex/pipeline/suppressions/read";
import { type Columns, csvOfList } from "../http/csv";
import type { Exchange } from "../http/endpoint";
import type { Reply } from "../http/reply";

/** The list as CSV, which an import takes too. */
export const SUPPRESSION_COLUMNS: Columns<SuppressionRow> = {
  email: ({ address }) => address,
  reason: ({ reason, label }) => label ?? reason,
  expires_at: ({ expiresAt }) => expiresAt?.toISOString() ?? null,
  origin: originOf,
  message_id: ({ messageId }) => messageId,
  created_at: ({ createdAt }) => createdAt.toISOString(),
  id: ({ id }) => id,
};

/** What passes a filter, as CSV. */
export function csvOfSuppressions(
  { context, caller }: Pick<Exchange, "context" | "caller">,
  name: string,
  { before: _, ...filter }: SuppressionFilter,
): Promise<Reply> {
  return csvOfList(name, SUPPRESSION_COLUMNS, { after: filter.after, idOf: ({ id }) => id }, (page) =>
    listSuppressions(context, caller, { ...filter, ...page }),
  );
}
