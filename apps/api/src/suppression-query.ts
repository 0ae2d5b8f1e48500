import {
  normalizeAddress,
  readReason,
  SUPPRESSION_ORIGINS,
  SUPPRESSION_REASONS,
} from "@sendex/core/suppression";
import type { SuppressionOrigin } from "@sendex/core/suppression";
import { hasControl } from "@sendex/core/line";
import { isId } from "@sendex/crypto/token";
import type { SuppressionFilter } from "@sendex/pipeline/read-suppressions";
import {
  type Page,
  pageReaders,
  type Read,
  readAddress,
  type Readers,
  readPageLimit,
  readQuery,
  readText,
  readTime,
} from "./list-query";

interface SharedQuery extends Page {
  q?: string;
  created_after?: Date;
  created_before?: Date;
}

interface SuppressionQuery extends SharedQuery {
  reason?: string;
  origin?: SuppressionOrigin;
}

const MAX_WORD = 64;

/** Throws bad_request with every unknown or bad parameter. `one` is what the surface calls an address. */
export function readSuppressionQuery(query: URLSearchParams, one: "email" | "recipient"): SuppressionFilter {
  const { email, recipient, reason, origin, ...rest } = readNamed(query, one);
  const address = email ?? recipient;
  return {
    ...filterOf(rest),
    ...(address !== undefined && { address: normalizeAddress(address) }),
    ...(reason !== undefined && byReason(reason)),
    ...(origin !== undefined && { origin }),
  };
}

function readNamed(
  query: URLSearchParams,
  one: "email" | "recipient",
): Partial<SuppressionQuery> & { email?: string; recipient?: string } {
  const readers = { ...sharedReaders(), reason: readWord, origin: readOrigin };
  if (one === "email")
    return readQuery<SuppressionQuery & { email?: string }>(query, { ...readers, email: readAddress });
  return readQuery<SuppressionQuery & { recipient?: string }>(query, { ...readers, recipient: readAddress });
}

/** As readSuppressionQuery, for a list whose reason is given. */
export function readUnsubscribeQuery(query: URLSearchParams): SuppressionFilter {
  const readers = { ...sharedReaders(), recipient: readAddress };
  const { recipient, ...rest } = readQuery<SharedQuery & { recipient?: string }>(query, readers);
  return {
    ...filterOf(rest),
    ...(recipient !== undefined && { address: normalizeAddress(recipient) }),
    reason: "unsubscribed",
  };
}

/** Whether the query confirms the removal of a complaint. Throws bad_request with every unknown or bad parameter. */
export function readConfirm(query: URLSearchParams): boolean {
  const confirm: Read<true> = (text, name) =>
    text === "complaint" ? { value: true } : { code: "format", message: `${name} must be complaint.` };
  return readQuery<{ confirm?: true }>(query, { confirm }).confirm === true;
}

/** Our own words find every entry of their reason; a caller's own finds those that were added with it. */
function byReason(word: string): Pick<SuppressionFilter, "reason" | "label"> {
  const reason = SUPPRESSION_REASONS.find((own) => own === word);
  return reason ? { reason } : { reason: readReason(word), label: word };
}

function filterOf({
  created_after,
  created_before,
  q,
  limit,
  ...page
}: Partial<SharedQuery>): SuppressionFilter {
  return {
    ...page,
    limit: readPageLimit(limit),
    ...(q !== undefined && { q: q.toLowerCase() }),
    ...(created_after && { createdAfter: created_after }),
    ...(created_before && { createdBefore: created_before }),
  };
}

function sharedReaders(): Readers<SharedQuery> {
  return {
    ...pageReaders((text) => isId("sup", text)),
    q: readText,
    created_after: readTime,
    created_before: readTime,
  };
}

const readWord: Read<string> = (text, name) =>
  text === "" || text.length > MAX_WORD || hasControl(text)
    ? { code: "format", message: `${name} must be a word of at most ${MAX_WORD} characters.` }
    : { value: text };

const readOrigin: Read<SuppressionOrigin> = (text, name) => {
  const value = SUPPRESSION_ORIGINS.find((origin) => origin === text);
  return value
    ? { value }
    : { code: "format", message: `${name} must be one of ${SUPPRESSION_ORIGINS.join(", ")}.` };
};
