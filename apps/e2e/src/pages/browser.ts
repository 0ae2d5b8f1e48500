import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { isObject } from "@sendex/kit/loose";
import { type Browser, chromium } from "playwright-core";
import { ENVIRONMENT } from "../environment";

const FINDER = path.resolve(__dirname, "../../../../scripts/chromium.mjs");

/**
 * No site isolation is switched off and no check of origins: the tests of security would prove nothing. QUIC and the
 * background requests would only ask for what is not there.
 */
const ARGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** A Chromium of our own; undefined where this machine has none (scripts/chromium.mjs says which it takes). */
export async function openBrowser(): Promise<Browser | undefined> {
  const { stdout } = await promisify(execFile)(process.execPath, [FINDER]);
  const found: unknown = JSON.parse(stdout);
  if (!isObject(found) || typeof found["executable"] !== "string") return undefined;
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(ENVIRONMENT)) if (value !== undefined) env[name] = value;
  return chromium.launch({
    executablePath: found["executable"],
    args: ARGS,
    env: { ...env, ...textsIn(found["env"]) },
  });
}

function textsIn(value: unknown): Record<string, string> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
