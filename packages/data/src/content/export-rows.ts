import { MODES } from "@sendex/core/accepting/message";
import { bigint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import { withMessages } from "../logs/messages-of";

/** Rows of one kind, page by page. */
type Rows = AsyncGenerator<Record<string, unknown>>;

const PAGE = 500;
/** Hours of statistics a page. */
const HOURS = 24;

/** The account itself; undefined where there is none, or it is erased. */
export async function exportAccountRow(
  data: Data,
  accountId: string,
): Promise<Record<string, unknown> | undefined> {
  const row = await prisma(data).account.findFirst({
    where: { id: accountId, erasingSince: null },
    select: { ...ACCOUNT, credits: true },
  });
  return row ? { ...row, credits: row.credits === null ? null : Number(row.credits) } : undefined;
}

/** Keys as their owner sees them: nothing here lets anyone call with them. */
export function exportApiKeys(data: Data, accountId: string): Rows {
  return byId((after) =>
    prisma(data).apiKey.findMany({ ...pageOf(accountId, after), omit: { hash: true, accountId: true } }),
  );
}

/** Endpoints without their secrets. */
export function exportWebhooks(data: Data, accountId: string): Rows {
  return byId((after) =>
    prisma(data).webhook.findMany({
      ...pageOf(accountId, after),
      omit: {
        ...{ secret: true, oldSecret: true, oldSecretUntil: true, accountId: true },
        ...{ olderSecrets: true, olderSecretsUntil: true },
      },
    }),
  );
}

export function exportDomains(data: Data, accountId: string): Rows {
  return byId((after) =>
    prisma(data).domain.findMany({
      ...pageOf(accountId, after),
      omit: { ownershipToken: true, verificationToken: true, accountId: true },
    }),
  );
}

/** Templates with all of their versions. */
export function exportTemplates(data: Data, accountId: string): Rows {
  return byId((after) =>
    prisma(data).template.findMany({
      ...pageOf(accountId, after),
      omit: { accountId: true },
      include: { versions: { omit: { accountId: true, templateId: true }, orderBy: { version: "asc" } } },
    }),
  );
}

/** Of live mail, then of test mail, each with its mode. */
export async function* exportSuppressions(data: Data, accountId: string): Rows {
  const omit = { accountId: true };
  const live = (after: string) => prisma(data).suppression.findMany({ ...pageOf(accountId, after), omit });
  const test = (after: string) =>
    prisma(data).testSuppression.findMany({ ...pageOf(accountId, after), omit });
  for await (const row of byId(live)) yield { ...row, mode: "live" };
  for await (const row of byId(test)) yield { ...row, mode: "test" };
}

/** The request log, of live calls, then of test ones, without the account's own id. */
export async function* exportRequestLog(data: Data, accountId: string): Rows {
  for (const mode of MODES)
    yield* byId(async (after) => {
      const calls = await prisma(data).requestLog.findMany({
        where: { accountId, mode, id: { gt: after } },
        orderBy: { id: "asc" },
        take: PAGE,
        omit: { accountId: true },
      });
      return calls.map(withMessages);
    });
}

/** What was counted, hour by hour. */
export async function* exportStatistics(data: Data, accountId: string): Rows {
  let after: Date | undefined = new Date(0);
  while (after) {
    const result: { rows: { hour: Date; count: string }[] } = await plain(data).query(
      STATISTICS({ accountId, after, hours: HOURS }),
    );
    for (const row of result.rows) yield { ...row, count: Number(row.count) };
    after = result.rows.at(-1)?.hour;
  }
}

function pageOf(accountId: string, after: string) {
  return { where: { accountId, id: { gt: after } }, orderBy: { id: "asc" as const }, take: PAGE };
}

async function* byId(read: (after: string) => Promise<{ id: string }[]>): Rows {
  let page = await read("");
  while (page.length > 0) {
    yield* page.map((row) => ({ ...row }));
    page = await read(page.at(-1)?.id ?? "");
  }
}

const ACCOUNT = {
  id: true,
  email: true,
  name: true,
  tier: true,
  standing: true,
  standingReason: true,
  unknownPolicy: true,
  defaultFrom: true,
  keepContent: true,
  timeZone: true,
  createdAt: true,
} as const;

const STATISTICS = unpreparedStatement(
  { accountId: text, after: timestamptz, hours: bigint },
  (p) => `
WITH h AS (SELECT DISTINCT hour FROM statistics WHERE account_id = ${p.accountId} AND hour > ${p.after} ORDER BY hour LIMIT ${p.hours})
SELECT hour, mode, event, domain, tag, template, tier, count FROM statistics JOIN h USING (hour) WHERE account_id = ${p.accountId}
ORDER BY hour, mode, event, domain, tag, template, tier`,
);
