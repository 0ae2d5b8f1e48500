import type { EventName } from "@sendex/core/webhooks/alias";
import { invalidFields } from "@sendex/core/error";
import { isId } from "@sendex/crypto/token";
import Joi from "joi";
import { meaning } from "../http/list-query";
import { EVENT_NAMES, eventName } from "../webhooks/schemas";

/** All names there are, with the commas between them. */
const MAX_NAMES = EVENT_NAMES.join(",").length;

const eventNames = Joi.string()
  .max(MAX_NAMES)
  .custom((text: string, helpers) => {
    const names = text.split(",").map((name) => eventName(name.trim(), helpers));
    return names.find((name) => typeof name !== "string") ?? names;
  })
  .description("Names of events, separated by commas. All of them, unless some are named.")
  .example("email.delivered,email.bounced");

const eventId = meaning((text) => (isId("evt", text) ? text : undefined), "id.base");

/** `GET /api/v1/events/stream` */
export const streamQuery = Joi.object<{ events?: EventName[]; last_event_id?: string }>({
  events: eventNames,
  last_event_id: eventId.description("As `Last-Event-ID`, for clients that cannot set headers."),
});

const LAST_EVENT_ID = "Last-Event-ID";

export const streamHeaders = Joi.object({
  [LAST_EVENT_ID]: eventId
    .allow("")
    .description(
      "The id of the last event that was received: the stream goes on after it, and may repeat some. At most 3 days old.",
    ),
});

/** Undefined where there is none, or an empty one. Throws bad_request where it is no event's id. */
export function lastEventId(header: (name: string) => string | undefined): string | undefined {
  const id = header(LAST_EVENT_ID) ?? "";
  if (id === "") return undefined;
  if (isId("evt", id)) return id;
  const message = `${LAST_EVENT_ID} must be the id of an event.`;
  throw invalidFields([{ field: LAST_EVENT_ID, code: "format", message }]);
}

/** The text of a stream; one event of it. */
export const streamResponse = Joi.string().example(
  'id: evt_…\nevent: email.delivered\ndata: {"event":"email.delivered","type":"email.delivered","created_at":"2026-03-05T12:00:00.000Z","mode":"live","data":{…}}\n\n',
);
