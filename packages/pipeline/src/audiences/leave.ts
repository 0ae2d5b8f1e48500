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
import { type BrandWish, type Look, readLook, tryLook } from "./brand";
import { chooseFor, choiceOfAll } from "./choose";
import type { LeaveLink } from "./link";

/** What a link's page shows. */
export interface Preferences {
  sender: Sender;
  address: string;
  /** All mail that one can leave has been left; until when, where that ends by itself. */
  left: boolean;
  until: Date | null;
  topics: { topic: Topic; subscribed: boolean }[];
}

/** Who writes, as the account looks on its pages; `name` is null where it has none at all. */
export type Sender = Look;

/** What a person chose on the page, or a mail program's button for it. */
export type Leaving =
  | { kind: "all" }
  | { kind: "pause" }
  /** Stays, and gets mail of these topics. */
  | { kind: "topics"; topics: readonly string[] }
  /** Of a link in mail of a topic: that topic. */
  | { kind: "topic" };

/** What somebody would see who never chose, were the account's look changed so. @throws SendexError bad_request on a logo that is none */
export async function tryPreferences(
  context: Context,
  { accountId, mode }: Pick<LeaveLink, "accountId" | "mode">,
  { address, brand }: { address: string; brand: BrandWish },
): Promise<Preferences | undefined> {
  const look = await tryLook(context, accountId, brand);
  const [found, sender] = await Promise.all([
    readPreferences(context, { accountId, mode, address }),
    senderWith(context, accountId, look),
  ]);
  return found && sender && { ...found, sender };
}

/** Undefined where the account is gone. */
export async function readPreferences(
  { data, clock }: Context,
  { accountId, mode, address }: Pick<LeaveLink, "accountId" | "mode" | "address">,
): Promise<Preferences | undefined> {
  const now = clock();
  const [sender, topics, found] = await Promise.all([
    readSender({ data }, accountId),
    listTopics(data, accountId),
    readChoices(data, { accountId, mode }, [address]),
  ]);
  if (!sender) return undefined;
  const choices = found.get(address) ?? [];
  const left = hasLeft(choices, now);
  return {
    sender,
    address,
    left,
    until: left ? (choices.find(({ topicId }) => topicId === ALL_TOPICS)?.until ?? null) : null,
    topics: topics.map((topic) => ({ topic, subscribed: isSubscribed(topic, choices, now) })),
  };
}

/** Undefined where the account is gone. */
export async function readSender(
  context: Pick<Context, "data">,
  accountId: string,
): Promise<Sender | undefined> {
  return senderWith(context, accountId, readLook(context, accountId));
}

async function senderWith(
  { data }: Pick<Context, "data">,
  accountId: string,
  chosen: Look | Promise<Look>,
): Promise<Sender | undefined> {
  const [account, look] = await Promise.all([findAccountState(data, accountId), chosen]);
  return account ? { ...look, name: look.name ?? account.name } : undefined;
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
