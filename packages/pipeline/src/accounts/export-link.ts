import type { Caller } from "@sendex/core/access";
import { isSigned, signLink } from "@sendex/crypto/link";
import { type ExportLine, exportAccount } from "../content/export";
import type { Context } from "../context";
import { actorOf } from "./actor";

/** What a link to an export says; it works without a key. */
export interface ExportLink {
  account: string;
  /** As the audit log names who asked for it. */
  by: string;
  /** Unix time, seconds. */
  expires: string;
  signature: string;
}

/** Long enough for a click. What has begun goes on. */
const LINK_SECONDS = 10 * 60;
const PURPOSE = "account-export";

export function beginExport(
  { clock, settings }: Context,
  caller: Caller,
): { link: ExportLink; expiresAt: Date } {
  const seconds = Math.floor(clock().getTime() / 1000) + LINK_SECONDS;
  const [account, by, expires] = [caller.accountId, actorOf(caller), String(seconds)];
  const signature = signLink(settings.keyPepper, PURPOSE, [account, by, expires]);
  return { link: { account, by, expires, signature }, expiresAt: new Date(seconds * 1000) };
}

/**
 * The lines that a link leads to, as `exportAccount` has them; undefined for one that is over or was altered.
 * @param options.count false: nothing is read, and nothing stands in the audit log
 */
export function openExport(
  context: Context,
  { account, by, expires, signature }: ExportLink,
  { count }: { count: boolean },
): AsyncGenerator<string> | undefined {
  const good = isSigned(context.settings.keyPepper, PURPOSE, [account, by, expires], signature);
  if (!good || Number(expires) * 1000 <= context.clock().getTime()) return undefined;
  return linesOf(count ? exportAccount(context, account, by) : NOTHING());
}

async function* linesOf(lines: AsyncIterable<ExportLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

async function* NOTHING(): AsyncGenerator<ExportLine> {
  // Of a HEAD.
}
