import type { WebhookBody } from "@sendex/wire/webhooks/body";
import { type Answer, type ReceivedRequest, serve } from "./http-server";

/** A customer's webhook endpoint: takes everything, remembers everything. */
export interface Receiver {
  url: string;
  /** Requests in the order of their arrival. */
  requests(path?: string): ReceivedRequest[];
  /** Webhooks about one message that the root path was told, parsed, each `webhook-id` once. */
  events(messageId: string): WebhookEvent[];
  /** How this path answers from now on; `nth` counts its requests from 1. */
  answer(path: string, as: (nth: number) => Answer): void;
  /** This path takes requests and never answers. */
  hang(path: string): void;
  close(): Promise<void>;
}

export interface WebhookEvent {
  webhookId: string;
  event: string;
  body: WebhookBody;
}

const OK: Answer = { status: 200 };

export async function startReceiver(): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  const counts = new Map<string, number>();
  const answers = new Map<string, (nth: number) => Answer | Promise<Answer>>();
  const server = await serve((request) => {
    requests.push(request);
    const nth = (counts.get(request.path) ?? 0) + 1;
    counts.set(request.path, nth);
    return answers.get(request.path)?.(nth) ?? OK;
  });
  return {
    url: server.url,
    requests: (path) => requests.filter((request) => path === undefined || request.path === path),
    events: (messageId) => eventsOf(requests, messageId),
    answer: (path, as) => void answers.set(path, as),
    hang: (path) => void answers.set(path, () => new Promise<Answer>(() => undefined)),
    close: server.close,
  };
}

function eventsOf(requests: ReceivedRequest[], messageId: string): WebhookEvent[] {
  const events = new Map<string, WebhookEvent>();
  for (const { path, headers, body: text } of requests) {
    // A path of a test's own may be told what others are not.
    if (path !== "/" || !text.includes(messageId)) continue;
    const body: WebhookBody = JSON.parse(text);
    const webhookId = String(headers["webhook-id"]);
    if (body.data.id === messageId) events.set(webhookId, { webhookId, event: body.event, body });
  }
  return [...events.values()];
}
