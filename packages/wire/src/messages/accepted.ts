import type { Dialect } from "@sendex/core/accepting/message";
import type { FieldError } from "@sendex/core/error";

/** A message that is being accepted, as far as its caller is told of it. */
export interface AcceptedMessage {
  id: string;
  createdAt: Date;
  scheduledAt: Date | null;
  recipients: { address: string }[];
}

/** What is wrong with one item of a batch that goes without it; `index` is the item's place in the request. */
export interface ItemError {
  index: number;
  /** Of the first of them. */
  message: string;
  /** All that is wrong with it, fields as `[1].to`. */
  errors: FieldError[];
}

/** The 202 of `POST /api/v1/emails` and of `POST /v1/messages`. Source: docs/contract.md "Accepting a message". */
export function presentAccepted(dialect: Dialect, message: AcceptedMessage): object {
  const { id, createdAt, scheduledAt, recipients } = message;
  const status = scheduledAt ? "scheduled" : "queued";
  const created_at = createdAt.toISOString();
  const scheduled = scheduledAt?.toISOString();
  if (dialect === "sendex")
    return { id, object: "email", status, created_at, ...(scheduled && { scheduled_at: scheduled }) };
  // The first of several, as in what is read back.
  const recipient = recipients[0]?.address ?? null;
  return { message_id: id, status, recipient, created_at, ...(scheduled && { scheduled_time: scheduled }) };
}

/** The 202 of `POST /api/v1/emails/batch`; `errors` are listed where the batch is permissive. */
export function presentBatch(
  messages: Pick<AcceptedMessage, "id" | "scheduledAt">[],
  errors?: ItemError[],
): object {
  const data = messages.map(({ id, scheduledAt }) => ({
    id,
    ...(scheduledAt && { scheduled_at: scheduledAt.toISOString() }),
  }));
  return { data, ...(errors && { errors }) };
}
