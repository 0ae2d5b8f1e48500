import type { Caller } from "@sendex/core/access";
import { MAX_SEGMENTS } from "@sendex/core/audiences/contact";
import { SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { findContact } from "@sendex/data/audiences/contacts";
import type { Page, Paged } from "@sendex/data/audiences/page";
import {
  addToSegments,
  countSegments,
  deleteSegment,
  findSegment,
  insertSegment,
  listSegments,
  removeFromSegment,
  renameSegment,
  segmentsOf,
  type SegmentRow,
} from "@sendex/data/audiences/segments";
import { transaction } from "@sendex/data/database/transaction";
import type { Context } from "../context";
import { type ContactKey, noContact } from "./contacts";

/** @throws SendexError bad_request where the account has as many as it may have */
export async function makeSegment(context: Context, caller: Caller, name: string): Promise<SegmentRow> {
  if ((await countSegments(context.data, caller)) >= MAX_SEGMENTS)
    throw new SendexError("bad_request", `An account has at most ${MAX_SEGMENTS} segments.`);
  const now = context.clock();
  const segment = { id: newId("seg", now), name, createdAt: now };
  await insertSegment(context.data, caller, segment);
  return segment;
}

/** @throws SendexError not_found */
export async function nameSegment(
  context: Context,
  caller: Caller,
  id: string,
  name: string,
): Promise<SegmentRow> {
  if (!(await renameSegment(context.data, caller, id, name))) throw noSegment();
  return readSegment(context, caller, id);
}

/** The contacts stay. @throws SendexError not_found */
export async function removeSegment({ data }: Context, caller: Caller, id: string): Promise<void> {
  const isGone = await transaction(data, (client) => deleteSegment(client, caller, id));
  if (!isGone) throw noSegment();
}

/** @throws SendexError not_found */
export async function readSegment({ data }: Context, caller: Caller, id: string): Promise<SegmentRow> {
  const segment = await findSegment(data, caller, id);
  if (!segment) throw noSegment();
  return segment;
}

/** Newest first. */
export async function readSegments(
  { data }: Context,
  caller: Caller,
  page: Page,
): Promise<Paged<SegmentRow>> {
  return listSegments(data, caller, page);
}

/** @throws SendexError not_found */
export async function addToSegment(
  context: Context,
  caller: Caller,
  key: ContactKey,
  segmentId: string,
): Promise<void> {
  const contact = await contactOf(context, caller, key);
  await readSegment(context, caller, segmentId);
  await transaction(context.data, (client) =>
    addToSegments(client, caller.accountId, [contact.id], [segmentId]),
  );
}

/** @throws SendexError not_found where there is no such contact, or it is not in the segment */
export async function takeFromSegment(
  context: Context,
  caller: Caller,
  key: ContactKey,
  segmentId: string,
): Promise<void> {
  const contact = await contactOf(context, caller, key);
  await readSegment(context, caller, segmentId);
  if (!(await removeFromSegment(context.data, caller.accountId, contact.id, segmentId)))
    throw new SendexError("not_found", "The contact is not in the segment.");
}

/** Newest first. @throws SendexError not_found */
export async function readSegmentsOf(
  context: Context,
  caller: Caller,
  key: ContactKey,
  page: Page,
): Promise<Paged<SegmentRow>> {
  const contact = await contactOf(context, caller, key);
  return segmentsOf(context.data, caller, contact.id, page);
}

async function contactOf({ data, clock }: Context, { accountId, mode }: Caller, key: ContactKey) {
  const contact = await findContact(data, { accountId, mode }, key, clock());
  if (!contact) throw noContact();
  return contact;
}

function noSegment(): SendexError {
  return new SendexError("not_found", "There is no such segment.");
}
