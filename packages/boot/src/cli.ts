import { destination } from "pino";
import { prepareDatabase } from "@sendex/data/database/prepare";
import { verifyAtSandbox } from "@sendex/outside/sandbox-domain";
import type { Context } from "@sendex/pipeline/context";
import { systemClock } from "./clock";
import { openContext } from "./context";
import { openLog } from "./log";
import { openMeters } from "./meters";
import { readSettings } from "./settings";

export interface OpenedCli {
  context: Context;
  /** Makes a domain a verified identity of the sandbox; absent in aws mode, where the operator's word is enough. */
  verifyDomain?: (domain: string) => Promise<void>;
  /** Migrations and partitions; resolves to the migrations that were applied. */
  prepareDatabase: () => Promise<string[]>;
  close(): Promise<void>;
}

const STDERR = 2;

/** The context of one command. Logs go to stderr, so that stdout holds the result alone. @throws SettingsError */
export async function openCli(): Promise<OpenedCli> {
  const settings = readSettings(process.env, "cli");
  const log = openLog({ level: "error", name: "cli", destination: destination({ fd: STDERR, sync: true }) });
  const opened = await openContext({ settings, name: "cli", log, meters: openMeters().meters });
  const sandboxUrl = settings.sesMode === "sandbox" ? settings.sandbox?.url : undefined;
  return {
    ...opened,
    prepareDatabase: () => prepareDatabase(settings.databaseUrl, systemClock()),
    ...(sandboxUrl === undefined
      ? {}
      : { verifyDomain: (domain: string) => verifyAtSandbox(sandboxUrl, domain) }),
  };
}
