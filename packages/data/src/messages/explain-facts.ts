import type {
  AttemptFacts,
  ExplainFacts,
  WaitFacts,
  WebhookFacts,
} from "@sendex/core/messages/explain-facts";
import { findMessage } from "./read";
import { pausedRoutes } from "../sending/routes";
import { type ListOwner, readRow, type Row } from "../suppressions/entries";
import { ofEachMode } from "../suppressions/tables";
import { arrayOf, text } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import { isOfMode } from "../webhooks/wanting";
import type { Data } from "../database/open";
import { keyed, plain, prisma } from "../database/pools";

/** Attempts of 50 recipients through the longest ladder's visible part; a page, as the timeline has. */
const MAX_ATTEMPTS = 5_000;

/** All that is known of a message, for explaining it; undefined where there is none. */
export async function findExplainFacts(
  data: Data,
  accountId: string,
  id: string,
): Promise<Omit<ExplainFacts, "reported"> | undefined> {
  const where = { accountId, messageId: id };
  const [message, row, account, waits, attempts, letters, paused, webhooks] = await Promise.all([
    findMessage(data, accountId, id),
    prisma(data).message.findUnique({
      where: { accountId_id: { accountId, id } },
      select: { route: true, keyId: true },
    }),
    prisma(data).account.findUnique({
      where: { id: accountId },
      select: { standing: true, standingReason: true, unknownPolicy: true },
    }),
    prisma(data).recipient.findMany({ where, select: WAIT_COLUMNS }),
    prisma(data).attempt.findMany({ where, select: ATTEMPT_COLUMNS, take: MAX_ATTEMPTS }),
    prisma(data).deadLetter.findMany({
      where: { accountId, kind: "recipient", subjectId: id, resolvedAt: null },
    }),
    pausedRoutes(data),
    webhooksOf(data, accountId, id),
  ]);
  if (!message || !row || !account) return undefined;
  const [key, suppressions] = await Promise.all([
    row.keyId === null ? undefined : keyOf(data, accountId, row.keyId),
    suppressionsOf(
      data,
      message,
      message.recipients.map(({ address }) => address.toLowerCase()),
    ),
  ]);
  const pause = paused.find(({ name }) => name === row.route);
  return {
    message,
    route: row.route === "ses" ? "ses" : "sandbox",
    key,
    account,
    waits: waits satisfies WaitFacts[],
    attempts: attempts satisfies AttemptFacts[],
    suppressions,
    deadLetters: letters.map(({ part, reason, detail, createdAt }) => ({
      ...{ n: Number(part), reason, detail },
      at: createdAt,
    })),
    pause: pause && { reason: pause.reason, since: pause.pausedAt, until: pause.probeAt },
    webhooks,
  };
}

const WAIT_COLUMNS = { n: true, dueAt: true, leaseUntil: true, unknown: true, suspect: true } as const;
const ATTEMPT_COLUMNS = {
  ...({ n: true, attempt: true, startedAt: true, finishedAt: true } as const),
  ...({ outcome: true, code: true, detail: true } as const),
};

async function keyOf(data: Data, accountId: string, id: string): Promise<ExplainFacts["key"]> {
  const key = await prisma(data).apiKey.findUnique({
    where: { accountId_id: { accountId, id } },
    select: { name: true, hint: true, revokedAt: true },
  });
  return key ? { name: key.name, hint: key.hint, revoked: key.revokedAt !== null } : undefined;
}

async function suppressionsOf(
  data: Data,
  { accountId, mode }: ListOwner,
  addresses: string[],
): Promise<ExplainFacts["suppressions"]> {
  const { rows } = await plain(data).query<Row>(SUPPRESSIONS[mode]({ accountId, addresses }));
  return rows.map((row) => readRow(row, mode));
}

const SUPPRESSIONS = ofEachMode((table) =>
  unpreparedStatement(
    { accountId: text, addresses: arrayOf(text) },
    (p) => `
SELECT * FROM ${table} WHERE account_id = ${p.accountId} AND address = ANY (${p.addresses}::text[])`,
  ),
);

interface WebhookRow {
  endpoint: string | null;
  disabled: boolean;
  status: WebhookFacts["status"];
  events: WebhookFacts["events"];
  next_at: Date | null;
  last_at: Date | null;
  last_status: number | null;
  last_error: string | null;
}

async function webhooksOf(data: Data, accountId: string, id: string): Promise<WebhookFacts[]> {
  const { rows } = await keyed(data).query<WebhookRow>(WEBHOOKS({ accountId, messageId: id }));
  return rows.map((row) => ({
    endpoint: row.endpoint,
    disabled: row.disabled,
    status: row.status,
    events: row.events,
    nextAt: row.next_at,
    lastAt: row.last_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
  }));
}

// By keys from step to step; the latest try of a delivery is the one that its counter names.
const WEBHOOKS = statement(
  "explain-webhooks",
  { accountId: text, messageId: text },
  (p) => `
WITH e AS MATERIALIZED (
  SELECT account_id, id, webhook FROM events
  WHERE account_id = ${p.accountId} AND subject_id = ${p.messageId} AND subject_type = 'message' AND webhook IS NOT NULL
  ORDER BY id LIMIT 5000
), d AS MATERIALIZED (
  SELECT d.account_id, d.event_id, d.webhook_id, d.status, d.attempts, d.due_at, e.webhook
  FROM e JOIN deliveries d ON d.account_id = e.account_id AND d.event_id = e.id
)
SELECT w.endpoint, w.status IS NOT DISTINCT FROM 'disabled' AS disabled, d.status, array_agg(DISTINCT d.webhook) AS events,
  min(d.due_at) AS next_at, max(a.at) AS last_at,
  (array_agg(a.status ORDER BY a.at DESC NULLS LAST))[1] AS last_status,
  (array_agg(a.error ORDER BY a.at DESC NULLS LAST))[1] AS last_error
FROM d LEFT JOIN webhooks w ON w.account_id = d.account_id AND w.id = d.webhook_id
LEFT JOIN delivery_attempts a
  ON a.account_id = d.account_id AND a.event_id = d.event_id AND a.webhook_id = d.webhook_id AND a.attempt = d.attempts
WHERE w.id IS NULL OR ${isOfMode(p.accountId, p.messageId)}
GROUP BY d.webhook_id, w.endpoint, w.status, d.status
ORDER BY d.webhook_id, d.status`,
);
