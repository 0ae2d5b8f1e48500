import { originOf } from "@sendex/core/suppressions";
import type { SuppressionRow } from "@sendex/data/suppressions/entries";
import type { Columns } from "../http/csv";

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
