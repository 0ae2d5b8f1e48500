import { createHmac } from "node:crypto";
import { type Bound, DAILY_BOUNDS } from "@sendex/core/audiences/forms/form";
import { countInDay } from "@sendex/data/audiences/forms/counts";
import type { Context } from "../../context";

/** What is counted of a sign-up; what is absent is not. */
export interface Counted {
  accountId: string;
  address: string;
  network?: string;
  formId?: string;
}

/**
 * Counts a sign-up in its UTC day: whether all of its bounds are kept. The network's is counted first: what it may not
 * do must not use up what the address and the form may.
 */
export async function isWithinBounds(context: Context, counted: Counted): Promise<boolean> {
  const { accountId, address, network, formId } = counted;
  if (network !== undefined && !(await count(context, [["network", network]]))) return false;
  if (formId !== undefined && !(await count(context, [["form", formId]]))) return false;
  return count(context, [
    ["addressOfAccount", `${accountId} ${address}`],
    ["address", address],
  ]);
}

async function count(context: Context, subjects: [Bound, string][]): Promise<boolean> {
  const { data, clock, settings } = context;
  const day = clock().toISOString().slice(0, "2026-11-30".length);
  const named = subjects.map(([bound, text]) => ({
    bound,
    subject: hashed(settings.keyPepper, bound, text),
  }));
  const counts = await countInDay(
    data,
    day,
    named.map(({ subject }) => subject),
  );
  return named.every(({ bound, subject }) => (counts.get(subject) ?? 0) <= DAILY_BOUNDS[bound]);
}

/** No address stands in the table, which belongs to no account. */
function hashed(secret: string, bound: Bound, text: string): string {
  return createHmac("sha256", secret).update(`sign-up:${bound}:${text}`).digest("base64url");
}
