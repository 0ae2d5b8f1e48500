import type { Data } from "./open";

export interface NewDomain {
  accountId: string;
  id: string;
  /** Lower-case ASCII. */
  name: string;
  verifiedAt: Date | null;
  createdAt: Date;
}

export async function createDomain(data: Data, { verifiedAt, ...domain }: NewDomain): Promise<void> {
  await data.prisma.domain.create({
    data: { ...domain, verifiedAt, status: verifiedAt ? "verified" : "pending" },
  });
}

/** Which of these names are verified domains of the account. */
export async function verifiedAmong(data: Data, accountId: string, names: string[]): Promise<Set<string>> {
  const { rows } = await data.pool.query<{ name: string }>({
    name: "verified-among",
    text: "SELECT name FROM domains WHERE name = ANY ($2::text[]) AND account_id = $1 AND status = 'verified'",
    values: [accountId, names],
  });
  return new Set(rows.map(({ name }) => name));
}
