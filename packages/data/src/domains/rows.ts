import type { DomainStatus, RecordStatus, StoredDomain } from "@sendex/core/domains";
import { isVerified } from "../access/conditions";
import type { Domain } from "../generated/client";
import { type DeliveryKey, type NewAccountEvent, recordAccountEvent } from "../webhooks/record-events";
import { arrayOf, domainStatus, numberedRows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import { type Records, keyedTransaction } from "../database/transaction";

export interface NewDomain extends Omit<StoredDomain, "status" | "recordStatuses" | "begunAt" | "checkedAt"> {
  /** When to look at it; null where the operator vouched for it. */
  checkAt: Date | null;
}

/** Undefined where an account has the name already. */
export async function createDomain(
  where: Data | Records,
  domain: NewDomain,
): Promise<StoredDomain | undefined> {
  const status = domain.verifiedAt ? "verified" : "pending";
  const rows = await prisma(where).domain.createManyAndReturn({
    data: [{ ...domain, status, begunAt: domain.createdAt }],
    skipDuplicates: true,
  });
  return rows.map(readDomain)[0];
}

export async function countDomains(data: Data, accountId: string): Promise<number> {
  return prisma(data).domain.count({ where: { accountId } });
}

/** The account that has a name; undefined: none. Only for finding out whether it is free. */
export async function findNameHolder(data: Data, name: string): Promise<string | undefined> {
  return (await prisma(data).domain.findUnique({ where: { name }, select: { accountId: true } }))?.accountId;
}

/** Takes a name from those who failed to prove it, but for this account; `dueAt` as with `deleteDomain`. */
export async function releaseName(data: Data, name: string, accountId: string, dueAt: Date): Promise<void> {
  await plain(data).query(RELEASE_NAME({ name, accountId, dueAt }));
}

export interface DomainPage {
  limit: number;
  after?: string;
  before?: string;
  /** Only these names; absent: all of the account's. */
  names?: string[];
}

/** Newest first; `after` and `before` are ids. */
export async function listDomains(
  data: Data,
  accountId: string,
  { limit, after, before, names }: DomainPage,
): Promise<{ data: StoredDomain[]; hasMore: boolean }> {
  const rows = await prisma(data).domain.findMany({
    where: {
      accountId,
      id: { ...(after ? { lt: after } : {}), ...(before ? { gt: before } : {}) },
      ...(names ? { name: { in: names } } : {}),
    },
    orderBy: { id: before ? "asc" : "desc" },
    take: limit + 1,
  });
  const found = rows.slice(0, limit).map(readDomain);
  return { data: before ? found.reverse() : found, hasMore: rows.length > limit };
}

export async function findDomain(
  data: Data,
  accountId: string,
  idOrName: string,
): Promise<StoredDomain | undefined> {
  const row = await prisma(data).domain.findFirst({
    where: { accountId, OR: [{ id: idOrName }, { name: idOrName }] },
  });
  return row ? readDomain(row) : undefined;
}

/** Ids of all of an account's domains, by name. */
export async function idsByName(data: Data, accountId: string): Promise<Map<string, string>> {
  const rows = await prisma(data).domain.findMany({ where: { accountId }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** The names of these domains, of those that the account has. */
export async function namesOf(
  data: Data,
  accountId: string,
  idsOrNames: string[],
): Promise<Map<string, string>> {
  const rows = await prisma(data).domain.findMany({
    where: { accountId, OR: [{ id: { in: idsOrNames } }, { name: { in: idsOrNames } }] },
    select: { id: true, name: true },
  });
  return new Map(rows.flatMap(({ id, name }) => [[id, name] as const, [name, name] as const]));
}

/** With it asks for its identity's removal at SES, due at `dueAt`. False where there is no such domain any more. */
export async function deleteDomain(data: Data, accountId: string, id: string, dueAt: Date): Promise<boolean> {
  return (await plain(data).query(DELETE_DOMAIN({ accountId, id, dueAt }))).rowCount === 1;
}

/** Domains that are to be looked at, the longest due first. */
export async function dueDomains(data: Data, now: Date, limit: number): Promise<StoredDomain[]> {
  const rows = await prisma(data).domain.findMany({
    where: { checkAt: { lte: now } },
    orderBy: { checkAt: "asc" },
    take: limit,
  });
  return rows.map(readDomain);
}

/** Has the next run look at a domain; does nothing where the account has no such domain. */
export async function dueAtOnce(data: Data, accountId: string, name: string, now: Date): Promise<void> {
  await prisma(data).domain.updateMany({ where: { accountId, name }, data: { checkAt: now } });
}

/** What verifying a domain anew begins with. */
export async function beginDomain(
  data: Data,
  { accountId, id }: Pick<StoredDomain, "accountId" | "id">,
  begun: { verificationToken: string; dkimTokens: string[]; begunAt?: Date; status?: DomainStatus },
): Promise<StoredDomain | undefined> {
  const rows = await prisma(data).domain.updateManyAndReturn({ where: { accountId, id }, data: begun });
  return rows.map(readDomain)[0];
}

/** What a look at a domain came to. */
export interface DomainCheck {
  status: DomainStatus;
  verifiedAt: Date | null;
  verificationToken: string | null;
  dkimTokens: string[];
  mailFrom: string | null;
  recordStatuses: RecordStatus[];
  checkedAt: Date;
  checkAt: Date | null;
}

/** What became of the write: undefined where the domain is gone or was changed by another meanwhile. */
export type CheckedDomain = { domain: StoredDomain; deliveries: DeliveryKey[] } | undefined;

/** Writes a check where the domain still stands as it was looked at, and its event in the same transaction. */
export async function recordCheck(
  data: Data,
  seen: StoredDomain,
  check: DomainCheck,
  event: NewAccountEvent | undefined,
): Promise<CheckedDomain> {
  return keyedTransaction(data, async (client) => {
    const { accountId, id, status: seenStatus, begunAt } = seen;
    const { rowCount } = await client.query(RECORD_CHECK({ accountId, id, seenStatus, begunAt, ...check }));
    if (rowCount !== 1) return undefined;
    const { checkAt: _, ...changed } = check;
    const deliveries = event ? await recordAccountEvent(client, event, check.checkedAt) : [];
    return { domain: { ...seen, ...changed }, deliveries };
  });
}

const RECORD_CHECK = statement(
  "record-check",
  {
    accountId: text,
    id: text,
    seenStatus: domainStatus,
    begunAt: timestamptz,
    status: domainStatus,
    verifiedAt: timestamptz.orNull,
    verificationToken: text.orNull,
    dkimTokens: arrayOf(text),
    mailFrom: text.orNull,
    recordStatuses: arrayOf(text),
    checkedAt: timestamptz,
    checkAt: timestamptz.orNull,
  },
  (p) => `
UPDATE domains SET status = ${p.status}, verified_at = ${p.verifiedAt}, verification_token = ${p.verificationToken},
  dkim_tokens = ${p.dkimTokens}, mail_from = ${p.mailFrom}, record_statuses = ${p.recordStatuses},
  checked_at = ${p.checkedAt}, check_at = ${p.checkAt}
WHERE account_id = ${p.accountId} AND id = ${p.id} AND status = ${p.seenStatus} AND COALESCE(begun_at, created_at) = ${p.begunAt}`,
);

function readDomain({ begunAt, checkAt: _, ...row }: Domain): StoredDomain {
  // The parse boundary: only recordCheck writes these, and it takes nothing else.
  const recordStatuses = row.recordStatuses as RecordStatus[];
  return { ...row, recordStatuses, begunAt: begunAt ?? row.createdAt };
}

/** Which of these are verified domains of the account they are asked for, in order. */
export async function areVerified(
  data: Data,
  asked: { accountId: string; name: string }[],
): Promise<boolean[]> {
  const { rows } = await plain(data).query<{ i: number }>(ARE_VERIFIED({ x: asked }));
  const verified = new Set(rows.map(({ i }) => i - 1));
  return asked.map((_, i) => verified.has(i));
}

const ARE_VERIFIED = statement(
  "are-verified",
  {
    x: numberedRows<{ accountId: string; name: string }>({
      account_id: text(({ accountId }) => accountId),
      name: text(({ name }) => name),
    }),
  },
  ({ x }) => `
SELECT x.i::int AS i FROM ${x}
JOIN domains d ON d.name = x.name AND d.account_id = x.account_id AND ${isVerified("d")}`,
);

/** A domain's identity is ours to remove at SES, unless SES had it before we asked. */
const ASK_REMOVAL = (from: string, dueAt: string) => `
INSERT INTO identity_removals (name, due_at) SELECT name, ${dueAt} FROM ${from} WHERE NOT adopted
ON CONFLICT (name) DO UPDATE SET due_at = EXCLUDED.due_at`;

const DELETE_DOMAIN = unpreparedStatement(
  { accountId: text, id: text, dueAt: timestamptz },
  (p) => `
WITH gone AS (DELETE FROM domains WHERE account_id = ${p.accountId} AND id = ${p.id} RETURNING name, adopted),
  asked AS (${ASK_REMOVAL("gone", p.dueAt)})
SELECT name FROM gone`,
);

const RELEASE_NAME = unpreparedStatement(
  { name: text, accountId: text, dueAt: timestamptz },
  (p) => `
WITH gone AS (DELETE FROM domains WHERE name = ${p.name} AND status = 'failed' AND account_id <> ${p.accountId} RETURNING name, adopted)
${ASK_REMOVAL("gone", p.dueAt)}`,
);
