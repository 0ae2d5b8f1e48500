import type { Priority } from "@sendex/core/accepting/message";

/** Jobs carry ids only: what they mean stands in PostgreSQL, and every job is safe to run twice. */
export interface SendJob {
  accountId: string;
  messageId: string;
  /** The recipient's ordinal within the message, from 0. */
  n: number;
  priority: Priority;
  /** The row's `due_at` when the job was made, in ms: a row that was put back has another one, and so another job. */
  due: number;
}

export interface DeliveryJob {
  accountId: string;
  eventId: string;
  webhookId: string;
  /** Tries made before this one. */
  attempt: number;
}

/** `id` is the SNS message id. */
export interface NotificationJob {
  id: string;
}

export const QUEUES = {
  critical: "send-critical",
  standard: "send-standard",
  bulk: "send-bulk",
  quarantine: "send-quarantine",
  deliver: "deliver",
  ingest: "ingest",
} as const;
export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];

/** One queue a tier, so that a backlog in a lower one delays no higher one. */
export const SEND_QUEUES: Record<Priority, QueueName> = {
  critical: QUEUES.critical,
  standard: QUEUES.standard,
  bulk: QUEUES.bulk,
};

/**
 * How a job is run again while PostgreSQL is in trouble: 30 times, 2 s apart, which is about as long as its row is
 * believed to be queued. After that admission makes it again.
 */
export const RETRIES = { attempts: 30, backoff: { type: "fixed", delay: 2_000 } } as const;

/** First part of every Redis key we write; tests that share a Redis give their own. */
export const DEFAULT_PREFIX = "sendex";

/** BullMQ's list of the jobs that wait in a queue. */
export function waitKey(prefix: string, name: QueueName): string {
  return `${prefix}:${name}:wait`;
}

export function sendJobId(job: Pick<SendJob, "messageId" | "n" | "due">): string {
  return `${job.messageId}-${job.n}-${job.due.toString(36)}`;
}

export function deliveryJobId(job: Pick<DeliveryJob, "eventId" | "webhookId" | "attempt">): string {
  return `${job.eventId}-${job.webhookId}-${job.attempt}`;
}

export function notificationJobId(job: NotificationJob): string {
  return job.id;
}
