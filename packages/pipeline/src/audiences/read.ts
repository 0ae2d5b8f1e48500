import type { Caller } from "@sendex/core/access";
import type { ContactProperty } from "@sendex/core/audiences/contact";
import { isSubscribed } from "@sendex/core/audiences/subscription";
import type { Topic } from "@sendex/core/audiences/topic";
import { type ContactFilter, listContacts } from "@sendex/data/audiences/contact-list";
import { type ContactRow, findContact } from "@sendex/data/audiences/contacts";
import { lastSignUp, type SignUp } from "@sendex/data/audiences/forms/sign-ups";
import type { Paged } from "@sendex/data/audiences/page";
import { allProperties } from "@sendex/data/audiences/properties";
import { findSegment } from "@sendex/data/audiences/segments";
import { readChoices } from "@sendex/data/audiences/subscriptions";
import { listTopics } from "@sendex/data/audiences/topics";
import type { Context } from "../context";
import { type ContactKey, noContact } from "./contacts";

/** With the properties that the account knows, and how its address came. @throws SendexError not_found */
export async function readContact(
  { data, clock }: Context,
  { accountId, mode }: Caller,
  key: ContactKey,
): Promise<{ contact: ContactRow; properties: ContactProperty[]; signUp: SignUp | undefined }> {
  const [contact, properties] = await Promise.all([
    findContact(data, { accountId, mode }, key, clock()),
    allProperties(data, accountId),
  ]);
  if (!contact) throw noContact();
  const signUp = await lastSignUp(data, { accountId, mode }, contact.address);
  return { contact, properties, signUp };
}

/** Newest first; of a segment that follows a rule, those who belong to it now. */
export async function readContacts(
  { data, clock }: Context,
  { accountId, mode }: Caller,
  { segmentId, ...filter }: Omit<ContactFilter, "rule">,
): Promise<Paged<ContactRow>> {
  const owner = { accountId, mode };
  const segment = segmentId === undefined ? undefined : await findSegment(data, owner, segmentId);
  const inside = segment?.rule ? { rule: segment.rule } : segmentId === undefined ? {} : { segmentId };
  return listContacts(data, owner, { ...filter, ...inside }, clock());
}

/** All topics, with whether the contact gets each. @throws SendexError not_found */
export async function readContactTopics(
  { data, clock }: Context,
  { accountId, mode }: Caller,
  key: ContactKey,
): Promise<{ contact: ContactRow; topics: { topic: Topic; subscribed: boolean }[] }> {
  const now = clock();
  const owner = { accountId, mode };
  const [contact, topics] = await Promise.all([
    findContact(data, owner, key, now),
    listTopics(data, accountId),
  ]);
  if (!contact) throw noContact();
  const choices = (await readChoices(data, owner, [contact.address])).get(contact.address) ?? [];
  return {
    contact,
    topics: topics.map((topic) => ({ topic, subscribed: isSubscribed(topic, choices, now) })),
  };
}
