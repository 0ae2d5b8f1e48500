import { MODES } from "@sendex/core/accepting/message";
import {
  MAX_NAME_CHARACTERS,
  MAX_NAMED,
  MAX_PROPERTY_CHARACTERS,
  PROPERTY_KEY,
  PROPERTY_TYPES,
  type PropertyType,
} from "@sendex/core/audiences/contact";
import {
  MAX_TOPIC_DESCRIPTION_CHARACTERS,
  MAX_TOPIC_NAME_CHARACTERS,
  SUBSCRIPTION_WORDS,
  type SubscriptionWord,
} from "@sendex/core/audiences/topic";
import Joi from "joi";
import { idOf, mailbox, prose } from "../accepting/schemas";
import { shownRule } from "./rule-schemas";
import { deleted, listOf, shown, time, timeOrNull, words } from "../http/openapi/responses";

/** Bodies and responses of contacts and of what belongs to them. Source of the names: the Resend SDK 6.38. */

export interface TopicBody {
  id: string;
  subscription: SubscriptionWord;
}

export interface ContactBody {
  email: string;
  first_name: string | null;
  last_name: string | null;
  unsubscribed: boolean;
  properties: Record<string, unknown>;
  segments: { id: string }[];
  topics: TopicBody[];
}

export const CONTACT_STATES = ["confirmed", "pending"] as const;

const name = prose(MAX_NAME_CHARACTERS).allow("");
const value = Joi.alternatives(
  Joi.string().allow("").max(MAX_PROPERTY_CHARACTERS),
  Joi.number(),
  Joi.boolean(),
  Joi.valid(null),
);
const properties = Joi.object()
  .pattern(Joi.string(), value)
  .description("Values by the keys of contact properties; null takes one away.");
const topic = Joi.object<TopicBody>({
  id: idOf("top").required(),
  subscription: Joi.valid(...SUBSCRIPTION_WORDS).required(),
}).meta({ name: "TopicChoice" });
export const topics = Joi.array().items(topic).max(MAX_NAMED);
export const namedSegments = Joi.array()
  .items(Joi.object({ id: idOf("seg").required() }))
  .max(MAX_NAMED);
const unsubscribed = Joi.boolean().description("Whether it gets no bulk mail and no mail of topics.");

export const contactKeys = {
  email: mailbox.required(),
  first_name: name,
  last_name: name,
  unsubscribed,
  properties,
  segments: namedSegments,
  topics,
};
export const newContactSchema = Joi.object<ContactBody>(contactKeys).required();

export const contactChangeSchema = Joi.object<Omit<ContactBody, "email" | "segments">>({
  first_name: name.allow(null).description("null takes it away."),
  last_name: name.allow(null),
  unsubscribed,
  properties,
  topics,
}).required();

/** A bare array, as the SDK sends it, or the same under `topics`. */
export const contactTopicsSchema = Joi.alternatives(topics, Joi.object({ topics: topics.required() }));
export const namedTopicsSchema = Joi.object<{ topics: TopicBody[] }>({
  topics: topics.required(),
}).required();

export const segmentSchema = Joi.object<{ name: string }>({
  name: prose(MAX_NAME_CHARACTERS).required(),
}).required();

export interface NewTopicBody {
  name: string;
  description: string;
  default_subscription: SubscriptionWord;
}

const topicName = prose(MAX_TOPIC_NAME_CHARACTERS);
const description = prose(MAX_TOPIC_DESCRIPTION_CHARACTERS).allow("");

export const newTopicSchema = Joi.object<NewTopicBody>({
  name: topicName.required(),
  description: description.description("Stands below the name where people choose."),
  default_subscription: Joi.valid(...SUBSCRIPTION_WORDS)
    .required()
    .description("Of those who never chose; it cannot be changed."),
}).required();

export const topicChangeSchema = Joi.object<{ id: string; name: string; description: string }>({
  id: idOf("top").description("The topic's own, as the SDK sends it along."),
  name: topicName,
  description,
}).required();

export interface PropertyBody {
  key: string;
  type: PropertyType;
  fallback_value: unknown;
}

const fallback = Joi.alternatives(
  Joi.string().allow("").max(MAX_PROPERTY_CHARACTERS),
  Joi.number(),
  Joi.valid(null),
).description("Of contacts without a value.");

export const newPropertySchema = Joi.object<PropertyBody>({
  key: Joi.string().pattern(PROPERTY_KEY, "a name of letters, digits and _").required().example("plan"),
  type: Joi.valid(...PROPERTY_TYPES).required(),
  fallback_value: fallback,
}).required();

export const propertyChangeSchema = Joi.object<{ fallback_value: unknown }>({
  fallback_value: fallback,
}).required();

const idField = Joi.string();
const contactFields = {
  id: idField,
  mode: Joi.valid(...MODES),
  email: Joi.string(),
  first_name: words.allow(null),
  last_name: words.allow(null),
  unsubscribed: Joi.boolean(),
  state: Joi.valid(...CONTACT_STATES).description(
    "`pending`: has yet to confirm, and gets no mail that can be left.",
  ),
  created_at: time,
};
export const contactResponse = shown({
  object: Joi.valid("contact"),
  ...contactFields,
  updated_at: time,
  confirmation: shown({
    form_id: idField.allow(null).description("Null: it was asked for by the API."),
    asked_at: time,
    asked_from: Joi.string().allow(null).description("A network, as `203.0.113.0/24`."),
    confirmed_at: timeOrNull,
    confirmed_from: Joi.string().allow(null),
  })
    .allow(null)
    .description("How the address was asked for and confirmed last; null: it was added without."),
  properties: Joi.object().pattern(
    Joi.string(),
    shown({ type: Joi.valid(...PROPERTY_TYPES), value: Joi.alternatives(words, Joi.number()) }),
  ),
}).meta({ name: "Contact" });
export const contactListResponse = listOf(
  shown({ object: Joi.valid("contact"), ...contactFields }).meta({ name: "ListedContact" }),
);
export const contactRemovedResponse = shown({
  object: Joi.valid("contact"),
  id: idField,
  contact: idField.description("The same id."),
  deleted: Joi.valid(true),
});
/** Of what was written, by its id. */
export function written(object: string): Joi.ObjectSchema {
  return shown({ object: Joi.valid(object), id: idField });
}

export const segmentResponse = shown({
  object: Joi.valid("segment"),
  id: idField,
  mode: Joi.valid(...MODES),
  name: Joi.string(),
  rule: shownRule,
  created_at: time,
}).meta({ name: "Segment" });
export const segmentListResponse = listOf(segmentResponse);
export const segmentRemovedResponse = deleted("segment");
export const takenOutResponse = shown({
  id: idField,
  audienceId: idField.description("The segment."),
  deleted: Joi.valid(true),
});

export const topicResponse = shown({
  object: Joi.valid("topic"),
  id: idField,
  name: Joi.string(),
  description: words.allow(null),
  default_subscription: Joi.valid(...SUBSCRIPTION_WORDS),
  created_at: time,
}).meta({ name: "Topic" });
export const topicListResponse = listOf(topicResponse);
export const topicRemovedResponse = deleted("topic");
export const contactTopicListResponse = listOf(
  shown({
    id: idField,
    name: Joi.string(),
    description: words.allow(null),
    subscription: Joi.valid(...SUBSCRIPTION_WORDS),
  }).meta({ name: "ContactTopic" }),
);

export const propertyResponse = shown({
  object: Joi.valid("contact_property"),
  id: idField,
  key: Joi.string(),
  type: Joi.valid(...PROPERTY_TYPES),
  fallback_value: Joi.alternatives(words, Joi.number()).allow(null),
  created_at: time,
}).meta({ name: "ContactProperty" });
export const propertyListResponse = listOf(propertyResponse);
export const propertyRemovedResponse = deleted("contact_property");
