import type { Caller } from "@sendex/core/access";
import { firstHour } from "@sendex/kit/day";
import {
  type BroadcastRecipient,
  clickedLinks,
  type ClickedLink,
  countOutcomes,
  listRecipients,
  type RecipientQuery,
} from "@sendex/data/audiences/broadcast-results";
import { countReaders } from "@sendex/data/audiences/readers";
import { findSegment } from "@sendex/data/audiences/segments";
import type { BroadcastRow } from "@sendex/data/audiences/broadcasts";
import type { Page, Paged } from "@sendex/data/audiences/page";
import type { Context } from "../context";
import { readBroadcast } from "./broadcasts";

/** Links of one broadcast that are told apart, the most followed ones. */
const MAX_LINKS = 1_000;

/** The last mail first. @throws SendexError not_found */
export async function readRecipients(
  context: Context,
  caller: Caller,
  id: string,
  query: RecipientQuery,
): Promise<Paged<BroadcastRecipient>> {
  const broadcast = await readBroadcast(context, caller, id);
  return listRecipients(context.data, broadcast, query);
}

/** The most followed first; a page begins after, or ends before, the link of an id. @throws SendexError not_found */
export async function readClickedLinks(
  context: Context,
  caller: Caller,
  id: string,
  { limit, after, before }: Page,
): Promise<Paged<ClickedLink>> {
  const links = await clickedLinks(context.data, await readBroadcast(context, caller, id), MAX_LINKS);
  const placeOf = (link: string) => links.findIndex((one) => one.id === link);
  if (before !== undefined) {
    const end = Math.max(0, placeOf(before));
    return { data: links.slice(Math.max(0, end - limit), end), hasMore: end > limit };
  }
  const start = after === undefined ? 0 : placeOf(after) + 1;
  return { data: links.slice(start, start + limit), hasMore: links.length > start + limit };
}

/** What was counted of its mails; zeros before it began. */
export async function readResults({ data, clock }: Context, broadcast: BroadcastRow) {
  return countOutcomes(data, broadcast, firstHour(broadcast.startedAt ?? clock(), 0));
}

/** How many would get it now. */
export async function readAudience({ data, clock }: Context, broadcast: BroadcastRow) {
  const { segmentId, topicId, notReachedBy } = broadcast;
  const segment = segmentId === null ? undefined : await findSegment(data, broadcast, segmentId);
  if (!segment) return { contacts: 0, left: 0 };
  const { id, rule } = segment;
  return countReaders(data, broadcast, { segmentId: id, rule, topicId, notReachedBy, now: clock() });
}
