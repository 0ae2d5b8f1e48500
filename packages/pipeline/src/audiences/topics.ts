import type { Caller } from "@sendex/core/access";
import { MAX_TOPICS, type Topic } from "@sendex/core/audiences/topic";
import { SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { deleteTopic, findTopic, insertTopic, listTopics, updateTopic } from "@sendex/data/audiences/topics";
import { transaction, type Transaction } from "@sendex/data/database/transaction";
import { recordAccountEvent } from "@sendex/data/webhooks/record-events";
import { presentTopic } from "@sendex/wire/audiences/present";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { newAccountEvent } from "../webhooks/new-entry";

/** @throws SendexError bad_request where the account has as many as it may have */
export async function makeTopic(
  context: Context,
  caller: Caller,
  wish: Pick<Topic, "name" | "description" | "subscribed">,
): Promise<Topic> {
  const now = context.clock();
  const topic: Topic = { id: newId("top", now), ...wish, createdAt: now };
  return told(context, caller, "topic.created", async (client) => {
    const topics = await listTopics(client, caller.accountId);
    if (topics.length >= MAX_TOPICS)
      throw new SendexError("bad_request", `An account has at most ${MAX_TOPICS} topics.`);
    await insertTopic(client, caller.accountId, topic);
    return topic;
  });
}

/** What is absent stays. @throws SendexError not_found */
export async function changeTopic(
  context: Context,
  caller: Caller,
  id: string,
  { name, description }: { name?: string; description?: string },
): Promise<Topic> {
  return told(context, caller, "topic.updated", (client) =>
    updateTopic(client, caller.accountId, id, { name: name ?? null, description: description ?? null }),
  );
}

/** Mail that is on its way is still judged by what its readers chose. @throws SendexError not_found */
export async function removeTopic(context: Context, caller: Caller, id: string): Promise<Topic> {
  return told(context, caller, "topic.deleted", (client) =>
    deleteTopic(client, caller.accountId, id, context.clock()),
  );
}

/** @throws SendexError not_found */
export async function readTopic({ data }: Context, { accountId }: Caller, id: string): Promise<Topic> {
  const topic = await findTopic(data, accountId, id);
  if (!topic) throw noTopic();
  return topic;
}

export async function readTopics({ data }: Context, { accountId }: Caller): Promise<Topic[]> {
  return listTopics(data, accountId);
}

/** Writes, and tells the account's endpoints of it. */
async function told(
  context: Context,
  { accountId }: Caller,
  name: "topic.created" | "topic.updated" | "topic.deleted",
  write: (client: Transaction) => Promise<Topic | undefined>,
): Promise<Topic> {
  const now = context.clock();
  const { topic, deliveries } = await transaction(context.data, async (client) => {
    const written = await write(client);
    if (!written) throw noTopic();
    const subject = { accountId, subjectType: "topic", subjectId: written.id } as const;
    const event = newAccountEvent(subject, name, presentTopic(written), now);
    return { topic: written, deliveries: await recordAccountEvent(client, event, now) };
  });
  void emit(context, [accountId], deliveries);
  return topic;
}

function noTopic(): SendexError {
  return new SendexError("not_found", "There is no such topic.");
}
