import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportAccount } from "@sendex/pipeline/content/export";
import { actor } from "./actor";
import { accountOf } from "./account-of";
import { UsageError } from "./arguments";
import type { Command, Desk } from "./command";

/** Everything an account has, for its owner. */
export const EXPORT_COMMANDS: Record<string, Command> = {
  "account export": {
    usage: "account export --account ID|EMAIL --out FILE [--json]",
    about:
      "Writes everything an account has to a new file, one JSON a line, contents opened and files in base64; no secrets.",
    run: write,
  },
};

/** Whoever writes it may read it, and nobody else. */
const PRIVATE = 0o600;

async function write(desk: Desk, flags: Map<string, string>): Promise<object> {
  const { id } = await accountOf(desk, flags);
  const file = flags.get("out");
  if (file === undefined) throw new UsageError("--out is needed: a file that is not there yet.");
  const lines: Record<string, number> = {};
  const written = Readable.from(linesOf(desk, id, lines));
  await pipeline(written, createWriteStream(file, { flags: "wx", mode: PRIVATE }));
  return { account: id, file, lines };
}

async function* linesOf(desk: Desk, id: string, lines: Record<string, number>): AsyncGenerator<string> {
  for await (const line of exportAccount(desk.context, id, actor())) {
    lines[line.type] = (lines[line.type] ?? 0) + 1;
    yield `${JSON.stringify(line)}\n`;
  }
}
