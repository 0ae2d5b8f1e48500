import { existsSync } from "node:fs";
import path from "node:path";
import { LOOPBACK } from "../port";
import type { Ports } from "../ports";
import type { Farewell, Program } from "./program";
import type { HomeSettings } from "../settings";

/** The product's own processes: name in dev.json → main, below the checkout. */
const MAINS = {
  api: "apps/api/dist/main.js",
  smtp: "apps/smtp/dist/main.js",
  "send-worker": "apps/worker/dist/send.js",
  "webhook-worker": "apps/worker/dist/deliver.js",
  "events-worker": "apps/worker/dist/ingest.js",
  scheduler: "apps/worker/dist/schedule.js",
} as const;

export const CLI_MAIN = "apps/operator/dist/main.js";
const SANDBOX_MAIN = "apps/sandbox/dist/main.js";

/** SIGTERM makes a process drain; what is not through by then is taken up again at the next start. */
const FAREWELLS: readonly Farewell[] = [["SIGTERM", 15_000]];

const ANSWER_MS = 1_000;

/** The API, and the SMTP process and the workers, as programs. `variables` are what we set for them. */
export function productPrograms(
  settings: HomeSettings,
  variables: Record<string, string>,
  ports: Ports,
): { api: Program; workers: Program[] } {
  const program = (name: string, main: string) => {
    const admin = adminPort(ports, name);
    return node(settings, name, main, admin, { ...variables, ADMIN_PORT: String(admin) });
  };
  const { api, ...workers } = MAINS;
  return {
    api: program("api", api),
    workers: Object.entries(workers).map(([name, main]) => program(name, main)),
  };
}

export function sandboxProgram(
  settings: HomeSettings,
  variables: Record<string, string>,
  ports: Ports,
): Program {
  return node(settings, "sandbox", SANDBOX_MAIN, adminPort(ports, "sandbox"), variables);
}

/** name → `http://127.0.0.1:…` of the loopback server with /healthz, /readyz and /metrics. */
export function adminUrls(settings: HomeSettings, ports: Ports): Record<string, string> {
  const names = [...Object.keys(MAINS), ...(settings.sesMode === "sandbox" ? ["sandbox"] : [])];
  return Object.fromEntries(names.map((name) => [name, `http://${LOOPBACK}:${adminPort(ports, name)}`]));
}

/** @throws Error naming the first main that the build did not make */
export function requireMains(root: string): void {
  for (const main of [...Object.values(MAINS), SANDBOX_MAIN, CLI_MAIN]) {
    if (!existsSync(path.join(root, main))) throw new Error(`${main} is missing: the build is incomplete.`);
  }
}

function node(
  settings: HomeSettings,
  name: string,
  main: string,
  admin: number,
  variables: Record<string, string>,
): Program {
  return {
    name,
    command: process.execPath,
    args: [path.join(settings.root, main)],
    env: { ...settings.environment, ...variables, SENDEX_PARENT_PIPE: "1" },
    cwd: settings.root,
    leash: true,
    farewells: FAREWELLS,
    ready: async () => {
      const signal = AbortSignal.timeout(ANSWER_MS);
      return (await fetch(`http://${LOOPBACK}:${admin}/readyz`, { signal })).ok;
    },
  };
}

function adminPort(ports: Ports, name: string): number {
  const found = Object.entries(ports).find(([key]) => key === `admin-${name}`);
  if (found === undefined) throw new Error(`${name} has no admin port.`);
  return found[1];
}
