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

/** Which of these are verified domains of the account they are asked for, in order. */
export async function areVerified(
  data: Data,
  asked: { accountId: string; name: string }[],
): Promise<boolean[]> {
  const { rows } = await data.pool.query<{ i: number }>({
    name: "are-verified",
    text: ARE_VERIFIED,
    values: [asked.map(({ accountId }) => accountId), asked.map(({ name }) => name)],
  });
  const verified = new Set(rows.map(({ i }) => i - 1));
  return asked.map((_, i) => verified.has(i));
}

const ARE_VERIFIED = `
SELECT x.i::int AS i FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS x(account_id, name, i)
JOIN domains d ON d.name = x.name AND d.account_id = x.account_id AND d.status = 'verified'`;
