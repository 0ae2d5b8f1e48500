import os from "node:os";
import type { Rig } from "../rig/rig";
import { plain } from "@sendex/data/database/pools";

/** What figures depend on, beside the code. */
export interface Conditions {
  cores: number;
  processor: string;
  node: string;
  postgres: Record<string, string>;
  redis: Record<string, string>;
  place: string;
  /** The machine's load average over the minute before: others' work falsifies figures. */
  loadBefore: number;
  at: Date;
}

/** Above this share of the cores in use by others, figures are no more than a sign that things run. */
const BUSY = 0.25;

const POSTGRES_SETTINGS = [
  "server_version",
  "fsync",
  "synchronous_commit",
  "full_page_writes",
  "shared_buffers",
];

export async function readConditions({ context, redis }: Rig, loadBefore: number): Promise<Conditions> {
  const { rows } = await plain(context.data).query<{ name: string; setting: string }>(
    "SELECT name, current_setting(name) AS setting FROM pg_settings WHERE name = ANY ($1)",
    [POSTGRES_SETTINGS],
  );
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  const version = /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "unknown";
  const append = await redis.config("GET", "appendonly");
  return {
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model ?? "unknown",
    node: process.version,
    postgres: Object.fromEntries(POSTGRES_SETTINGS.map((name) => [name, settings.get(name) ?? "unknown"])),
    redis: { version, appendonly: Array.isArray(append) ? String(append[1]) : "unknown" },
    place: "same machine, loopback",
    loadBefore,
    at: context.clock(),
  };
}

/** Figures of a PostgreSQL that may lose what it has committed would be worth nothing. Throws when a setting says so. */
export function assertDurable({ postgres }: Pick<Conditions, "postgres">): void {
  for (const name of ["fsync", "synchronous_commit", "full_page_writes"])
    if (postgres[name] !== "on") throw new Error(`PostgreSQL runs with ${name} ${postgres[name]}, not on`);
}

export function renderConditions(conditions: Conditions): string {
  const { cores, processor, node, postgres, redis, place, loadBefore } = conditions;
  const list = (settings: Record<string, string>) =>
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ");
  const busy = loadBefore > BUSY * cores ? " BUSY WITH OTHER WORK: do not rely on these figures." : "";
  return [
    `${cores} cores (${processor}), Node ${node}; load generator, stand-ins and services: ${place}`,
    `PostgreSQL: ${list(postgres)}; Redis: ${list(redis)}`,
    `Load average before: ${loadBefore.toFixed(1)}.${busy}`,
    "",
  ].join("\n");
}
