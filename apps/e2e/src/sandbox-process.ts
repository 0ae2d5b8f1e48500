import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { endChild, startChild } from "./child";
import { eventually } from "./eventually";
import type { Undo } from "./undo";

const SANDBOX_MAIN = "apps/sandbox/dist/main.js";
/** Short enough for tests to wait for, long enough for the worker's own commit to come first as a rule. */
const EVENT_DELAY_MS = 20;
/** Of the service's own mail to account owners. */
export const SYSTEM_DOMAIN = "notices.sendex.test";
const START_MS = 90_000;

interface SandboxPlace {
  url: string;
  dnsPort: number;
  trustRoot: string;
  topicArn: string;
}

/** Starts the sandbox on a folder of its own, and waits until it is ready. */
export async function startSandbox(
  retryTimeScale: number,
  lines: string[],
  undo: Undo[],
): Promise<SandboxPlace> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "sendex-e2e-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const env = {
    DATA_DIR: folder,
    VERIFIED_DOMAINS: SYSTEM_DOMAIN,
    EVENT_DELAY_MS: String(EVENT_DELAY_MS),
    RETRY_TIME_SCALE: String(retryTimeScale),
  };
  const child = startChild(SANDBOX_MAIN, env, lines);
  undo.push(() => endChild(child));
  return eventually(
    () => {
      const ready = lines.find((line) => line.includes('"msg":"ready"'));
      if (ready === undefined) throw new Error(`the sandbox is not ready\n${lines.join("\n")}`);
      return JSON.parse(ready);
    },
    { within: START_MS },
  );
}
