import {
  ALL_TOPICS,
  type Choice,
  hasLeft,
  isSubscribed,
  type SubscriptionSource,
} from "@sendex/core/audiences/subscription";
import type { Topic } from "@sendex/core/audiences/topic";
import { findContact } from "@sendex/data/audiences/contacts";
import type { AudienceOwner } from "@sendex/data/audiences/segments";
import { choose, readChoices } from "@sendex/data/audiences/subscriptions";
import type { Transaction } from "@sendex/data/database/transaction";
import type { NewAccountEvent } from "@sendex/data/webhooks/record-events";
import { presentContact, presentContactTopic } from "@sendex/wire/audiences/present";
import { newAccountEvent } from "../webhooks/new-entry";

/** What the owner of an address, or the account for it, chooses. */
export interface Wishes {
  address: string;
  /** Each about one topic, or about all mail that one can leave. */
  choices: readonly Choice[];
  source: SubscriptionSource;
  /** The mail whose link was followed. */
  messageId?: string;
}

/** What changed by it: the events to be recorded in the same transaction. */
export interface Chosen {
  events: NewAccountEvent[];
  /** All mail that one can leave was left by it. */
  left: boolean;
}

/** Writes choices, and says what they changed: whoever chooses what stands already changes nothing. */
export async function chooseFor(
  client: Transaction,
  owner: AudienceOwner,
  { address, choices, source, messageId = null }: Omit<Wishes, "messageId"> & { messageId?: string | null },
  topics: readonly Topic[],
  now: Date,
): Promise<Chosen> {
  const before = (await readChoices(client, owner, [address])).get(address) ?? [];
  const rows = choices.map((choice) => ({ ...choice, address, source, messageId }));
  await choose(client, owner, rows, now);
  const after = combined(before, choices);
  const [was, is] = [hasLeft(before, now), hasLeft(after, now)];
  const moved = topics.filter(
    (topic) => isSubscribed(topic, before, now) !== isSubscribed(topic, after, now),
  );
  if (was === is && moved.length === 0) return { events: [], left: false };
  const contact = (await findContact(client, owner, { address }, now)) ?? stranger(address, is);
  const event = (name: Parameters<typeof contactEvent>[1], more: object) =>
    contactEvent(
      { owner, contact },
      name,
      { ...(messageId !== null && { email_id: messageId }), ...more },
      now,
    );
  const events = [
    ...(was === is ? [] : [event(is ? "contact.unsubscribed" : "contact.subscribed", { source })]),
    ...(moved.length === 0
      ? []
      : [
          event("contact.topics.updated", {
            source,
            topics: topics.map((topic) => presentContactTopic(topic, isSubscribed(topic, after, now))),
          }),
        ]),
  ];
  return { events, left: is && !was };
}

/** An event about a contact, of which endpoints of its mode are told. */
export function contactEvent(
  { owner: { accountId, mode }, contact }: { owner: AudienceOwner; contact: Shown },
  name: `contact.${"created" | "updated" | "deleted" | "confirmed" | "subscribed" | "unsubscribed" | "topics.updated"}`,
  more: object,
  now: Date,
): NewAccountEvent {
  const subject = { accountId, subjectType: "contact", subjectId: contact.id ?? contact.address } as const;
  return newAccountEvent(subject, name, { ...presentContact(contact, mode), ...more }, now);
}

type Shown = Parameters<typeof presentContact>[0];

function stranger(address: string, unsubscribed: boolean): Shown {
  return {
    ...{
      id: null,
      address,
      firstName: null,
      lastName: null,
      unsubscribed,
      pendingUntil: null,
      createdAt: null,
    },
  };
}

function combined(before: readonly Choice[], made: readonly Choice[]): Choice[] {
  return [...new Map([...before, ...made].map((choice) => [choice.topicId, choice])).values()];
}

/** Leaving all mail that one can leave, or coming back. */
export function choiceOfAll(subscribed: boolean): Choice {
  return { topicId: ALL_TOPICS, subscribed, until: null };
}
