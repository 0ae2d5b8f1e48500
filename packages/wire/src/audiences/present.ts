import type { Mode } from "@sendex/core/accepting/message";
import type { SegmentRule } from "@sendex/core/audiences/rule";
import type { ContactProperty, PropertyValue } from "@sendex/core/audiences/contact";
import { type Topic, wordFor } from "@sendex/core/audiences/topic";

/** Contacts and what belongs to them, as the API and webhooks show them; the names are those of the Resend SDK 6.38. */

interface StoredContact {
  /** Null: somebody who is no contact, and chose all the same. */
  id: string | null;
  address: string;
  firstName: string | null;
  lastName: string | null;
  unsubscribed: boolean;
  /** Not null: it has yet to confirm. */
  pendingUntil: Date | null;
  createdAt: Date | null;
}

/** As lists show it, and events. */
export function presentContact(
  { id, address, firstName, lastName, unsubscribed, pendingUntil, createdAt }: StoredContact,
  mode: Mode,
) {
  return {
    object: "contact" as const,
    id,
    mode,
    email: address,
    first_name: firstName,
    last_name: lastName,
    unsubscribed,
    state: pendingUntil === null ? ("confirmed" as const) : ("pending" as const),
    created_at: createdAt?.toISOString() ?? null,
  };
}

/** With its values of the properties that the account has; without those that it has no value of. */
export function presentWithProperties(
  contact: StoredContact & { properties: Record<string, PropertyValue>; updatedAt: Date },
  mode: Mode,
  known: readonly ContactProperty[],
  signUp: Asked | undefined,
) {
  const values = known.flatMap(({ key, type }) => {
    const value = contact.properties[key];
    return value === undefined ? [] : [[key, { type, value }] as const];
  });
  return {
    ...presentContact(contact, mode),
    properties: Object.fromEntries(values),
    confirmation: signUp ? presentConfirmation(signUp) : null,
    updated_at: contact.updatedAt.toISOString(),
  };
}

/** What somebody asked for with an address, and its owner's confirming. */
interface Asked {
  formId: string;
  createdAt: Date;
  askedFrom: string | null;
  confirmedAt: Date | null;
  confirmedFrom: string | null;
}

function presentConfirmation({ formId, createdAt, askedFrom, confirmedAt, confirmedFrom }: Asked) {
  return {
    form_id: formId === "" ? null : formId,
    asked_at: createdAt.toISOString(),
    asked_from: askedFrom,
    confirmed_at: confirmedAt?.toISOString() ?? null,
    confirmed_from: confirmedFrom,
  };
}

export function presentSegment(
  { id, name, rule, createdAt }: { id: string; name: string; rule: SegmentRule | null; createdAt: Date },
  mode: Mode,
) {
  return { object: "segment" as const, id, mode, name, rule, created_at: createdAt.toISOString() };
}

export function presentTopic({ id, name, description, subscribed, createdAt }: Topic) {
  return {
    object: "topic" as const,
    id,
    name,
    description,
    default_subscription: wordFor(subscribed),
    created_at: createdAt.toISOString(),
  };
}

/** A topic as one contact has it. */
export function presentContactTopic(
  { id, name, description }: Pick<Topic, "id" | "name" | "description">,
  subscribed: boolean,
) {
  return { id, name, description, subscription: wordFor(subscribed) };
}

export function presentProperty({
  id,
  key,
  type,
  fallback,
  createdAt,
}: ContactProperty & { id: string; createdAt: Date }) {
  return {
    object: "contact_property" as const,
    id,
    key,
    type,
    fallback_value: fallback,
    created_at: createdAt.toISOString(),
  };
}
