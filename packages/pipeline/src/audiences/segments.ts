import type { Caller } from "@sendex/core/access";
import { MAX_SEGMENTS } from "@sendex/core/audiences/contact";
import { broadcastsOf, type SegmentRule, ruleErrors } from "@sendex/core/audiences/rule";
import { invalidFields, SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { knownBroadcasts } from "@sendex/data/audiences/broadcast-states";
import { countByRule } from "@sendex/data/audiences/rule-counts";
import { findContact } from "@sendex/data/audiences/contacts";
import type { Page, Paged } from "@sendex/data/audiences/page";
import { allProperties } from "@sendex/data/audiences/properties";
import {
  addToSegments,
  allLists,
  countSegments,
  deleteSegment,
  findSegment,
  insertSegment,
  listSegments,
  removeFromSegment,
  type SegmentChange,
  segmentsOf,
  type SegmentRow,
  updateSegment,
} from "@sendex/data/audiences/segments";
import { listTopics } from "@sendex/data/audiences/topics";
import { transaction } from "@sendex/data/database/transaction";
import type { Context } from "../context";
import { type ContactKey, noContact } from "./contacts";

/**
 * A list, or with a rule one that those belong to of whom it holds.
 * @throws SendexError bad_request where the account has as many as it may have, or the rule names what it does not have
 */
export async function makeSegment(
  context: Context,
  caller: Caller,
  name: string,
  rule: SegmentRule | null = null,
): Promise<SegmentRow> {
  if (rule) await checkRule(context, caller, rule);
  if ((await countSegments(context.data, caller)) >= MAX_SEGMENTS)
    throw new SendexError("bad_request", `An account has at most ${MAX_SEGMENTS} segments.`);
  const now = context.clock();
  const segment = { id: newId("seg", now), name, rule, createdAt: now };
  await insertSegment(context.data, caller, segment);
  return segment;
}

/** What is absent stays. @throws SendexError not_found; bad_request for a rule of a list, or one as in `makeSegment` */
export async function changeSegment(
  context: Context,
  caller: Caller,
  id: string,
  change: SegmentChange,
): Promise<SegmentRow> {
  const before = await readSegment(context, caller, id);
  if (change.rule) {
    if (!before.rule) throw noRule();
    await checkRule(context, caller, change.rule);
  }
  if (!(await updateSegment(context.data, caller, id, change))) throw noSegment();
  return { ...before, ...change };
}

/** How many contacts a rule holds of. @throws SendexError bad_request as in `makeSegment` */
export async function countSegment(context: Context, caller: Caller, rule: SegmentRule): Promise<number> {
  await checkRule(context, caller, rule);
  return (await countByRule(context.data, caller, rule, { now: context.clock() })).contacts;
}

async function checkRule({ data }: Context, caller: Caller, rule: SegmentRule): Promise<void> {
  const [properties, topics, segments, broadcasts] = await Promise.all([
    allProperties(data, caller.accountId),
    listTopics(data, caller.accountId),
    allLists(data, caller),
    knownBroadcasts(data, caller, broadcastsOf(rule)),
  ]);
  const known = { properties, topics: new Set(topics.map(({ id }) => id)), segments, broadcasts };
  const errors = ruleErrors(rule, known);
  if (errors.length > 0) throw invalidFields(errors);
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

/** @throws SendexError not_found; bad_request where the segment follows a rule; unprocessable_entity where the contact has yet to confirm */
export async function addToSegment(
  context: Context,
  caller: Caller,
  key: ContactKey,
  segmentId: string,
): Promise<void> {
  const contact = await contactOf(context, caller, key);
  if ((await readSegment(context, caller, segmentId)).rule)
    throw new SendexError("bad_request", "The segment follows a rule: nobody can be put in it.");
  if (contact.pendingUntil !== null)
    throw new SendexError(
      "unprocessable_entity",
      "The contact has yet to confirm: it is put in no segment before.",
    );
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

function noRule(): SendexError {
  const message = "rule is only of a segment that was made with one; this one is a list.";
  return invalidFields([{ field: "rule", code: "conflict", message }]);
}

function noSegment(): SendexError {
  return new SendexError("not_found", "There is no such segment.");
}
