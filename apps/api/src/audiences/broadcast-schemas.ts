import { MODES, MAX_SUBJECT_CHARACTERS } from "@sendex/core/accepting/message";
import { MAX_MAILBOXES } from "@sendex/core/accepting/mailboxes";
import { MEASURES, RATES } from "@sendex/core/analytics/measures";
import { CHECKS } from "@sendex/core/audiences/check";
import {
  BOUNCE_WORDS,
  type BounceWord,
  BROADCAST_REASONS,
  BROADCAST_STATES,
  MAX_BROADCAST_NAME_CHARACTERS,
  MAX_NOT_REACHED_BY,
  MAX_PER_HOUR,
  MAX_PREVIEW_CHARACTERS,
  MIN_PER_HOUR,
  OUTCOMES,
  type Outcome,
} from "@sendex/core/audiences/broadcast";
import type { SubjectTest, Variant } from "@sendex/core/audiences/subject-test";
import { MAX_TEMPLATE_CHARACTERS } from "@sendex/core/templates/template";
import Joi from "joi";
import { idOf, mailbox, prose, when } from "../accepting/schemas";
import { blocksShown } from "../templates/responses";
import { blocks } from "../templates/schemas";
import { limited } from "../http/openapi/limited";
import { address, type Page, pageKeys } from "../http/list-query";
import { deleted, listOf, shown, time, timeOrNull, words } from "../http/openapi/responses";
import { subjectTest, subjectTestResponse, variant } from "./subject-test-schemas";

/** Bodies and responses of broadcasts. Source of the names: the Resend SDK 6.38; `per_hour`, `state`, `results` and what counts are ours. */

export interface BroadcastBody {
  name: string;
  segment_id: string | null;
  audience_id: string | null;
  topic_id: string | null;
  from: string | null;
  reply_to: string | string[] | null;
  subject: string;
  preview_text: string | null;
  html: string | null;
  blocks: Record<string, unknown> | null;
  text: string | null;
  per_hour: number | null;
  subject_test: SubjectTest | null;
  not_reached_by: string[];
}

const content = prose(MAX_TEMPLATE_CHARACTERS).allow("", null);
const fields = {
  name: prose(MAX_BROADCAST_NAME_CHARACTERS).allow("").description("For you alone."),
  segment_id: idOf("seg").allow(null).description("Whose contacts are to get it."),
  audience_id: idOf("seg").allow(null).description("An older name of `segment_id`."),
  topic_id: idOf("top").allow(null).description("What it is about: who left that does not get it."),
  from: mailbox.allow(null).description("Null: a draft has none yet."),
  reply_to: Joi.alternatives().conditional(Joi.array(), {
    then: limited(Joi.array().items(mailbox), { maxItems: MAX_MAILBOXES }),
    otherwise: mailbox.allow(null),
  }),
  subject: prose(MAX_SUBJECT_CHARACTERS).allow("").description("Liquid, as `html` and `text` are."),
  preview_text: prose(MAX_PREVIEW_CHARACTERS)
    .allow("", null)
    .description("What mail programs show beside the subject."),
  html: content.description(
    "Values of its reader: `{{ first_name | default: 'there' }}`, `{{{contact.plan|free}}}`.",
  ),
  blocks,
  text: content.description("Made of `html` unless given."),
  per_hour: Joi.number()
    .integer()
    .min(MIN_PER_HOUR)
    .max(MAX_PER_HOUR)
    .allow(null)
    .description("Mails an hour; null: as fast as mail goes."),
  subject_test: subjectTest.allow(null),
  not_reached_by: limited(Joi.array().items(idOf("bc")), { maxItems: MAX_NOT_REACHED_BY }).description(
    "Of the segment's contacts only those that none of these broadcasts, which are over, reached.",
  ),
};

export const duplicateSchema = Joi.object<{ not_reached: boolean }>({
  not_reached: Joi.boolean().description("For those alone whom this broadcast did not reach."),
});

export const newBroadcastSchema = Joi.object<BroadcastBody & { send: boolean; scheduled_at: string }>({
  ...fields,
  send: Joi.boolean().description("Send it at once, or at `scheduled_at`, instead of keeping a draft."),
  scheduled_at: when,
})
  .required()
  .meta({ name: "NewBroadcast" });

export const broadcastChangeSchema = Joi.object<BroadcastBody>(fields).required();
export const sendSchema = Joi.object<{ scheduled_at: string }>({ scheduled_at: when });
export const testSchema = Joi.object<{ to: string | string[]; contact: string; variant: Variant }>({
  to: Joi.alternatives()
    .conditional(Joi.array(), { then: Joi.array().items(mailbox).min(1).max(5), otherwise: mailbox })
    .required()
    .description("At most 5 addresses."),
  contact: Joi.string().max(320).description("Id or address of the contact whose values it has."),
  variant,
}).required();

export const previewQuery = Joi.object<{ contact?: string; variant?: Variant }>({
  contact: Joi.string().max(320).description("Id or address of a contact; a sample reader unless given."),
  variant,
});

export interface RecipientsQuery extends Page {
  type: Outcome;
  email?: string;
  bounce_type?: BounceWord;
}

export const recipientsQuery = Joi.object<RecipientsQuery>({
  ...pageKeys("msg"),
  type: Joi.valid(...OUTCOMES).default("sent"),
  email: address,
  bounce_type: Joi.valid(...BOUNCE_WORDS).description("With `type=bounced`."),
}).oxor("after", "before");

const listed = {
  object: Joi.valid("broadcast"),
  id: Joi.string(),
  mode: Joi.valid(...MODES),
  name: words,
  status: Joi.valid("draft", "queued", "sent").description("As the SDK knows it; `state` says more."),
  state: Joi.valid(...BROADCAST_STATES),
  reason: Joi.valid(...BROADCAST_REASONS, null).description("Why it does not go on, or did not."),
  segment_id: Joi.string().allow(null),
  audience_id: Joi.string().allow(null).description("The same."),
  subject: words.allow(null),
  created_at: time,
  scheduled_at: timeOrNull,
  started_at: timeOrNull,
  sent_at: timeOrNull,
  ended_at: timeOrNull,
  mails: Joi.number().integer().description("That were made so far."),
  skipped: Joi.number().integer().description("Contacts that had left, or cannot be written to."),
};

export const broadcastListResponse = listOf(shown(listed).meta({ name: "ListedBroadcast" }));
export const broadcastResponse = shown({
  ...listed,
  from: words.allow(null),
  reply_to: Joi.array().items(words).allow(null),
  preview_text: words.allow(null),
  topic_id: Joi.string().allow(null),
  per_hour: Joi.number().integer().allow(null),
  not_reached_by: Joi.array().items(Joi.string()),
  html: words.allow(null),
  blocks: blocksShown,
  text: words.allow(null),
  audience: shown({
    contacts: Joi.number().integer(),
    unsubscribed: Joi.number().integer().description("Who would not get it now."),
  }),
  subject_test: subjectTestResponse.allow(null),
  results: shown({
    ...Object.fromEntries(MEASURES.map((measure) => [measure, Joi.number().integer()])),
    ...Object.fromEntries(RATES.map((rate) => [rate, Joi.number()])),
  }).description("What was counted of its mails, a few seconds ago."),
}).meta({ name: "Broadcast" });
export const broadcastIdResponse = shown({ object: Joi.valid("broadcast"), id: Joi.string() });
export const broadcastRemovedResponse = deleted("broadcast");
export const previewResponse = shown({
  subject: words,
  html: words.allow(null),
  text: words.allow(null),
}).meta({ name: "BroadcastPreview" });

export const testResponse = shown({ data: Joi.array().items(shown({ id: Joi.string() })) }).description(
  "The messages that were made.",
);

export const checksResponse = shown({
  data: Joi.array().items(
    shown({
      check: Joi.valid(...CHECKS),
      level: Joi.valid("ok", "warning", "error").description("An error refuses sending."),
      message: Joi.string(),
      remedy: Joi.string().allow(null),
    }).meta({ name: "BroadcastCheck" }),
  ),
});

const link = { url: Joi.string(), clicks: Joi.number().integer() };
export const recipientsResponse = listOf(
  shown({
    id: Joi.string().description("The message's."),
    contact_id: Joi.string().allow(null),
    email: Joi.string(),
    count: Joi.number().integer().optional(),
    clicked_links: Joi.array().items(shown(link)).optional(),
    bounce_type: Joi.valid(...BOUNCE_WORDS)
      .allow(null)
      .optional(),
  }).meta({ name: "BroadcastRecipient" }),
);
export const linksResponse = listOf(
  shown({ id: Joi.string(), ...link, unique_clicks: Joi.number().integer() }).meta({ name: "ClickedLink" }),
);
