import { IMPORTS_KEPT_DAYS, UPLOAD_IDLE_MS } from "@sendex/core/audiences/imports/import";
import { sweepImports } from "@sendex/data/audiences/imports/turns";
import { DAY_MS } from "@sendex/kit/day";
import type { Context } from "../../context";

/** Each may have 200 pieces, or 10,000 bad rows. */
const BATCH = 10;

/** Leaves nothing of uploads that broke off, nor of imports that ended 90 days ago. */
export async function forgetImports({ data, clock }: Context): Promise<void> {
  const now = clock().getTime();
  const idleSince = new Date(now - UPLOAD_IDLE_MS);
  const endedBefore = new Date(now - IMPORTS_KEPT_DAYS * DAY_MS);
  await sweepImports(data, { idleSince, endedBefore, limit: BATCH });
}
