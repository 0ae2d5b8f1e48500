import type { Caller } from "@sendex/core/access";
import { type ContactProperty, readProperties, type PropertyChanges } from "@sendex/core/audiences/contact";
import type { Topic } from "@sendex/core/audiences/topic";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import {
  type ContactChange,
  type ContactRow,
  deleteContact,
  findContact,
  updateContact,
  upsertContacts,
} from "@sendex/data/audiences/contacts";
import { allProperties } from "@sendex/data/audiences/properties";
import { addToSegments, type AudienceOwner, knownSegments } from "@sendex/data/audiences/segments";
import { listTopics } from "@sendex/data/audiences/topics";
import { transaction } from "@sendex/data/database/transaction";
import { recordAccountEvents } from "@sendex/data/webhooks/record-events";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { chooseFor, choiceOfAll, contactEvent } from "./choose";

/** Which contact is meant; an address is lower-case. */
export type ContactKey = { id: string } | { address: string };

export interface TopicWish {
  id: string;
  subscribed: boolean;
}

/** A contact as a call describes it; what is absent stays as it is. */
export interface ContactWish {
  address: string;
  firstName?: string | null;
  lastName?: string | null;
  properties?: Record<string, unknown>;
  unsubscribed?: boolean;
  segments?: readonly string[];
  topics?: readonly TopicWish[];
}

/**
 * Makes a contact, or changes the one of its address: all of it, or nothing. One that was pending is so no more, as the
 * account vouches for it, and counts as new: nobody was told of it.
 * @returns the contact, and whether it is new
 * @throws SendexError bad_request naming what the account does not have
 */
export async function putContact(
  context: Context,
  caller: Caller,
  wish: ContactWish,
): Promise<{ contact: ContactRow; fresh: boolean }> {
  const { accountId, mode } = caller;
  const owner = { accountId, mode };
  const now = context.clock();
  const { changes, topics, choices } = await checkWish(context, caller, wish);
  const { result, deliveries } = await transaction(context.data, async (client) => {
    requireSegments(await knownSegments(client, owner, wish.segments ?? []), wish.segments ?? []);
    const asked = { id: newId("con", now), address: wish.address, properties: changes };
    const before = await findContact(client, owner, { address: wish.address }, now);
    const names = { firstName: wish.firstName ?? null, lastName: wish.lastName ?? null };
    const [put] = await upsertContacts(client, owner, [{ ...asked, ...names }], now);
    if (!put) throw noContact();
    const fresh = put.fresh || (before !== undefined && before.pendingUntil !== null);
    await addToSegments(client, accountId, [put.id], wish.segments ?? []);
    const chosen = await chooseFor(
      client,
      owner,
      { address: wish.address, choices, source: "api" },
      topics,
      now,
    );
    const contact = await existing(findContact(client, owner, { id: put.id }, now));
    const about = contactEvent({ owner, contact }, fresh ? "contact.created" : "contact.updated", {}, now);
    const deliveries = await recordAccountEvents(client, [about, ...chosen.events], now);
    return { result: { contact, fresh }, deliveries };
  });
  void emit(context, [accountId], deliveries);
  return result;
}

/**
 * Changes a contact that is there.
 * @throws SendexError not_found; bad_request naming what the account does not have
 */
export async function changeContact(
  context: Context,
  caller: Caller,
  key: ContactKey,
  wish: Omit<ContactWish, "address">,
): Promise<ContactRow> {
  const { accountId, mode } = caller;
  const owner = { accountId, mode };
  const now = context.clock();
  const { changes, topics, choices } = await checkWish(context, caller, wish);
  const { contact, deliveries } = await transaction(context.data, async (client) => {
    const { id, address } = await existing(findContact(client, owner, key, now));
    const change: ContactChange = {
      ...(wish.firstName !== undefined && { firstName: wish.firstName }),
      ...(wish.lastName !== undefined && { lastName: wish.lastName }),
      properties: changes,
    };
    const changed =
      wish.firstName !== undefined || wish.lastName !== undefined || wish.properties !== undefined;
    if (changed) await updateContact(client, owner, id, change, now);
    const chosen = await chooseFor(client, owner, { address, choices, source: "api" }, topics, now);
    const found = await existing(findContact(client, owner, { id }, now));
    const own = changed ? [contactEvent({ owner, contact: found }, "contact.updated", {}, now)] : [];
    return { contact: found, deliveries: await recordAccountEvents(client, [...own, ...chosen.events], now) };
  });
  void emit(context, [accountId], deliveries);
  return contact;
}

/** @throws SendexError not_found */
export async function removeContact(context: Context, caller: Caller, key: ContactKey): Promise<ContactRow> {
  const { accountId, mode } = caller;
  const owner = { accountId, mode };
  const now = context.clock();
  const { contact, deliveries } = await transaction(context.data, async (client) => {
    const found = await existing(findContact(client, owner, key, now));
    if (!(await deleteContact(client, owner, found.id))) throw noContact();
    const event = contactEvent({ owner, contact: found }, "contact.deleted", {}, now);
    return { contact: found, deliveries: await recordAccountEvents(client, [event], now) };
  });
  void emit(context, [accountId], deliveries);
  return contact;
}

export function noContact(): SendexError {
  return new SendexError("not_found", "There is no such contact.");
}

async function existing(found: Promise<ContactRow | undefined>): Promise<ContactRow> {
  const contact = await found;
  if (!contact) throw noContact();
  return contact;
}

/** What a wish says of properties and topics, each of which the account must have. */
export async function checkWish(
  { data }: Pick<Context, "data">,
  { accountId }: Pick<Caller, "accountId">,
  { properties = {}, topics: asked = [], unsubscribed }: Omit<ContactWish, "address">,
): Promise<{ changes: PropertyChanges; topics: Topic[]; choices: ReturnType<typeof choiceOfAll>[] }> {
  const known: ContactProperty[] =
    Object.keys(properties).length > 0 ? await allProperties(data, accountId) : [];
  const { changes, errors } = readProperties(properties, known);
  const topics = asked.length > 0 ? await listTopics(data, accountId) : [];
  errors.push(...unknownTopics(asked, topics));
  if (errors.length > 0) throw invalidFields(errors);
  const choices = [
    ...(unsubscribed === undefined ? [] : [choiceOfAll(!unsubscribed)]),
    ...asked.map(({ id, subscribed }) => ({ topicId: id, subscribed, until: null })),
  ];
  return { changes, topics, choices };
}

/** Of the topics that a call names, those that the account does not have. */
export function unknownTopics(asked: readonly TopicWish[], topics: readonly Topic[]): FieldError[] {
  const ids = new Set(topics.map(({ id }) => id));
  return asked.flatMap(({ id }, i) => (ids.has(id) ? [] : [unknown(`topics[${i}].id`, "topic")]));
}

/** @throws SendexError bad_request naming those that are not among the account's lists */
export async function requireLists(
  data: Context["data"],
  owner: AudienceOwner,
  asked: readonly string[],
): Promise<void> {
  requireSegments(await knownSegments(data, owner, asked), asked);
}

function requireSegments(known: Set<string>, asked: readonly string[]): void {
  const errors = unknownSegments(asked, known);
  if (errors.length > 0) throw invalidFields(errors);
}

/** Of the segments that a call names, those that are not among the account's. */
export function unknownSegments(asked: readonly string[], known: Set<string>): FieldError[] {
  return asked.flatMap((id, i) => (known.has(id) ? [] : [unknown(`segments[${i}].id`, "list")]));
}

function unknown(field: string, what: string): FieldError {
  return { field, code: "unknown", message: `${field} is the id of no ${what} of the account.` };
}
