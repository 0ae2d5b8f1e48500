import type { NewOwnerMail } from "../accounts/owner-mails";
import { putOwnerMail } from "../accounts/owner-mails";
import { arrayOf, jsonb, int, rows, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import { keyedTransaction } from "../database/transaction";
import { type NewPersonMail, putPersonMails } from "../people/mails";
import { type DeliveryKey, type NewAccountEvent, recordAccountEvent } from "../webhooks/record-events";
import { type AlertRow, readAlert } from "./rows";

/** Of these accounts the alerts that are open, and those that were closed since. */
export async function standingAlerts(
  data: Data,
  accountIds: readonly string[],
  closedSince: Date,
): Promise<AlertRow[]> {
  const found = await prisma(data).alert.findMany({
    where: {
      accountId: { in: [...accountIds] },
      OR: [{ closedAt: null }, { closedAt: { gt: closedSince } }],
    },
    orderBy: [{ accountId: "asc" }, { id: "asc" }],
  });
  return found.map(readAlert);
}

/** What goes with a change of an alert, in its transaction. */
export interface AlertNews {
  event: NewAccountEvent;
  mails?: readonly NewPersonMail[];
  ownerMail?: NewOwnerMail;
}

/**
 * Opens an alert, or opens it again where it was closed before (`reopened` says how often). → the deliveries to enqueue;
 * undefined where its cause has an open one already.
 */
export async function openAlert(
  data: Data,
  alert: AlertRow,
  news: AlertNews,
  now: Date,
): Promise<DeliveryKey[] | undefined> {
  return keyedTransaction(data, async (client) => {
    const values = { ...keyOf(alert), name: alert.name, numbers: JSON.stringify(alert.numbers), now };
    const { rowCount } = await client.query(
      alert.reopened > 0
        ? REOPEN({ ...values, reopened: alert.reopened })
        : OPEN({ ...values, kind: alert.kind, dimension: alert.dimension, value: alert.value }),
    );
    if (rowCount !== 1) return undefined;
    await putPersonMails(client, news.mails ?? []);
    if (news.ownerMail) await putOwnerMail(client, news.ownerMail, now);
    return recordAccountEvent(client, news.event, now);
  });
}

/** → as `openAlert`; undefined where it was closed before. */
export async function closeAlert(
  data: Data,
  alert: AlertRow,
  news: AlertNews,
  now: Date,
): Promise<DeliveryKey[] | undefined> {
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(CLOSE({ ...keyOf(alert), now }));
    if (rowCount !== 1) return undefined;
    return recordAccountEvent(client, news.event, now);
  });
}

/** Notes that the causes of these alerts are still not clear, with their numbers so far. */
export async function keepAlerts(
  data: Data,
  alerts: readonly Pick<AlertRow, "accountId" | "id" | "numbers">[],
  now: Date,
): Promise<void> {
  if (alerts.length > 0) await plain(data).query(KEEP({ x: alerts, now }));
}

/** Removes alerts that were closed before then, of a bounded number; how many. */
export async function forgetAlerts(data: Data, before: Date, limit: number): Promise<number> {
  const old = await prisma(data).alert.findMany({
    where: { closedAt: { lt: before } },
    take: limit,
    select: { accountId: true, id: true },
  });
  if (old.length === 0) return 0;
  const { rowCount } = await plain(data).query(
    FORGET({ accountIds: old.map(({ accountId }) => accountId), ids: old.map(({ id }) => id) }),
  );
  return rowCount ?? 0;
}

function keyOf({ accountId, id }: Pick<AlertRow, "accountId" | "id">): { accountId: string; id: string } {
  return { accountId, id };
}

const OPEN = unpreparedStatement(
  {
    ...{ accountId: text, id: text, kind: text, dimension: text, value: text },
    ...{ name: text.orNull, numbers: jsonb, now: timestamptz },
  },
  (p) => `
INSERT INTO alerts (account_id, id, kind, dimension, value, name, numbers, opened_at, last_seen_at)
VALUES (${p.accountId}, ${p.id}, ${p.kind}, ${p.dimension}, ${p.value}, ${p.name}, ${p.numbers}, ${p.now}, ${p.now})
ON CONFLICT DO NOTHING`,
);

const REOPEN = unpreparedStatement(
  {
    ...{ accountId: text, id: text, name: text.orNull, numbers: jsonb },
    ...{ reopened: int, now: timestamptz },
  },
  (p) => `
UPDATE alerts SET closed_at = NULL, reopened = ${p.reopened}, name = ${p.name}, numbers = ${p.numbers}, last_seen_at = ${p.now},
  acknowledged_at = NULL, acknowledged_by = NULL
WHERE account_id = ${p.accountId} AND id = ${p.id} AND closed_at IS NOT NULL`,
);

const CLOSE = unpreparedStatement(
  { accountId: text, id: text, now: timestamptz },
  (p) => `
UPDATE alerts SET closed_at = ${p.now} WHERE account_id = ${p.accountId} AND id = ${p.id} AND closed_at IS NULL`,
);

const KEEP = unpreparedStatement(
  {
    x: rows<Pick<AlertRow, "accountId" | "id" | "numbers">>({
      account_id: text(({ accountId }) => accountId),
      id: text(({ id }) => id),
      numbers: text(({ numbers }) => JSON.stringify(numbers)),
    }),
    now: timestamptz,
  },
  ({ x, now }) => `
UPDATE alerts a SET last_seen_at = ${now}, numbers = x.numbers::jsonb FROM ${x}
WHERE a.account_id = x.account_id AND a.id = x.id AND a.closed_at IS NULL`,
);

const FORGET = unpreparedStatement(
  { accountIds: arrayOf(text), ids: arrayOf(text) },
  (p) => `
DELETE FROM alerts WHERE (account_id, id) IN (SELECT * FROM unnest(${p.accountIds}::text[], ${p.ids}::text[]))`,
);
