import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { runMain } from "../../child";
import type { Stack } from "../../stack";

const CLI_MAIN = "apps/operator/dist/main.js";

/** What the operators' command made of the lines. */
export interface Redriven {
  stored: number;
  known: number;
}

/** Hands lines over as an operator does, from a file. */
export async function redrive(stack: Stack, lines: readonly string[]): Promise<Redriven> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "sendex-redrive-"));
  try {
    const file = path.join(folder, "missed.jsonl");
    await writeFile(file, `${lines.join("\n")}\n`);
    const args = ["notifications", "redrive", "--file", file, "--json"];
    return JSON.parse(await runMain(CLI_MAIN, args, stack.env));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
