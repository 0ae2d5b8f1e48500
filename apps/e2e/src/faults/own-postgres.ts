import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Pool } from "pg";
import { createDatabase } from "@sendex/data/database/create";
import { prepareDatabase } from "@sendex/data/database/prepare";
import { preparePostgres } from "@sendex/home/postgres/server";
import type { Database } from "../database";
import { ENVIRONMENT } from "../environment";
import { freePort } from "../port";
import { openServer, type Server } from "./server";

/** A PostgreSQL server of a row's own, as durable as a real one, whose processes may be killed or stopped. */
export interface PostgresProcess extends Database {
  server: Server;
}

/** Its files lie in a new folder below `parent`, which PostgreSQL's own user must be able to enter when we are root. */
export async function startPostgresProcess(parent = os.tmpdir()): Promise<PostgresProcess> {
  const folder = await mkdtemp(path.join(parent, "sendex-postgres-"));
  await chmod(folder, 0o711);
  const postgres = await preparePostgres({
    home: folder,
    name: "data",
    port: await freePort(),
    password: randomBytes(18).toString("base64url"),
    durable: true,
    environment: ENVIRONMENT,
  });
  const server = openServer(postgres.program);
  const removeFiles = () =>
    Promise.all([folder, postgres.program.cwd].map((used) => rm(used, { recursive: true, force: true })));
  try {
    await server.start();
    const url = await createDatabase(postgres.adminUrl, "faults");
    await prepareDatabase(url, new Date());
    const pool = new Pool({ connectionString: url, max: 2 });
    pool.on("error", () => undefined);
    return {
      url,
      server,
      rows: async <Row extends object>(text: string, values: unknown[] = []) =>
        (await pool.query<Row>(text, values)).rows,
      async close() {
        await pool.end();
        await server.end();
        await removeFiles();
      },
    };
  } catch (error) {
    await server.end();
    await removeFiles();
    throw error;
  }
}
