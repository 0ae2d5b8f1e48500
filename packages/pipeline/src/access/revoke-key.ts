import { revokeApiKey } from "@sendex/data/access/api-keys";
import { announce } from "../announce";
import type { Context } from "../context";

/**
 * Revokes a key, from the next request on. False where there is no such key, of this account where one is given, or it
 * was revoked before.
 */
export async function revokeKey(context: Context, keyId: string, ofAccount?: string): Promise<boolean> {
  const accountId = await revokeApiKey(context.data, keyId, context.clock(), ofAccount);
  if (accountId === undefined) return false;
  await announce(context, accountId);
  return true;
}
