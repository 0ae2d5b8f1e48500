import { step } from "@sendex/kit/trace";
import { discard } from "@sendex/kit/discard";
import { creditsFor } from "@sendex/core/credits";
import { SendexError } from "@sendex/core/error";
import type { NewMessage } from "@sendex/data/accepting/submission";
import { type ItemError, presentAccepted, presentBatch } from "@sendex/wire/messages/accepted";
import { invalidKey } from "../access/authenticate";
import { refusePaused, refuseSuspended, suspended } from "../access/refuse";
import { checkItems, type Items } from "./check-items";
import { insufficient, isMetered } from "../credits/check";
import { commit } from "./commit";
import type { Context } from "../context";
import type { FileHold } from "./file-room";
import { newMessage } from "./new-message";
import { findReplay } from "./replay";
import type { Accepted, AcceptRequest } from "./request";

/**
 * Accepting in three steps, each in the order of docs/contract.md "Accepting a message": `beginAccept` settles what needs
 * no draft; the surface reads the body into drafts; `finishAccept` checks, seals and commits them.
 */

const ACCEPTED = 202;
/** A rival that holds our key may fail and give it up; the call is stored again up to this often. */
const MAX_TRIES = 3;

/**
 * The response that the idempotency key has had already; undefined for a new call, whose account may send.
 * @throws SendexError idempotency_conflict, account_suspended, forbidden
 */
export async function beginAccept(context: Context, request: AcceptRequest): Promise<Accepted | undefined> {
  const known = await findReplay(context, request);
  if (known) return known;
  refuseSuspended(request.caller);
  refusePaused(request.caller, [request.caller.keyId]);
  return undefined;
}

/**
 * Resolves once the messages are durable, and tells the queue of them without waiting for it. Large files of the drafts
 * are empty afterwards: sealed, their memory is given back.
 * @throws SendexError forbidden, insufficient_credits, unprocessable_entity, invalid_recipient, payload_too_large,
 *   account_suspended, idempotency_conflict, service_unavailable
 */
export async function finishAccept(
  context: Context,
  request: AcceptRequest,
  reading: Items,
): Promise<Accepted> {
  const files = context.files.enter(request.caller.accountId);
  try {
    const accepted = await acceptItems(context, request, reading, files).catch((error: unknown) =>
      orReplay(context, request, error),
    );
    const seconds = (context.clock().getTime() - request.now.getTime()) / 1000;
    context.meters.time("accept_seconds", seconds);
    return accepted;
  } finally {
    files.leave();
  }
}

async function acceptItems(
  context: Context,
  request: AcceptRequest,
  reading: Items,
  files: FileHold,
): Promise<Accepted> {
  // A strict batch with wrong fields is refused for them, with all else that is wrong.
  if (request.batch !== "strict" || reading.unread.length === 0)
    refusePaused(
      request.caller,
      reading.items.map(({ draft }) => draft.template?.id ?? ""),
    );
  const { items, errors, providers } = await step("check", {}, () =>
    checkItems(context, request, reading, files),
  );
  const messages = await Promise.all(
    items.map(({ draft }) => newMessage(context, { ...request, providers }, draft)),
  );
  // Sealed, they are not read again.
  for (const { draft } of items) draft.attachments.forEach(({ content }) => discard(content));
  return commitOnce(context, request, messages, responseTo(request, messages, errors));
}

/** The credits that there were may have gone to the same request, sent twice at once. */
async function orReplay(context: Context, request: AcceptRequest, error: unknown): Promise<Accepted> {
  const short = error instanceof SendexError && error.slug === "insufficient_credits";
  const known = short ? await findReplay(context, request) : undefined;
  if (known) return known;
  throw error;
}

function responseTo({ dialect, batch }: AcceptRequest, messages: NewMessage[], errors: ItemError[]): string {
  const [message] = messages;
  if (message && !batch) return JSON.stringify(presentAccepted(dialect, message));
  return JSON.stringify(presentBatch(messages, batch === "permissive" ? errors : undefined));
}

/** Commits, unless a rival with the same idempotency key did: then its response is ours. */
async function commitOnce(
  context: Context,
  request: AcceptRequest,
  messages: NewMessage[],
  body: string,
): Promise<Accepted> {
  const { caller, dialect, idempotencyKey: key, fingerprint } = request;
  const messageIds = messages.map(({ id }) => id);
  const fresh: Accepted = { status: ACCEPTED, body, replayed: false, messageIds };
  if (messages.length === 0) return fresh;
  const submission = {
    accountId: caller.accountId,
    // The account itself has no key that could be revoked.
    keyId: caller.keyId === caller.accountId ? null : caller.keyId,
    mode: caller.mode,
    messages,
    ...(key === undefined
      ? {}
      : { idempotency: { surface: dialect, key, fingerprint, status: ACCEPTED, response: body } }),
  };
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const stored = await step("store", {}, () => commit(context, submission, isMetered(caller)));
    if (stored.outcome === "suspended" || stored.outcome === "revoked") {
      context.hints.forget(caller.accountId);
      throw stored.outcome === "suspended" ? suspended() : invalidKey();
    }
    if (stored.outcome === "insufficient") throw insufficient(creditsFor(messages), stored.balance);
    if (stored.outcome === "stored") {
      for (const { priority } of messages) context.meters.add("accepted", { priority, dialect });
      return fresh;
    }
    const known = await findReplay(context, request);
    if (known) return known;
  }
  const details = { retryAfterSeconds: 1 };
  throw new SendexError(
    "service_unavailable",
    "Another request with this idempotency key is in flight. Try again shortly.",
    details,
  );
}
