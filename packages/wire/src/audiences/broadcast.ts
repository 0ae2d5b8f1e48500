import type { Mode } from "@sendex/core/accepting/message";
import {
  type BroadcastReason,
  type BroadcastState,
  type BroadcastStatus,
  statusOf,
} from "@sendex/core/audiences/broadcast";

/** Broadcasts as the API and webhooks show them; the names are those of the Resend SDK 6.38, beside ours. */

interface StoredBroadcast {
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
  text: string | null;
  perHour: number | null;
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
export function presentWholeBroadcast(broadcast: StoredBroadcast) {
  const { from, replyTo, previewText, topicId, html, text, perHour } = broadcast;
  return {
    ...presentBroadcast(broadcast),
    ...{ from, reply_to: replyTo.length > 0 ? replyTo : null, preview_text: previewText },
    ...{ topic_id: topicId, per_hour: perHour, html, text },
  };
}

/** As its events tell it. */
export function presentBroadcastEvent(broadcast: StoredBroadcast) {
  return { ...presentBroadcast(broadcast), topic_id: broadcast.topicId };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
