import { randomUUID } from "node:crypto";
import type { Dialect, Draft } from "@sendex/core/accepting/message";
import type { StoredMessage } from "@sendex/core/messages/stored";
import { beginAccept, finishAccept } from "@sendex/pipeline/accepting/accept";
import type { Accepted, AcceptRequest } from "@sendex/pipeline/accepting/request";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { openComposer } from "@sendex/pipeline/sending/compose";
import { deliver } from "@sendex/pipeline/webhooks/deliver";
import { openEndpointSlots } from "@sendex/pipeline/webhooks/slots";
import { ingest } from "@sendex/pipeline/reports/ingest";
import { getMessage } from "@sendex/pipeline/messages/read";
import { receiveNotification } from "@sendex/pipeline/reports/receive";
import { type Sender, sendRecipient } from "@sendex/pipeline/sending/send-recipient";
import type { Tenant } from "@sendex/data/access/api-keys";
import { openTestContext, seedAccount, type SeededAccount, type TestContext } from "./context";
import { plain } from "@sendex/data/database/pools";

/** A context and one account, driven by hand: nothing moves unless the test says so. */
export interface Drive {
  test: TestContext;
  account: SeededAccount;
  caller: Tenant;
  sender: Sender;
}

export async function openDrive(overrides?: Parameters<typeof openTestContext>[0]): Promise<Drive> {
  const test = await openTestContext(overrides);
  return driveOver(test, await seedAccount(test.context));
}

/** Drives a context and an account that are there already. */
export async function driveOver(test: TestContext, account: SeededAccount): Promise<Drive> {
  const caller = await authenticate(test.context, account.authorization);
  return { test, account, caller, sender: senderOf(test) };
}

/** A sender that is never paced. */
function senderOf(test: TestContext): Sender {
  return {
    compose: openComposer(test.context),
    rate: {
      reserve: async () => ({ reserved: true, waitMs: 0 }),
      perSecond: () => 1_000,
      throttled: async () => undefined,
      pausedLately: () => true,
      close: () => undefined,
    },
    domains: { none: () => true, of: () => undefined, close: () => undefined },
  };
}

export function draftOf({ account }: Drive, overrides: Partial<Draft> = {}): Draft {
  return {
    from: { address: `hello@${account.domain}` },
    to: [{ address: "someone@example.com" }],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Hello",
    text: "A body.",
    headers: {},
    attachments: [],
    tags: [],
    metadata: {},
    priority: "standard",
    ...overrides,
  };
}

/** A call, and the drafts that a surface would read from its body. */
export interface DraftedRequest extends AcceptRequest {
  drafts: Draft[];
}

export function requestOf(
  { caller, test }: Drive,
  drafts: Draft[],
  overrides: Partial<AcceptRequest> = {},
): DraftedRequest {
  return {
    caller,
    dialect: "sendex",
    fingerprint: "a body",
    now: test.clock.now(),
    ...(drafts.length > 1 && { batch: "strict" }),
    ...overrides,
    drafts,
  };
}

/** What a surface does with a call whose body it has read. */
export async function accept(context: TestContext["context"], request: DraftedRequest): Promise<Accepted> {
  const items = request.drafts.map((draft, index) => ({ index, draft }));
  const known = await beginAccept(context, request);
  return known ?? (await finishAccept(context, request, { items, errors: [] }));
}

/** Accepts one message; its id. */
export async function post(
  drive: Drive,
  draft: Partial<Draft> = {},
  dialect: Dialect = "sendex",
): Promise<string> {
  const { messageIds } = await accept(
    drive.test.context,
    requestOf(drive, [draftOf(drive, draft)], { dialect }),
  );
  return messageIds[0] ?? "";
}

interface Row {
  account_id: string;
  message_id: string;
  n: number;
  priority: "critical" | "standard" | "bulk";
  due_at: Date;
}

/** Sends everything that is due now, once; how many jobs there were. */
export async function sendDue({ test, sender }: Drive): Promise<number> {
  const { rows } = await plain(test.context.data).query<Row>(
    "SELECT account_id, message_id, n, priority, due_at FROM recipients WHERE due_at <= $1 AND status IN ('queued', 'scheduled') ORDER BY due_at, message_id, n",
    [test.clock.now()],
  );
  await Promise.all(
    rows.map((row) =>
      sendRecipient(test.context, sender, {
        accountId: row.account_id,
        messageId: row.message_id,
        n: row.n,
        priority: row.priority,
        due: row.due_at.getTime(),
      }),
    ),
  );
  return rows.length;
}

export async function read({ test, caller }: Drive, id: string): Promise<StoredMessage> {
  return getMessage(test.context, caller, id);
}

export async function timeline(drive: Drive, id: string): Promise<string[]> {
  return (await read(drive, id)).events.map(({ type }) => type);
}

export async function statusOf(drive: Drive, id: string, n = 0): Promise<string | undefined> {
  return (await read(drive, id)).recipients[n]?.status;
}

/** The recipient's row as it stands. */
export async function rowOf({ test }: Drive, id: string, n = 0): Promise<Record<string, unknown>> {
  const { rows } = await plain(test.context.data).query<Record<string, unknown>>(
    "SELECT * FROM recipients WHERE message_id = $1 AND n = $2",
    [id, n],
  );
  return rows[0] ?? {};
}

/** What SES would publish about an attempt, by our tags. */
export function sesEvent(
  drive: Drive,
  target: { id: string; n?: number; attempt?: number; address?: string },
  eventType: string,
  body: Record<string, unknown> = {},
): string {
  const { id, n = 0, attempt = 1, address = "someone@example.com" } = target;
  const tags = {
    account: drive.account.accountId,
    message: id,
    recipient: String(n),
    attempt: String(attempt),
  };
  return JSON.stringify({
    eventType,
    mail: {
      timestamp: drive.test.clock.now().toISOString(),
      messageId: `ses-${id}-${n}-${attempt}`,
      destination: [address],
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [`sendex-${name}`, [value]])),
    },
    ...body,
  });
}

export const EVENTS = {
  sent: ["Send", { send: {} }],
  delivered: ["Delivery", { delivery: { recipients: ["someone@example.com"], smtpResponse: "250 ok" } }],
  deferred: [
    "DeliveryDelay",
    {
      deliveryDelay: {
        delayType: "TransientCommunicationFailure",
        delayedRecipients: [{ emailAddress: "someone@example.com" }],
      },
    },
  ],
  bounced: [
    "Bounce",
    {
      bounce: {
        bounceType: "Permanent",
        bounceSubType: "General",
        bouncedRecipients: [{ emailAddress: "someone@example.com" }],
      },
    },
  ],
  softBounced: [
    "Bounce",
    {
      bounce: {
        bounceType: "Transient",
        bounceSubType: "General",
        bouncedRecipients: [{ emailAddress: "someone@example.com" }],
      },
    },
  ],
  complained: [
    "Complaint",
    {
      complaint: {
        complaintFeedbackType: "abuse",
        complainedRecipients: [{ emailAddress: "someone@example.com" }],
      },
    },
  ],
  opened: ["Open", { open: { userAgent: "a reader" } }],
  rejected: ["Reject", { reject: { reason: "Bad content" } }],
} as const satisfies Record<string, readonly [string, Record<string, unknown>]>;

/** Puts messages of an SNS topic through the whole of hearing back; each has a fresh SNS id unless one is given. */
export async function hear(
  { test }: Drive,
  messages: string[],
  messageIds?: string[],
  trust = "sandbox",
): Promise<void> {
  const ids = messageIds ?? messages.map(() => randomUUID());
  for (const [i, message] of messages.entries()) {
    const timestamp = test.clock.now();
    await receiveNotification(
      test.context,
      JSON.stringify({
        type: "Notification",
        messageId: ids[i],
        topicArn: "arn:test",
        message,
        timestamp,
        trust,
      }),
    );
  }
  await ingest(test.context, ids);
}

/** Delivers every pending webhook that is due. */
export async function deliverDue({ test }: Pick<Drive, "test">): Promise<number> {
  const { rows } = await plain(test.context.data).query<{
    account_id: string;
    event_id: string;
    webhook_id: string;
    attempts: number;
  }>(
    "SELECT account_id, event_id, webhook_id, attempts FROM deliveries WHERE status = 'pending' AND due_at <= $1 ORDER BY event_id",
    [test.clock.now()],
  );
  const slots = openEndpointSlots();
  for (const row of rows)
    await deliver(test.context, slots, {
      accountId: row.account_id,
      eventId: row.event_id,
      webhookId: row.webhook_id,
      attempt: row.attempts,
    });
  return rows.length;
}
