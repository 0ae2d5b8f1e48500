import type { Mode } from "@sendex/core/accepting/message";
import type { ImportCounts, ImportStatus } from "@sendex/core/audiences/imports/import";

interface StoredImport {
  id: string;
  status: ImportStatus;
  counts: ImportCounts;
  bytes: number;
  atByte: number;
  error: string | null;
  createdAt: Date;
  completedAt: Date | null;
}

/** An import as the API shows it; the names are those of the Resend SDK 6.38. */
export function presentImport(
  { id, status, counts, bytes, atByte, error, createdAt, completedAt }: StoredImport,
  mode: Mode,
) {
  return {
    object: "contact_import" as const,
    ...{ id, mode, status, counts, error },
    created_at: createdAt.toISOString(),
    completed_at: completedAt?.toISOString() ?? null,
    progress: { bytes, bytes_read: atByte },
  };
}
