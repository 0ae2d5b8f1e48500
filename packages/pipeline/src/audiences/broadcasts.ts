import type { Caller } from "@sendex/core/access";
import {
  type BroadcastAct,
  MAX_BROADCASTS,
  MAX_NOT_REACHED_BY,
  sampleReader,
  statesFor,
} from "@sendex/core/audiences/broadcast";
import { domainOf, parseMailbox } from "@sendex/core/accepting/address";
import { invalidFields, SendexError } from "@sendex/core/error";
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
import type { AudienceOwner } from "@sendex/data/audiences/segments";
import type { Variant } from "@sendex/core/audiences/subject-test";
import { outOfScope } from "../access/refuse";
import type { Context } from "../context";
import { mailFor, type MailReader } from "./broadcast-mail";
import { type BroadcastWish, checkWords, EMPTY, withHtml, wordsOf } from "./broadcast-words";
import { type ContactKey, noContact } from "./contacts";

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
  await checkWords(context, caller, { ...known, ...words }, known.notReachedBy);
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

/**
 * A draft with the same words; on demand for those alone whom this one did not reach.
 * @throws SendexError not_found
 */
export async function duplicateBroadcast(
  context: Context,
  caller: Caller,
  id: string,
  { notReached = false } = {},
): Promise<BroadcastRow> {
  const original = await broadcastInScope(context, caller, id);
  const now = context.clock();
  const copy = { id: newId("bc", now), createdAt: now };
  const words = wordsOf(original);
  // Whom an earlier one reached is not among them either.
  if (notReached) words.notReachedBy = [id, ...words.notReachedBy].slice(0, MAX_NOT_REACHED_BY);
  await insertBroadcast(context.data, caller, { ...copy, ...words });
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

/** Who looks at a broadcast, and at which of two subjects. */
export interface Look {
  contact?: ContactKey;
  variant?: Variant;
}

/**
 * What a contact would get, or somebody whom nobody knows.
 * @throws SendexError not_found, bad_request with what is wrong with its words
 */
export async function previewBroadcast(
  context: Context,
  caller: Caller & { timeZone: string },
  id: string,
  { contact, variant }: Look = {},
) {
  const broadcast = await readBroadcast(context, caller, id);
  const properties = await allProperties(context.data, caller.accountId);
  const reader = contact ? await readerOf(context, caller, contact) : sampleReader(properties);
  const { accountId, timeZone } = caller;
  const making = { accountId, properties, now: context.clock(), timeZone, variant };
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
