import { RECONNECT_MS } from "@sendex/core/events";
import type { AccountEventBody, WebhookBody } from "./webhooks/body";

/** Server-sent events. Source: HTML Living Standard, 9.2 "Server-sent events"; docs/api.md "Event stream". */

/** An event with the body that its webhook has, which is one line. */
export function eventFrame(id: string, body: WebhookBody | AccountEventBody): string {
  return `id: ${id}\nevent: ${body.event}\ndata: ${JSON.stringify(body)}\n\n`;
}

/** Without data, it is no event: it moves the id that a client comes back with, also where nothing happened. */
export function openingFrame(id: string): string {
  return `retry: ${RECONNECT_MS}\nid: ${id}\n\n`;
}

/** The same, beside a comment; without an id where older events are still to come. */
export function heartbeatFrame(id: string | undefined): string {
  return id === undefined ? ": heartbeat\n\n" : `: heartbeat\nid: ${id}\n\n`;
}
