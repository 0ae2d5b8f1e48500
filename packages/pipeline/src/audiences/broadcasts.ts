import type { Caller } from "@sendex/core/access";
import { type BroadcastAct, MAX_BROADCASTS, sampleReader, statesFor } from "@sendex/core/audiences/broadcast";
import { domainOf, parseMailbox } from "@sendex/core/accepting/address";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import {
  type BroadcastRow,
  type BroadcastWords,
  countBroadcasts,
  deleteBroadcast,
  findBroadcast,
  insertBroadcast,
  listBroadcasts,
  updateBroadcast,
} from "@sendex/data/audiences/broadcasts";
import { findContact } from "@sendex/data/audiences/contacts";
import type { Page, Paged } from "@sendex/data/audiences/page";
import { allProperties } from "@sendex/data/audiences/properties";
import { type AudienceOwner, findSegment } from "@sendex/data/audiences/segments";
import { findTopic } from "@sendex/data/audiences/topics";
import { outOfScope } from "../access/refuse";
import type { Context } from "../context";
import { htmlOfBlocks } from "../templates/prepare";
import { mailFor, type MailReader, sourceOf } from "./broadcast-mail";
import { type ContactKey, noContact } from "./contacts";

/** What a call says of a broadcast; what is absent stays, or is none. */
export type BroadcastWish = Partial<BroadcastWords>;

const EMPTY: BroadcastWords = {
  ...{ name: "", segmentId: null, topicId: null, from: null, replyTo: [], subject: null },
  ...{ previewText: null, html: null, blocks: null, text: null, perHour: null },
};

/**
 * Makes a draft. It may lack what a mail needs; what it has must be right.
 * @throws SendexError bad_request with fields
 */
export async function makeBroadcast(
  context: Context,
  caller: Caller,
  wish: BroadcastWish,
): Promise<BroadcastRow> {
  if ((await countBroadcasts(context.data, caller)) >= MAX_BROADCASTS)
    throw new SendexError("bad_request", `An account has at most ${MAX_BROADCASTS} broadcasts.`);
  const now = context.clock();
  const words = { ...EMPTY, ...withHtml(wish) };
  requireScope(caller, words);
  await checkWords(context, caller, words);
  const id = newId("bc", now);
  await insertBroadcast(context.data, caller, { id, createdAt: now, ...words });
  return readBroadcast(context, caller, id);
}

/** @throws SendexError not_found; unprocessable_entity where it is no draft any more; bad_request with fields */
export async function changeBroadcast(
  context: Context,
  caller: Caller,
  id: string,
  wish: BroadcastWish,
): Promise<BroadcastRow> {
  const known = await broadcastInScope(context, caller, id);
  requireScope(caller, { ...known, ...wish });
  const words = withHtml(wish);
  await checkWords(context, caller, { ...known, ...words });
  const change = { words, from: statesFor("change"), now: context.clock() };
  if (!(await updateBroadcast(context.data, caller, id, change)))
    throw notNow(await readBroadcast(context, caller, id), "change");
  return readBroadcast(context, caller, id);
}

/** Its mails stay, and keep saying whose they were. @throws SendexError not_found, forbidden, unprocessable_entity */
export async function removeBroadcast(context: Context, caller: Caller, id: string): Promise<void> {
  const broadcast = await broadcastInScope(context, caller, id);
  if (await deleteBroadcast(context.data, caller, id, statesFor("remove"))) return;
  throw notNow(broadcast, "remove");
}

/** A draft with the same words. @throws SendexError not_found */
export async function duplicateBroadcast(
  context: Context,
  caller: Caller,
  id: string,
): Promise<BroadcastRow> {
  const { name, segmentId, topicId, from, replyTo, subject, previewText, perHour, ...known } =
    await broadcastInScope(context, caller, id);
  const now = context.clock();
  const copy = { id: newId("bc", now), createdAt: now };
  const { html, blocks, text } = known;
  const words = { name, segmentId, topicId, from, replyTo, subject, previewText, html, blocks, text };
  await insertBroadcast(context.data, caller, { ...copy, ...words, perHour });
  return readBroadcast(context, caller, copy.id);
}

/** @throws SendexError not_found */
export async function readBroadcast(
  { data }: Context,
  owner: AudienceOwner,
  id: string,
): Promise<BroadcastRow> {
  const broadcast = await findBroadcast(data, owner, id);
  if (!broadcast) throw new SendexError("not_found", "There is no such broadcast.");
  return broadcast;
}

/** One that the caller may write to. @throws SendexError not_found; forbidden where a key is bound to other domains */
export async function broadcastInScope(context: Context, caller: Caller, id: string): Promise<BroadcastRow> {
  const broadcast = await readBroadcast(context, caller, id);
  requireScope(caller, broadcast);
  return broadcast;
}

function requireScope(caller: Caller, { from }: Pick<BroadcastWords, "from">): void {
  const mailbox = parseMailbox(from ?? "");
  const refusal = mailbox && outOfScope(caller, domainOf(mailbox.address));
  if (refusal) throw refusal;
}

/** Newest first, without html and text. */
export async function readBroadcasts(
  { data }: Context,
  caller: Caller,
  page: Page,
): Promise<Paged<BroadcastRow>> {
  return listBroadcasts(data, caller, page);
}

/**
 * What a contact would get, or somebody whom nobody knows.
 * @throws SendexError not_found, bad_request with what is wrong with its words
 */
export async function previewBroadcast(
  context: Context,
  caller: Caller & { timeZone: string },
  id: string,
  contact?: ContactKey,
) {
  const broadcast = await readBroadcast(context, caller, id);
  const properties = await allProperties(context.data, caller.accountId);
  const reader = contact ? await readerOf(context, caller, contact) : sampleReader(properties);
  const { accountId, timeZone } = caller;
  const making = { accountId, properties, now: context.clock(), timeZone };
  const made = await mailFor(context, broadcast, reader, making);
  if ("errors" in made) throw invalidFields(made.errors);
  return made.draft;
}

async function readerOf({ data, clock }: Context, caller: Caller, key: ContactKey): Promise<MailReader> {
  const contact = await findContact(data, caller, key, clock());
  if (!contact) throw noContact();
  return contact;
}

/** A broadcast in another state than this needs. */
export function notNow({ state }: Pick<BroadcastRow, "state">, act: BroadcastAct): SendexError {
  const words = {
    change: "changed",
    send: "sent",
    pause: "paused",
    resume: "resumed",
    cancel: "cancelled",
    remove: "removed",
  };
  const needed = statesFor(act).join(" or ");
  return new SendexError(
    "unprocessable_entity",
    `The broadcast is ${state}: it can be ${words[act]} while it is ${needed}.`,
  );
}

/** Of HTML and blocks a new one takes the other's place; blocks that are given up leave the HTML that was made of them. */
function withHtml(wish: BroadcastWish): BroadcastWish {
  if (wish.blocks) return { ...wish, html: htmlOfBlocks(wish.blocks) };
  return wish.html === undefined ? wish : { ...wish, blocks: null };
}

/** What it names must be there, and its Liquid must be Liquid. */
async function checkWords(context: Context, caller: Caller, words: BroadcastWords): Promise<void> {
  const { segmentId, topicId } = words;
  const errors: FieldError[] = [];
  if (segmentId !== null && !(await findSegment(context.data, caller, segmentId)))
    errors.push(unknown("segment_id", "segment"));
  if (topicId !== null && !(await findTopic(context.data, caller.accountId, topicId)))
    errors.push(unknown("topic_id", "topic"));
  const answer = await context.templates.ask(caller.accountId, { kind: "check", source: sourceOf(words) });
  const source = words.blocks ? "blocks" : "html";
  if (!answer) errors.push({ field: source, code: "limit", message: "It takes too long to be read." });
  else if ("failure" in answer && answer.failure.kind !== "missing") {
    const { part, message } = answer.failure;
    const field = part === "html" ? source : part;
    errors.push({ field, code: "format", message: `${field} is not valid Liquid: ${message}` });
  }
  if (errors.length > 0) throw invalidFields(errors);
}

function unknown(field: string, what: string): FieldError {
  return { field, code: "unknown", message: `${field} is the id of no ${what} of the account.` };
}
