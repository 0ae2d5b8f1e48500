import { revokeApiKey } from "@sendex/data/access/api-keys";
import { actOf, recordAct } from "./act";
import { announce } from "../announce";
import type { Context } from "../context";

/**
 * Revokes a key, from the next request on. False where there is no such key, of this account where one is given, or it
 * was revoked before. `by`: the operator; absent: the owner.
 */
export async function revokeKey(
  context: Context,
  keyId: string,
  { ofAccount, by }: { ofAccount?: string; by?: string } = {},
): Promise<boolean> {
  const now = context.clock();
  const accountId = await recordAct(
    context.data,
    by,
    (records) => revokeApiKey(records, keyId, now, ofAccount),
    (operator, owner) =>
      owner === undefined ? undefined : actOf(now, operator, "key.revoke", owner, {}, keyId),
  );
  if (accountId === undefined) return false;
  await announce(context, accountId);
  return true;
}
