import { normalizeAddress } from "@sendex/core/suppressions";
import { isId } from "@sendex/crypto/token";
import type { ContactFilter } from "@sendex/data/audiences/contact-list";
import Joi from "joi";
import { CONTACT_STATES } from "./schemas";
import type { WithFormat } from "../http/csv";
import { address, format, line, meaning, type Page, pageKeys, readQuery } from "../http/list-query";

interface ContactQuery extends Page, WithFormat {
  segment_id?: string;
  email?: string;
  q?: string;
  unsubscribed?: "true" | "false";
  state?: "confirmed" | "pending";
}

const isSegment = (text: string) => (isId("seg", text) ? text : undefined);

export const contactQuery = Joi.object<ContactQuery>({
  ...pageKeys("con"),
  segment_id: meaning(isSegment, "id.base").description("Only contacts of this segment."),
  email: address,
  q: line.description("Part of the address or of a name."),
  unsubscribed: Joi.valid("true", "false"),
  state: Joi.valid(...CONTACT_STATES).description("`pending`: has yet to confirm."),
  format,
}).oxor("after", "before");

/** Throws bad_request with every unknown or bad parameter. */
export function readContactQuery(query: URLSearchParams): ContactFilter {
  const { segment_id, email, unsubscribed, state, format: _, ...rest } = readQuery(contactQuery, query);
  return {
    ...rest,
    ...(segment_id !== undefined && { segmentId: segment_id }),
    ...(email !== undefined && { address: normalizeAddress(email) }),
    ...(state !== undefined && { pending: state === "pending" }),
    ...(unsubscribed !== undefined && { unsubscribed: unsubscribed === "true" }),
  };
}
