import type { Topic } from "@sendex/core/audiences/topic";
import { boolean, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plainOr, type Transaction } from "../database/transaction";

/** The account's topics, the oldest first: they stand on the preference page in this order. */
export async function listTopics(where: Data | Transaction, accountId: string): Promise<Topic[]> {
  const { rows } = await plainOr(where).query<Row>(LIST({ accountId, id: null }));
  return rows.map(readTopic);
}

export async function findTopic(
  where: Data | Transaction,
  accountId: string,
  id: string,
): Promise<Topic | undefined> {
  const { rows } = await plainOr(where).query<Row>(LIST({ accountId, id }));
  return rows[0] && readTopic(rows[0]);
}

export async function insertTopic(client: Transaction, accountId: string, topic: Topic): Promise<void> {
  await client.query(INSERT({ accountId, ...topic }));
}

/** What is null stays. → the topic as it stands then; undefined where there is none */
export async function updateTopic(
  client: Transaction,
  accountId: string,
  id: string,
  change: { name: string | null; description: string | null },
): Promise<Topic | undefined> {
  const { rows } = await client.query<Row>(UPDATE({ accountId, id, ...change }));
  return rows[0] && readTopic(rows[0]);
}

/** Its row and what was chosen about it stay: mail on its way is judged by them. */
export async function deleteTopic(
  client: Transaction,
  accountId: string,
  id: string,
  now: Date,
): Promise<Topic | undefined> {
  const { rows } = await client.query<Row>(DELETE({ accountId, id, now }));
  return rows[0] && readTopic(rows[0]);
}

interface Row {
  id: string;
  name: string;
  description: string | null;
  subscribed: boolean;
  created_at: Date;
}

function readTopic({ id, name, description, subscribed, created_at: createdAt }: Row): Topic {
  return { id, name, description, subscribed, createdAt };
}

const COLUMNS = "id, name, description, subscribed, created_at";

const LIST = unpreparedStatement(
  { accountId: text, id: text.orNull },
  (p) => `
SELECT ${COLUMNS} FROM topics
WHERE account_id = ${p.accountId} AND deleted_at IS NULL AND (${p.id}::text IS NULL OR id = ${p.id}) ORDER BY id`,
);

const INSERT = unpreparedStatement(
  {
    accountId: text,
    id: text,
    name: text,
    description: text.orNull,
    subscribed: boolean,
    createdAt: timestamptz,
  },
  (p) => `
INSERT INTO topics (account_id, ${COLUMNS})
VALUES (${p.accountId}, ${p.id}, ${p.name}, ${p.description}, ${p.subscribed}, ${p.createdAt})`,
);

const UPDATE = unpreparedStatement(
  { accountId: text, id: text, name: text.orNull, description: text.orNull },
  (p) => `
UPDATE topics SET name = COALESCE(${p.name}, name), description = COALESCE(${p.description}, description)
WHERE account_id = ${p.accountId} AND id = ${p.id} AND deleted_at IS NULL RETURNING ${COLUMNS}`,
);

const DELETE = unpreparedStatement(
  { accountId: text, id: text, now: timestamptz },
  (p) => `
UPDATE topics SET deleted_at = ${p.now}
WHERE account_id = ${p.accountId} AND id = ${p.id} AND deleted_at IS NULL RETURNING ${COLUMNS}`,
);
