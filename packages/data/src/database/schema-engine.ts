import { readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  bindMigrationAwareSqlAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm";
import { DatabaseError, Pool, type QueryArrayConfig } from "pg";

/** `prisma/` stands beside `packages/`, in a checkout as in an image; src and dist are equally deep. */
export const PRISMA_FOLDER = path.resolve(__dirname, "../../../../prisma");

/** What is used of the global, which the compiler's es2023 library does not declare. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start: () => void } } }>;
};

/** Object ids of types in pg_type. */
const CHAR_TYPE = 18;
const TEXT_TYPE = 25;

/** Prisma's schema engine over a connection of its own, for as long as `use` takes. */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  use: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const Engine = await (loaded ??= loadEngine());
  const pool = new Pool({ connectionString: databaseUrl });
  try {
    const schema = readSchema().files.map((file): [string, string] => [file.path, file.content]);
    const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(pool));
    const engine = await Engine.new({ datamodels: schema }, () => undefined, factory);
    return await use(engine).finally(() => engine.free());
  } finally {
    await pool.end();
  }
}

/** `prisma/schema.prisma`. */
export function readSchema(): SchemasContainer {
  const file = path.join(PRISMA_FOLDER, "schema.prisma");
  return { files: [{ path: file, content: readFileSync(file, "utf8") }] };
}

/** The glue code holds one WebAssembly instance for the whole process. */
let loaded: Promise<typeof SchemaEngine> | undefined;

/**
 * The engine's glue code expects a bundler to hand it the WebAssembly module; here that is done by hand, over
 * the file that lies beside it.
 */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const imports = { "./schema_engine_bg.js": withIdleTimers(glue) };
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

/** The engine leaves timers of 10 s behind; these do not keep the process from ending. */
function withIdleTimers(glue: object): object {
  const names = Object.keys(glue).filter((name) => name.startsWith("__wbg_setTimeout_"));
  const start = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
  return { ...glue, ...Object.fromEntries(names.map((name) => [name, start])) };
}

/** Prisma's adapter with two corrections that the engine needs and the client does not. */
function adapterFactory(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const charColumns = rememberCharColumns(pool);
  const pg = new PrismaPg(pool);
  const mended = async (connected: Promise<SqlDriverAdapter>) => {
    const adapter = await connected;
    return withWholeScripts(withCharacters(adapter, charColumns), pool);
  };
  return {
    provider: pg.provider,
    adapterName: pg.adapterName,
    connect: () => mended(pg.connect()),
    connectToShadowDb: () => mended(pg.connectToShadowDb()),
  };
}

/**
 * The adapter cuts a script at every semicolon, those in comments, strings and function bodies included, and may
 * run the pieces on several connections. Here a script goes to the server in one piece, hence in one transaction.
 */
function withWholeScripts(adapter: SqlDriverAdapter, pool: Pool): SqlDriverAdapter {
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      throw error instanceof DatabaseError ? inTheEnginesWords(error) : error;
    }
  };
  return adapter;
}

function inTheEnginesWords(error: DatabaseError): DriverAdapterError {
  const { code = "", severity = "ERROR", message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

/** The adapter refuses PostgreSQL's catalog type "char", which the engine asks for when it looks at a database. */
function withCharacters(adapter: SqlDriverAdapter, charColumns: WeakMap<object, number[]>): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of charColumns.get(result.rows) ?? []) {
      result.columnTypes[column] = ColumnTypeEnum.Character;
    }
    return result;
  };
  return adapter;
}

/** Shows the adapter "char" columns as text, and remembers for each result's rows which ones they are. */
function rememberCharColumns(pool: Pool): WeakMap<object, number[]> {
  const columns = new WeakMap<object, number[]>();
  const ask = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: QueryArrayConfig) => {
      const result = await ask(config);
      const found = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === CHAR_TYPE ? [i] : []));
      for (const field of result.fields ?? [])
        if (field.dataTypeID === CHAR_TYPE) field.dataTypeID = TEXT_TYPE;
      if (found.length > 0) columns.set(result.rows, found);
      return result;
    },
  });
  return columns;
}
