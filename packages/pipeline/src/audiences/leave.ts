import {
  type Choice,
  hasLeft,
  isSubscribed,
  pauseEnd,
  type SubscriptionSource,
} from "@sendex/core/audiences/subscription";
import { ALL_TOPICS } from "@sendex/core/audiences/subscription";
import type { Topic } from "@sendex/core/audiences/topic";
import { findAccountState } from "@sendex/data/accounts/accounts";
import { readChoices } from "@sendex/data/audiences/subscriptions";
import { listTopics } from "@sendex/data/audiences/topics";
import { transaction } from "@sendex/data/database/transaction";
import { findMessage } from "@sendex/data/messages/read";
import { recordAccountEvents, recordEvents } from "@sendex/data/webhooks/record-events";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { newEntry } from "../webhooks/new-entry";
import { chooseFor, choiceOfAll } from "./choose";
import type { LeaveLink } from "./link";

/** What a link's page shows. */
export interface Preferences {
  /** Who writes; null: an account without a name. */
  sender: string | null;
  address: string;
  /** All mail that one can leave has been left; until when, where that ends by itself. */
  left: boolean;
  until: Date | null;
  topics: { topic: Topic; subscribed: boolean }[];
}

/** What a person chose on the page, or a mail program's button for it. */
export type Leaving =
  | { kind: "all" }
  | { kind: "pause" }
  /** Stays, and gets mail of these topics. */
  | { kind: "topics"; topics: readonly string[] }
  /** Of a link in mail of a topic: that topic. */
  | { kind: "topic" };

/** Undefined where the account is gone. */
export async function readPreferences(
  { data, clock }: Context,
  { accountId, mode, address }: LeaveLink,
): Promise<Preferences | undefined> {
  const now = clock();
  const [account, topics, found] = await Promise.all([
    findAccountState(data, accountId),
    listTopics(data, accountId),
    readChoices(data, { accountId, mode }, [address]),
  ]);
  if (!account) return undefined;
  const choices = found.get(address) ?? [];
  const left = hasLeft(choices, now);
  return {
    sender: account.name,
    address,
    left,
    until: left ? (choices.find(({ topicId }) => topicId === ALL_TOPICS)?.until ?? null) : null,
    topics: topics.map((topic) => ({ topic, subscribed: isSubscribed(topic, choices, now) })),
  };
}

/**
 * Writes down what a person chose by a link. What has been left by the commit of this is not sent any more, mail that
 * waits included. The mail's timeline says `unsubscribed`, and so does its webhook, where all was left.
 */
export async function leave(
  context: Context,
  { accountId, mode, address, topicId, messageId }: LeaveLink,
  leaving: Leaving,
  source: SubscriptionSource,
): Promise<void> {
  const now = context.clock();
  const owner = { accountId, mode };
  const topics = await listTopics(context.data, accountId);
  const choices = choicesOf(leaving, topics, topicId, now);
  const message = await findMessage(context.data, accountId, messageId);
  const recipient = message?.recipients.find((one) => one.address.toLowerCase() === address);
  const deliveries = await transaction(context.data, async (client) => {
    const chosen = await chooseFor(client, owner, { address, choices, source, messageId }, topics, now);
    const told = await recordAccountEvents(client, chosen.events, now);
    if (!recipient || !chosen.left) return told;
    const entry = newEntry({ accountId, messageId, n: recipient.n }, "unsubscribed", {}, now);
    return [...told, ...(await recordEvents(client, [entry], now))];
  });
  void emit(context, [accountId], deliveries);
}

function choicesOf(leaving: Leaving, topics: readonly Topic[], topicId: string | null, now: Date): Choice[] {
  switch (leaving.kind) {
    case "all":
      return [choiceOfAll(false)];
    case "pause":
      return [{ ...choiceOfAll(false), until: pauseEnd(now) }];
    case "topics":
      return [
        choiceOfAll(true),
        ...topics.map(({ id }) => ({ topicId: id, subscribed: leaving.topics.includes(id), until: null })),
      ];
    case "topic":
      return topicId === null ? [choiceOfAll(false)] : [{ topicId, subscribed: false, until: null }];
  }
}
