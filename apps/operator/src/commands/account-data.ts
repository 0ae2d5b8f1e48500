import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SendexError } from "@sendex/core/error";
import { findErasure } from "@sendex/data/content/account-erasure";
import { eraseAccount } from "@sendex/pipeline/content/erase-account";
import { exportAccount } from "@sendex/pipeline/content/export";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import type { Act, Desk } from "../desk";
import { address, newFile } from "../values";

/** Everything an account has: for its owner, or to its end. docs/content.md says what an erasure leaves. */
export function accountDataCommands(act: Act) {
  return [
    command(
      "export",
      "Writes everything an account has to a new file, one JSON a line, contents opened and files in base64; no secrets.",
      "account export --account owner@shop.example --out shop.jsonl",
    )
      .addOption(accountOption())
      .requiredOption("--out <file>", "a file that is not there yet", newFile)
      .action((options) => act((desk) => write(desk, options.account, options.out))),
    command(
      "erase",
      "Erases an account for good: its data key at once, its rows by the scheduler. Again: how far it is.",
      "account erase --account owner@shop.example --confirm owner@shop.example",
    )
      .addOption(accountOption())
      .option("--confirm <address>", "the account's e-mail address, once more", address)
      .action((options) => act((desk) => erase(desk, options.account, options.confirm))),
  ];
}

/** Only the user who writes it may read it. */
const PRIVATE = 0o600;

async function write(desk: Desk, account: string, file: string): Promise<object> {
  const { id } = await accountOf(desk, account);
  const lines: Record<string, number> = {};
  const written = Readable.from(linesOf(desk, id, lines));
  await pipeline(written, createWriteStream(file, { flags: "wx", mode: PRIVATE }));
  return { account: id, file, lines };
}

async function* linesOf(desk: Desk, id: string, lines: Record<string, number>): AsyncGenerator<string> {
  for await (const line of exportAccount(desk.context, id, desk.actor)) {
    lines[line.type] = (lines[line.type] ?? 0) + 1;
    yield `${JSON.stringify(line)}\n`;
  }
}

async function erase(desk: Desk, account: string, confirm: string | undefined): Promise<object> {
  const { id, email } = await accountOf(desk, account);
  const begun = await findErasure(desk.context.data, id);
  if (!begun && confirm?.toLowerCase() !== email.toLowerCase())
    throw new SendexError("unprocessable_entity", `This cannot be undone: repeat it with --confirm ${email}`);
  const done = await eraseAccount(desk.context, id, desk.actor);
  return { ...done, state: done?.erasedAt ? "erased" : "the scheduler removes its rows" };
}
