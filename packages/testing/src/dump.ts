import type { Data } from "@sendex/data/database/open";
import { plain } from "@sendex/data/database/pools";

/** Every row of every table, partitions by themselves, as a dump writes them: values as text, bytes in hex. */
export async function dump(data: Data): Promise<Map<string, string>> {
  const { rows: tables } = await plain(data).query<{ name: string }>(
    "SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1",
  );
  const dumped = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await plain(data).query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    if (rows.length > 0) dumped.set(name, rows.map(({ row }) => row).join("\n"));
  }
  return dumped;
}

/** The tables that hold a text, in whichever way it may be written. */
export function tablesWith(dumped: Map<string, string>, text: string): string[] {
  const bytes = Buffer.from(text);
  const forms = [text, bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, "").slice(0, -1)];
  return [...dumped].filter(([, rows]) => forms.some((form) => rows.includes(form))).map(([name]) => name);
}
