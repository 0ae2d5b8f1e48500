import type { Data } from "../database/open";
import { prisma } from "../database/pools";

/** The tables that packages/auth's library reads and writes by itself, and no others. */
export interface AuthRecords {
  user: object;
  session: object;
  credential: object;
  verification: object;
  twoFactor: object;
  $transaction<T>(work: (within: AuthRecords) => Promise<T>): Promise<T>;
}

export function authRecords(data: Data): AuthRecords {
  const client = prisma(data);
  return {
    ...tablesOf(client),
    $transaction: (work) =>
      client.$transaction((within) =>
        work({ ...tablesOf(within), $transaction: (inner) => inner(authRecords(data)) }),
      ),
  };
}

function tablesOf({
  user,
  session,
  credential,
  verification,
  twoFactor,
}: Pick<ReturnType<typeof prisma>, "user" | "session" | "credential" | "verification" | "twoFactor">) {
  return { user, session, credential, verification, twoFactor };
}
