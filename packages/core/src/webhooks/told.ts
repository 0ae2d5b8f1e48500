import type { WebhookEvent } from "./event";
import type { StoredEvent, StoredMessage } from "../messages/stored";

/**
 * What a webhook is about: an entry of a message's timeline, or an account event, which carries the webhook's data
 * itself.
 */
export type Told =
  | {
      kind: "entry";
      event: StoredEvent;
      /** With the one recipient that the event is about (of an entry about the whole message, the first), or with all. */
      message: StoredMessage;
    }
  | { kind: "account"; webhook: WebhookEvent; at: Date; data: object };
