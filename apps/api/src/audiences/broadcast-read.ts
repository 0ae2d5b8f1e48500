import { type RawMailbox, readMailboxes } from "@sendex/core/accepting/mailboxes";
import { formatMailbox } from "@sendex/core/accepting/address";
import type { Mailbox } from "@sendex/core/accepting/message";
import { readSchedule } from "@sendex/core/accepting/schedule";
import type { Variant } from "@sendex/core/audiences/subject-test";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import type { Blocks } from "@sendex/core/templates/blocks/blocks";
import { readBlocks } from "@sendex/core/templates/blocks/read";
import { isId } from "@sendex/crypto/token";
import type { BroadcastWish } from "@sendex/pipeline/audiences/broadcast-words";
import type { Look } from "@sendex/pipeline/audiences/broadcasts";
import type { Exchange } from "../http/endpoint";
import type { BroadcastBody } from "./broadcast-schemas";
import { keyOf } from "./read";

/** Who looks, and at which subject. */
export function readLook({ contact, variant }: { contact?: string; variant?: Variant }): Look {
  return { ...(contact !== undefined && { contact: keyOf(contact) }), ...(variant && { variant }) };
}

export function broadcastId({ id }: Pick<Exchange, "id">): string {
  if (!isId("bc", id)) throw new SendexError("not_found", "There is no such broadcast.");
  return id;
}

/** A body of the right shape → what it asks for. @throws SendexError bad_request for addresses that are none */
export function broadcastWish(body: Partial<BroadcastBody>): BroadcastWish {
  const errors: FieldError[] = [];
  const { name, topic_id, subject, preview_text, html, text, per_hour } = body;
  const blocks = blocksOf(body, errors);
  const segmentId = body.segment_id ?? body.audience_id;
  const from = body.from ? readMailboxes([body.from], "from", errors)[0] : undefined;
  const replyTo = readMailboxes(toList(body.reply_to), "reply_to", errors);
  if (errors.length > 0) throw invalidFields(errors);
  return {
    ...(name !== undefined && { name }),
    ...(segmentId !== undefined && { segmentId }),
    ...(topic_id !== undefined && { topicId: topic_id }),
    ...(body.from !== undefined && { from: from ? formatMailbox(from) : null }),
    ...(body.reply_to !== undefined && { replyTo: replyTo.map(formatMailbox) }),
    ...(subject !== undefined && { subject: subject || null }),
    ...(preview_text !== undefined && { previewText: preview_text || null }),
    ...(html !== undefined && { html: html || null }),
    ...(blocks !== undefined && { blocks }),
    ...(text !== undefined && { text }),
    ...(per_hour !== undefined && { perHour: per_hour }),
    ...(body.not_reached_by !== undefined && { notReachedBy: body.not_reached_by }),
    ...(body.subject_test !== undefined && { subjectTest: body.subject_test }),
  };
}

/** Undefined: of blocks nothing is said. */
function blocksOf(
  { html, blocks: given }: Partial<BroadcastBody>,
  errors: FieldError[],
): Blocks | null | undefined {
  if (given === undefined || given === null) return given;
  if (html) {
    const message = "blocks cannot be given beside html, which is made of them.";
    errors.push({ field: "blocks", code: "conflict", message });
  }
  const read = readBlocks(given);
  if ("blocks" in read) return read.blocks;
  errors.push(...read.errors);
  return undefined;
}

/** Undefined: now. @throws SendexError bad_request */
export function readTime(
  given: string | undefined,
  { context, caller }: Pick<Exchange, "context" | "caller">,
): Date | undefined {
  if (given === undefined) return undefined;
  const reading = { now: context.clock(), field: "scheduled_at", timeZone: caller.timeZone };
  const schedule = readSchedule(given, reading);
  if ("error" in schedule) throw invalidFields([schedule.error]);
  return schedule.at;
}

/** @throws SendexError bad_request */
export function readAddresses(given: string | string[], field: string): Mailbox[] {
  const errors: FieldError[] = [];
  const mailboxes = readMailboxes(toList(given), field, errors);
  if (errors.length > 0) throw invalidFields(errors);
  return mailboxes;
}

function toList(value: string | string[] | null | undefined): RawMailbox[] {
  if (Array.isArray(value)) return value;
  return value ? [value] : [];
}
