import {
  normalizeAddress,
  readReason,
  SUPPRESSION_ORIGINS,
  SUPPRESSION_REASONS,
} from "@sendex/core/suppressions";
import type { SuppressionOrigin } from "@sendex/core/suppressions";
import { hasControl } from "@sendex/kit/text";
import type { SuppressionFilter } from "@sendex/pipeline/suppressions/read";
import Joi from "joi";
import { address, instant, line, meaning, type Page, pageKeys, readQuery } from "../http/list-query";

interface SharedQuery extends Page {
  q?: string;
  created_after?: Date;
  created_before?: Date;
}

interface SuppressionQuery extends SharedQuery {
  email?: string;
  recipient?: string;
  reason?: string;
  origin?: SuppressionOrigin;
}

const MAX_WORD = 64;

const shared = { ...pageKeys("sup"), q: line, created_after: instant, created_before: instant };
const word = meaning((text) => (hasControl(text) ? undefined : text), "line.base").max(MAX_WORD);
const narrowed = { ...shared, reason: word, origin: Joi.valid(...SUPPRESSION_ORIGINS) };

/** The parameters of a list of suppressions, by what the surface calls an address. */
export const SUPPRESSION_QUERY = {
  email: Joi.object<SuppressionQuery>({ ...narrowed, email: address }).oxor("after", "before"),
  recipient: Joi.object<SuppressionQuery>({ ...narrowed, recipient: address }).oxor("after", "before"),
};

/** Those of an export, which has no pages. */
export const EXPORT_QUERY = Joi.object<Omit<SuppressionQuery, keyof Page>>({
  q: line,
  created_after: instant,
  created_before: instant,
  reason: word,
  origin: Joi.valid(...SUPPRESSION_ORIGINS),
});

/** The parameters of a list of unsubscribes. */
export const UNSUBSCRIBE_QUERY = Joi.object<SharedQuery & { recipient?: string }>({
  ...shared,
  recipient: address,
}).oxor("after", "before");

/** The parameters of a removal: a complaint goes only where this says that the caller means it. */
export const CONFIRM_QUERY = Joi.object<{ confirm?: "complaint" }>({
  confirm: Joi.valid("complaint").description("Needed to remove a complaint"),
});

/** Throws bad_request with every unknown or bad parameter. `one` is what the surface calls an address. */
export function readSuppressionQuery(query: URLSearchParams, one: "email" | "recipient"): SuppressionFilter {
  const { email, recipient, reason, origin, ...rest } = readQuery(SUPPRESSION_QUERY[one], query);
  const named = email ?? recipient;
  return {
    ...filterOf(rest),
    ...(named !== undefined && { address: normalizeAddress(named) }),
    ...(reason !== undefined && byReason(reason)),
    ...(origin !== undefined && { origin }),
  };
}

/** As readSuppressionQuery, of an export. */
export function readExportQuery(query: URLSearchParams): Omit<SuppressionFilter, keyof Page> {
  const { reason, origin, ...rest } = readQuery(EXPORT_QUERY, query);
  return {
    ...narrowedBy(rest),
    ...(reason !== undefined && byReason(reason)),
    ...(origin !== undefined && { origin }),
  };
}

/** As readSuppressionQuery, for a list whose reason is given. */
export function readUnsubscribeQuery(query: URLSearchParams): SuppressionFilter {
  const { recipient, ...rest } = readQuery(UNSUBSCRIBE_QUERY, query);
  return {
    ...filterOf(rest),
    ...(recipient !== undefined && { address: normalizeAddress(recipient) }),
    reason: "unsubscribed",
  };
}

/** Whether the query confirms the removal of a complaint. Throws bad_request with every unknown or bad parameter. */
export function readConfirm(query: URLSearchParams): boolean {
  return readQuery(CONFIRM_QUERY, query).confirm === "complaint";
}

/** Our own words find every entry of their reason; a caller's own finds those that were added with it. */
function byReason(word: string): Pick<SuppressionFilter, "reason" | "label"> {
  const reason = SUPPRESSION_REASONS.find((own) => own === word);
  return reason ? { reason } : { reason: readReason(word), label: word };
}

function filterOf({ limit, after, before, ...rest }: SharedQuery): SuppressionFilter {
  return {
    limit,
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
    ...narrowedBy(rest),
  };
}

function narrowedBy({
  created_after,
  created_before,
  q,
}: Omit<SharedQuery, keyof Page>): Omit<SuppressionFilter, keyof Page> {
  return {
    ...(q !== undefined && { q: q.toLowerCase() }),
    ...(created_after && { createdAfter: created_after }),
    ...(created_before && { createdBefore: created_before }),
  };
}
