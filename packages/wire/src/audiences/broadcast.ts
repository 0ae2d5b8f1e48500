import type { Mode } from "@sendex/core/accepting/message";
import type { Measures, Rate } from "@sendex/core/analytics/measures";
import {
  decidesAt,
  testPhase,
  type TestState,
  type Variant,
  type VariantCounts,
} from "@sendex/core/audiences/subject-test";
import {
  type BounceWord,
  type BroadcastReason,
  type BroadcastState,
  type BroadcastStatus,
  type Outcome,
  statusOf,
} from "@sendex/core/audiences/broadcast";

/** Broadcasts as the API and webhooks show them; the names are those of the Resend SDK 6.38, beside ours. */

interface StoredBroadcast extends TestState {
  id: string;
  mode: Mode;
  name: string;
  state: BroadcastState;
  reason: BroadcastReason | null;
  segmentId: string | null;
  topicId: string | null;
  from: string | null;
  replyTo: string[];
  subject: string | null;
  previewText: string | null;
  html: string | null;
  blocks: object | null;
  text: string | null;
  perHour: number | null;
  notReachedBy: string[];
  createdAt: Date;
  scheduledAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  made: number;
  skipped: number;
}

/** As lists show it. */
export function presentBroadcast(broadcast: StoredBroadcast) {
  const { id, mode, name, state, reason, segmentId, subject, made, skipped } = broadcast;
  const status: BroadcastStatus = statusOf(state);
  return {
    ...{ object: "broadcast" as const, id, mode, name, status, state, reason },
    ...{ segment_id: segmentId, audience_id: segmentId, subject },
    created_at: broadcast.createdAt.toISOString(),
    scheduled_at: iso(broadcast.scheduledAt),
    started_at: iso(broadcast.startedAt),
    sent_at: state === "sent" ? iso(broadcast.endedAt) : null,
    ended_at: iso(broadcast.endedAt),
    ...{ mails: made, skipped },
  };
}

/** With its words. */
function presentWholeBroadcast(broadcast: StoredBroadcast) {
  const { from, replyTo, previewText, topicId, html, blocks, text, perHour, notReachedBy } = broadcast;
  return {
    ...presentBroadcast(broadcast),
    ...{ from, reply_to: replyTo.length > 0 ? replyTo : null, preview_text: previewText },
    ...{ topic_id: topicId, per_hour: perHour, not_reached_by: notReachedBy, html, blocks, text },
  };
}

/** As its events tell it. */
export function presentBroadcastEvent(broadcast: StoredBroadcast) {
  return { ...presentBroadcast(broadcast), topic_id: broadcast.topicId };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

interface Told {
  results: { counts: Measures; rates: Record<Rate, number> };
  audience: { contacts: number; left: number };
  test: TestResults | undefined;
}

interface TestResults extends Record<Variant, VariantCounts> {
  clear: boolean;
}

function presentTest(broadcast: StoredBroadcast, test: TestResults | undefined) {
  const { subjectTest, startedAt, winner } = broadcast;
  if (!subjectTest) return null;
  return {
    ...subjectTest,
    phase: startedAt ? (testPhase(broadcast) ?? null) : null,
    decides_at: iso(decidesAt(broadcast)),
    winner,
    results: test ?? null,
  };
}

/** With what became of it, and how many contacts it is for. */
export function presentResults(
  broadcast: StoredBroadcast,
  { results: { counts, rates }, audience, test }: Told,
) {
  return {
    ...presentWholeBroadcast(broadcast),
    subject_test: presentTest(broadcast, test),
    audience: { contacts: audience.contacts, unsubscribed: audience.left },
    results: { ...counts, ...rates },
  };
}

interface StoredRecipient {
  id: string;
  address: string;
  contactId: string | null;
  count: number;
  links: { url: string; clicks: number }[];
  bounceType: BounceWord | null;
}

/** As the SDK has it: what belongs to the outcome that was asked for comes along. */
export function presentRecipient(outcome: Outcome, recipient: StoredRecipient) {
  const { id, contactId, address, count, links, bounceType } = recipient;
  const counted = outcome === "opened" || outcome === "clicked";
  return {
    ...{ id, contact_id: contactId, email: address },
    ...(counted && { count }),
    ...(outcome === "clicked" && { clicked_links: links }),
    ...(outcome === "bounced" && { bounce_type: bounceType }),
  };
}

export function presentLink(link: { id: string; url: string; clicks: number; uniqueClicks: number }) {
  return { id: link.id, url: link.url, clicks: link.clicks, unique_clicks: link.uniqueClicks };
}
