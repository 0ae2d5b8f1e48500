import type { Operator } from "../generated/client";
import { IN_FORCE, isInForce } from "./conditions";
import { type AuditEntry, writeAudit } from "./audit";
import { bytea, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import { keyedTransaction } from "../database/transaction";

/** A person who may use /admin. Nothing here lets anyone call with the key. */
export interface OperatorRow {
  id: string;
  name: string;
  hint: string;
  createdAt: Date;
}

export async function createOperator(
  data: Data,
  { hash, ...operator }: OperatorRow & { hash: Uint8Array },
  audit: AuditEntry,
): Promise<void> {
  await keyedTransaction(data, async (client) => {
    await client.query(
      CREATE({
        id: operator.id,
        name: operator.name,
        hash: Buffer.from(hash),
        hint: operator.hint,
        createdAt: operator.createdAt,
      }),
    );
    await writeAudit(client, audit);
  });
}

/** Of the key with this hash, if it was not revoked. */
export async function findOperator(data: Data, hash: Uint8Array): Promise<OperatorRow | undefined> {
  const row = await prisma(data).operator.findUnique({ where: { hash: Buffer.from(hash), ...IN_FORCE } });
  return row ? readOperator(row) : undefined;
}

/** Those that were not revoked, by name. */
export async function listOperators(data: Data): Promise<OperatorRow[]> {
  const rows = await prisma(data).operator.findMany({ where: IN_FORCE, orderBy: { name: "asc" } });
  return rows.map(readOperator);
}

/** False where there is none, or it was revoked before. */
export async function revokeOperator(data: Data, id: string, audit: AuditEntry, now: Date): Promise<boolean> {
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(REVOKE({ id, now }));
    if (rowCount !== 1) return false;
    await writeAudit(client, audit);
    return true;
  });
}

function readOperator({ id, name, hint, createdAt }: Operator): OperatorRow {
  return { id, name, hint, createdAt };
}

const CREATE = unpreparedStatement(
  { id: text, name: text, hash: bytea, hint: text, createdAt: timestamptz },
  (p) => `
INSERT INTO operators (id, name, hash, hint, created_at)
VALUES (${p.id}, ${p.name}, ${p.hash}, ${p.hint}, ${p.createdAt})`,
);

const REVOKE = unpreparedStatement(
  { id: text, now: timestamptz },
  (p) => `UPDATE operators SET revoked_at = ${p.now} WHERE id = ${p.id} AND ${isInForce("operators")}`,
);
