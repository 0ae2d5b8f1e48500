import { pendingEnd } from "@sendex/core/audiences/forms/form";
import type { Topic } from "@sendex/core/audiences/topic";
import { newId } from "@sendex/crypto/token";
import { findContact, upsertContacts } from "@sendex/data/audiences/contacts";
import { findSignUp, markConfirmed, type SignUp } from "@sendex/data/audiences/forms/sign-ups";
import { addToSegments, type AudienceOwner, knownSegments } from "@sendex/data/audiences/segments";
import { listTopics } from "@sendex/data/audiences/topics";
import { transaction, type Transaction } from "@sendex/data/database/transaction";
import { type NewAccountEvent, recordAccountEvents } from "@sendex/data/webhooks/record-events";
import type { Context } from "../../context";
import { emit } from "../../webhooks/emit";
import { chooseFor, choiceOfAll, contactEvent } from "../choose";
import { readSender, type Sender } from "../leave";
import type { ConfirmLink } from "./confirm-link";

/** What the page behind a confirmation link shows. */
export interface Confirmation {
  sender: Sender;
  address: string;
  /** What whoever confirms will get mail of. */
  topics: Topic[];
  confirmed: boolean;
  redirectUrl: string | null;
}

/** Undefined where the account or the sign-up is gone, or it was asked for too long ago. Looking changes nothing. */
export async function readConfirmation(
  context: Context,
  { accountId, mode, signUpId }: ConfirmLink,
): Promise<Confirmation | undefined> {
  const owner = { accountId, mode };
  const [sender, signUp, topics] = await Promise.all([
    readSender(context, accountId),
    findSignUp(context.data, owner, signUpId),
    listTopics(context.data, accountId),
  ]);
  if (!sender || !signUp || isOver(signUp, context.clock())) return undefined;
  return {
    sender,
    address: signUp.address,
    topics: topics.filter(({ id }) => signUp.wish.topics.includes(id)),
    confirmed: signUp.confirmedAt !== null,
    redirectUrl: signUp.redirectUrl,
  };
}

function isOver({ confirmedAt, createdAt }: SignUp, now: Date): boolean {
  return confirmedAt === null && pendingEnd(createdAt) <= now;
}

/**
 * The owner of an address confirms: it is a contact, in its lists, and gets mail, who had left it too. Once: whoever
 * presses again changes nothing.
 */
export async function confirm(
  context: Context,
  { accountId, mode, signUpId }: ConfirmLink,
  confirmedFrom: string | null,
): Promise<void> {
  const owner = { accountId, mode };
  const now = context.clock();
  const topics = await listTopics(context.data, accountId);
  const deliveries = await transaction(context.data, async (client) => {
    const signUp = await findSignUp(client, owner, signUpId);
    if (!signUp || isOver(signUp, now)) return [];
    if (!(await markConfirmed(client, owner, { id: signUpId, confirmedFrom }, now))) return [];
    return recordAccountEvents(client, await carryOut(client, owner, signUp, topics, now), now);
  });
  void emit(context, [accountId], deliveries);
}

async function carryOut(
  client: Transaction,
  owner: AudienceOwner,
  { address, wish, formId }: SignUp,
  topics: readonly Topic[],
  now: Date,
): Promise<NewAccountEvent[]> {
  const before = await findContact(client, owner, { address }, now);
  const { firstName, lastName, properties } = wish;
  const asked = { id: newId("con", now), address, firstName, lastName, properties };
  const [put] = await upsertContacts(client, owner, [asked], now);
  if (!put) return [];
  // What was removed meanwhile is joined by nobody.
  const lists = await knownSegments(client, owner, wish.segments);
  await addToSegments(client, owner.accountId, [put.id], [...lists]);
  const chosen = topics.filter(({ id }) => wish.topics.includes(id));
  const choices = [
    choiceOfAll(true),
    ...chosen.map(({ id }) => ({ topicId: id, subscribed: true, until: null })),
  ];
  const told = await chooseFor(client, owner, { address, choices, source: "confirmation" }, topics, now);
  const contact = await findContact(client, owner, { address }, now);
  if (!contact) return told.events;
  const isNew = !before || before.pendingUntil !== null;
  const event = (name: Parameters<typeof contactEvent>[1], more: object) =>
    contactEvent({ owner, contact }, name, more, now);
  return [
    event(isNew ? "contact.created" : "contact.updated", {}),
    event("contact.confirmed", { form_id: formId === "" ? null : formId }),
    ...told.events,
  ];
}
