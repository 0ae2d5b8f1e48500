import { parseAddress, parseMailbox } from "@sendex/core/accepting/address";
import { mailboxProblem } from "@sendex/core/accepting/mailbox-problem";
import { invalidFields, SendexError } from "@sendex/core/error";
import { normalizeAddress } from "@sendex/core/suppressions";
import { isId } from "@sendex/crypto/token";
import type { ContactKey, ContactWish } from "@sendex/pipeline/audiences/contacts";
import type { DoubleOptIn } from "@sendex/pipeline/audiences/forms/sign-up";
import type { ImportWish } from "@sendex/pipeline/audiences/imports/queue";
import type { Exchange } from "../http/endpoint";
import type { ImportBody } from "./imports/schemas";
import type { DoubleOptInBody } from "./forms/schemas";
import type { ContactBody } from "./schemas";

/** The path's contact, by id or by an address that may stand in it unencoded. */
export function contactKey({ id }: Pick<Exchange, "id">): ContactKey {
  return keyOf(id);
}

/** The same of what lies below another thing. */
export function contactPart({ part }: Pick<Exchange, "part">): ContactKey {
  return keyOf(part);
}

/** A contact that a body or a query names, by id or address. */
export function keyOf(text: string): ContactKey {
  if (isId("con", text)) return { id: text };
  const address = parseAddress(text);
  if (address === undefined) throw new SendexError("not_found", "There is no such contact.");
  return { address: normalizeAddress(address) };
}

export function segmentId({ id }: Pick<Exchange, "id">): string {
  return known("seg", id, "segment");
}

/** The segment below a contact. */
export function segmentPart({ part }: Pick<Exchange, "part">): string {
  return known("seg", part, "segment");
}

export function topicId({ id }: Pick<Exchange, "id">): string {
  return known("top", id, "topic");
}

export function propertyId({ id }: Pick<Exchange, "id">): string {
  return known("prop", id, "contact property");
}

export function formId({ id }: Pick<Exchange, "id">): string {
  return known("form", id, "form");
}

export function importId({ id }: Pick<Exchange, "id">): string {
  return known("imp", id, "import");
}

function known(prefix: string, id: string, what: string): string {
  if (!isId(prefix, id)) throw new SendexError("not_found", `There is no such ${what}.`);
  return id;
}

/** A body of the right shape → what it asks for. @throws SendexError bad_request for an address that is none */
export function wishOf(body: Partial<ContactBody>): ContactWish {
  const address = parseMailbox(body.email ?? "")?.address;
  if (address === undefined) {
    const { code, text } = mailboxProblem(body.email ?? "");
    throw invalidFields([{ field: "email", code, message: `email must be an email address: ${text}.` }]);
  }
  return { ...changeOf(body), address: normalizeAddress(address) };
}

/** How a body wants the address confirmed. */
export function doubleOptInOf(asked: true | Partial<DoubleOptInBody>): DoubleOptIn {
  if (asked === true) return {};
  const { redirect_url: redirectUrl, topics, ...same } = asked;
  return {
    ...same,
    ...(redirectUrl !== undefined && { redirectUrl }),
    ...(topics !== undefined && { topics: topics.map(({ id }) => id) }),
  };
}

export function changeOf(body: Partial<Omit<ContactBody, "email">>): Omit<ContactWish, "address"> {
  const { first_name, last_name, unsubscribed, properties, segments, topics } = body;
  return {
    ...(first_name !== undefined && { firstName: first_name }),
    ...(last_name !== undefined && { lastName: last_name }),
    ...(unsubscribed !== undefined && { unsubscribed }),
    ...(properties !== undefined && { properties }),
    ...(segments !== undefined && { segments: segments.map(({ id }) => id) }),
    ...(topics !== undefined && {
      topics: topics.map(({ id, subscription }) => ({ id, subscribed: subscription === "opt_in" })),
    }),
  };
}

export function wishOfImport(body: Partial<ImportBody>): ImportWish {
  const { column_map: columnMap, on_conflict: onConflict = "upsert", ...named } = body;
  const { segments = [], topics = [] } = changeOf(named);
  return { onConflict, segments, topics, ...(columnMap !== undefined && { columnMap }) };
}
