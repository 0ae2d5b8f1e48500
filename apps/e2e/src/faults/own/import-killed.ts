import { eventually } from "../../eventually";
import { fileOf } from "../../pages/audience";
import { make } from "../../pages/make";
import type { Stack } from "../../stack";
import { onStack } from "../on-stack";
import { type PostgresProcess, startPostgresProcess } from "../own-postgres";
import { type RedisProcess, startRedisProcess } from "../own-redis";
import type { Fault, Figures } from "../row";

/** Contacts for each of a row's messages. */
const CONTACTS = 60;
const BAD_EVERY = 100;
const WITHIN_S = 60;
const PATIENCE_MS = 180_000;
/** The window that is written and not committed when the scheduler dies. */
const FAIL_AT = "import:before-commit:2";

interface Servers {
  postgres?: PostgresProcess;
  redis?: RedisProcess;
}

/** Row 43: contacts that a file has are all there, and each row of it counted once. */
export const importKilled: Fault = {
  row: "43",
  fault: "scheduler, PostgreSQL and Redis killed during an import",
  target: `every contact there, every row counted once; ≤ ${WITHIN_S} s`,
  messages: 1000,
  run(messages) {
    const servers: Servers = {};
    const openDatabase = async () => (servers.postgres = await startPostgresProcess());
    const openRedis = async () => (servers.redis = await startRedisProcess());
    return onStack({ openDatabase, openRedis, retryTimeScale: 1 }, (stack) =>
      killImporting(stack, servers, messages * CONTACTS),
    );
  },
};

interface Import {
  status: string;
  counts: Record<"total" | "created" | "updated" | "skipped" | "failed", number>;
}

async function killImporting(stack: Stack, { postgres, redis }: Servers, rows: number): Promise<Figures> {
  const { client } = stack.tenant;
  const bad = Math.floor(rows / BAD_EVERY);
  await stack.stop("scheduler");
  const id = await make(client, "/api/v1/contacts/imports", fileOf(csvOf(rows)));
  const read = async (): Promise<Import> =>
    (await client.call<Import>("GET", `/api/v1/contacts/imports/${id}`)).body;
  const until = (part: number) =>
    eventually(
      async () => {
        const { status, counts } = await read();
        if (status !== "completed" && counts.total < rows * part)
          throw new Error(`${counts.total} rows are read`);
      },
      { within: PATIENCE_MS },
    );
  await stack.startToFail("scheduler", FAIL_AT);
  await stack.start("scheduler");
  await until(0.2);
  await postgres?.server.kill("SIGQUIT");
  await postgres?.server.start();
  await until(0.5);
  await redis?.restartEmpty();
  await stack.kill("scheduler", "SIGKILL");
  await stack.start("scheduler");
  const since = performance.now();
  await eventually(
    async () => {
      if ((await read()).status !== "completed") throw new Error("The import does not end.");
    },
    { within: PATIENCE_MS },
  );
  const seconds = (performance.now() - since) / 1000;
  const wanted = { total: rows, created: rows - bad, updated: 0, skipped: 0, failed: bad };
  return {
    ...(await judgeCounts(stack, (await read()).counts, wanted)),
    messages: rows,
    seconds,
    ...lateness(seconds),
  };
}

/** A row that is read twice would be one of a contact that is there already. */
async function judgeCounts(
  { database, tenant }: Stack,
  counts: Import["counts"],
  wanted: Import["counts"],
): Promise<Pick<Figures, "lost" | "duplicated" | "misses" | "notes">> {
  const [there] = await database.rows<{ n: number }>(
    "SELECT count(*)::int AS n FROM contacts WHERE account_id = $1",
    [tenant.accountId],
  );
  const [is, was] = [counts, wanted].map((sums) => JSON.stringify(sums));
  return {
    lost: wanted.created - (there?.n ?? 0),
    duplicated: counts.updated,
    notes: ["rows of a file in place of messages"],
    misses: is === was ? [] : [`counted ${is} of ${was}`],
  };
}

function lateness(seconds: number): Pick<Figures, "late"> {
  return { late: seconds > WITHIN_S ? [`${seconds.toFixed(1)} s instead of ${WITHIN_S} s`] : [] };
}

function csvOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) =>
    n % BAD_EVERY === BAD_EVERY - 1 ? `nobody ${n},` : `contact-${n}@import.example,Name ${n}`,
  );
  return `email,first_name\n${lines.join("\n")}\n`;
}
