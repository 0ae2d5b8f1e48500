import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isoTime, type Clock } from "../clock";
import { log } from "../log";
import type { Signer } from "./certificate";
import { signedEnvelope, type EnvelopeFields } from "./envelope";
import { createPoster, type Poster } from "./post";
import { createQueue, type Notification } from "./queue";
import { askForConfirmation, newSubscription, type Subscription } from "./subscription";

export interface TopicState {
  confirmed: boolean;
  notifyUrl: string | null;
  signatureVersion: "1" | "2";
  pending: number;
  delivered: number;
  failed: number;
  dropped: number;
}

export interface Topic {
  /** Hands an event to the subscriber; kept while it has not confirmed, dropped when there is none. */
  publish(subject: string, message: () => string): void;
  /** Subscribes an endpoint in place of the one before and asks it to confirm. */
  subscribe(endpoint: string): void;
  /** Confirms by token; the subscription's ARN, or null for a token that is not the current one. */
  confirm(token: string): string | null;
  setSignatureVersion(version: "1" | "2"): void;
  state(): TopicState;
  /** Stops; what is not delivered is kept in the data folder for the next start. */
  close(): Promise<void>;
}

export interface TopicOptions {
  folder: string;
  topicArn: string;
  signer: Signer;
  signatureVersion: "1" | "2";
  publicUrl: string;
  retryTimeScale: number;
  clock: Clock;
}

/** SNS's default policy for HTTP. https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
const RETRIES = 3;
const RETRY_DELAY_MS = 20_000;
const CONCURRENCY = 32;
/** How long closing waits for posts under way, in milliseconds. */
const CLOSE_WAIT_MS = 2_000;

interface Hub extends TopicOptions {
  queue: ReturnType<typeof createQueue>;
  poster: Poster;
  subscription: Subscription | null;
  closed: boolean;
  active: number;
  delivered: number;
  failed: number;
}

/** The one topic of the stand-in, with at most one subscriber. */
export async function openTopic(options: TopicOptions): Promise<Topic> {
  const storePath = join(options.folder, "undelivered.jsonl");
  const hub: Hub = {
    ...options,
    queue: createQueue(),
    poster: createPoster(CONCURRENCY),
    subscription: null,
    closed: false,
    active: 0,
    delivered: 0,
    failed: 0,
  };
  await hub.queue.load(storePath);
  return {
    publish(subject, message) {
      if (hub.subscription === null) return;
      hub.queue.add(subject, message, isoTime(hub.clock()));
      pump(hub);
    },
    subscribe: (endpoint) => subscribe(hub, endpoint),
    confirm: (token) => confirm(hub, token),
    setSignatureVersion: (version) => void (hub.signatureVersion = version),
    state: () => stateOf(hub),
    async close() {
      hub.closed = true;
      for (let waited = 0; hub.active > 0 && waited < CLOSE_WAIT_MS; waited += 20) await wait(20);
      await hub.queue.store(storePath);
      hub.poster.close();
    },
  };
}

function subscribe(hub: Hub, endpoint: string): void {
  const wanted = newSubscription(hub.topicArn, endpoint);
  hub.subscription = wanted;
  askForConfirmation(
    () => send(hub, wanted, confirmationFields(hub, wanted.token)),
    () => !hub.closed && hub.subscription === wanted && !wanted.confirmed,
  );
}

function confirm(hub: Hub, token: string): string | null {
  if (hub.subscription === null || token !== hub.subscription.token) return null;
  hub.subscription.confirmed = true;
  pump(hub);
  return hub.subscription.arn;
}

function stateOf({ subscription, signatureVersion, queue, delivered, failed }: Hub): TopicState {
  return {
    confirmed: subscription?.confirmed ?? false,
    notifyUrl: subscription?.endpoint ?? null,
    signatureVersion,
    pending: queue.size(),
    dropped: queue.dropped(),
    delivered,
    failed,
  };
}

function pump(hub: Hub): void {
  const { subscription } = hub;
  while (!hub.closed && subscription?.confirmed === true && hub.active < CONCURRENCY) {
    const notification = hub.queue.take();
    if (notification === undefined) return;
    hub.active += 1;
    void deliver(hub, subscription, notification).finally(() => {
      hub.active -= 1;
      pump(hub);
    });
  }
}

async function deliver(hub: Hub, to: Subscription, notification: Notification): Promise<void> {
  notification.attempts += 1;
  const status = await send(hub, to, notificationFields(hub, notification)).catch(() => 0);
  if (isFinal(status)) {
    hub.delivered += 1;
    hub.queue.finish(notification);
  } else if (notification.attempts > RETRIES) {
    hub.failed += 1;
    hub.queue.finish(notification);
    log("warn", "notification given up", { messageId: notification.messageId, status });
  } else {
    setTimeout(() => {
      hub.queue.putBack(notification);
      pump(hub);
    }, RETRY_DELAY_MS * hub.retryTimeScale).unref();
  }
}

async function send(hub: Hub, { endpoint, arn }: Subscription, fields: EnvelopeFields): Promise<number> {
  const { signer, publicUrl, signatureVersion } = hub;
  const certificateUrl = `${publicUrl}/${signer.fileName}`;
  const signing = { privateKey: signer.privateKey, version: signatureVersion, certificateUrl };
  const isNotification = fields.Type === "Notification";
  const links = { UnsubscribeURL: `${publicUrl}/?Action=Unsubscribe&SubscriptionArn=${arn}` };
  const body = await signedEnvelope(fields, signing, isNotification ? links : {});
  return hub.poster.post(endpoint, body, requestHeaders(fields, isNotification ? arn : null));
}

/** Any 2xx and, but for 429, any 4xx ends a delivery; all else is tried again. */
function isFinal(status: number): boolean {
  return (status >= 200 && status < 300) || (status >= 400 && status < 500 && status !== 429);
}

function notificationFields({ topicArn }: Hub, notification: Notification): EnvelopeFields {
  return {
    Type: "Notification",
    MessageId: notification.messageId,
    TopicArn: topicArn,
    Subject: notification.subject,
    Message: notification.message(),
    Timestamp: notification.timestamp,
  };
}

function confirmationFields({ topicArn, publicUrl, clock }: Hub, token: string): EnvelopeFields {
  return {
    Type: "SubscriptionConfirmation",
    MessageId: randomUUID(),
    Token: token,
    TopicArn: topicArn,
    Message: `You have chosen to subscribe to the topic ${topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
    SubscribeURL: `${publicUrl}/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=${token}`,
    Timestamp: isoTime(clock()),
  };
}

function requestHeaders(fields: EnvelopeFields, subscriptionArn: string | null): Record<string, string> {
  return {
    "x-amz-sns-message-type": fields.Type,
    "x-amz-sns-message-id": fields.MessageId,
    "x-amz-sns-topic-arn": fields.TopicArn,
    ...(subscriptionArn === null ? {} : { "x-amz-sns-subscription-arn": subscriptionArn }),
    "Content-Type": "text/plain; charset=UTF-8",
    "User-Agent": "Amazon Simple Notification Service Agent",
    "Accept-Encoding": "gzip,deflate",
  };
}
