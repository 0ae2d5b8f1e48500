import { SealError } from "@sendex/crypto/seal-error";
import { listDataKeys, replaceDataKeys, type WrappedDataKey } from "@sendex/data/content/data-keys";
import { actOf } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";

/** Accounts a statement. */
const PAGE = 200;

export interface MasterKeyUse {
  /** The key that wraps: the first of ENCRYPTION_KEYS. */
  current: string;
  /** How many accounts' data keys each master key wraps. */
  accounts: Record<string, number>;
}

export interface MasterKeyRotation extends MasterKeyUse {
  /** Wrapped anew by this run. */
  rewrapped: number;
  /** Accounts whose key is wrapped by a master key that is not among ENCRYPTION_KEYS, or is damaged: nothing of theirs opens. */
  unreadable: string[];
}

/** How many accounts each master key still serves; one that serves none may be dropped. */
export async function masterKeyStatus(context: Context): Promise<MasterKeyUse> {
  const accounts: Record<string, number> = {};
  for await (const page of pages(context))
    for (const { dataKey } of page) count(accounts, idOf(context, dataKey));
  return { current: context.sealer.currentKeyId, accounts };
}

/**
 * Wraps every account's data key by the first master key, by compare-and-set, a page of accounts at a time, each with an
 * entry in the audit log: nothing that
 * was sealed changes, webhook secrets included, since those are sealed by the data key. Safe to run while everything
 * works, to stop, and to repeat: what a process remembers is wrapped by a key that is still configured, and opens.
 */
export async function rotateMasterKey(context: Context, by: string): Promise<MasterKeyRotation> {
  let rewrapped = 0;
  const unreadable: string[] = [];
  for await (const page of pages(context)) {
    const changes = page.flatMap((row) => {
      const next = rewrap(context, row);
      if (next === "unreadable") unreadable.push(row.accountId);
      return next instanceof Uint8Array
        ? [{ accountId: row.accountId, before: row.dataKey, dataKey: next }]
        : [];
    });
    const changed = await replaceDataKeys(context.data, changes, (accounts) =>
      actOf(context.clock(), by, "master_key.rotate", null, { to: context.sealer.currentKeyId, accounts }),
    );
    rewrapped += changed.length;
    await Promise.all(changed.map((accountId) => announce(context, accountId)));
  }
  return { ...(await masterKeyStatus(context)), rewrapped, unreadable };
}

async function* pages({ data }: Context): AsyncGenerator<WrappedDataKey[]> {
  let page = await listDataKeys(data, "", PAGE);
  while (page.length > 0) {
    yield page;
    page = await listDataKeys(data, page.at(-1)?.accountId ?? "", PAGE);
  }
}

function rewrap(
  context: Context,
  { accountId, dataKey }: WrappedDataKey,
): Uint8Array | "unreadable" | "current" {
  const { sealer, log } = context;
  if (idOf(context, dataKey) === sealer.currentKeyId) return "current";
  try {
    return sealer.rewrap(dataKey, accountId);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    log.error({ err: error, accountId }, "an account's data key cannot be opened");
    return "unreadable";
  }
}

const DAMAGED = "(damaged)";

function idOf({ sealer }: Context, dataKey: Uint8Array): string {
  try {
    return sealer.masterKeyId(dataKey);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return DAMAGED;
  }
}

function count(accounts: Record<string, number>, id: string): void {
  accounts[id] = (accounts[id] ?? 0) + 1;
}
