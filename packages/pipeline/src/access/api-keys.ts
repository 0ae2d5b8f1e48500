import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import type { Mode } from "@sendex/core/accepting/message";
import { type Caller, covers, type Permission, type Powers } from "@sendex/core/access";
import { afterCommit } from "@sendex/data/database/trouble";
import * as rows from "@sendex/data/access/api-keys";
import { namesOf } from "@sendex/data/domains/rows";
import { announce } from "../announce";
import type { Context } from "../context";
import { createKey } from "../accounts/create";
import { revokeKey } from "./revoke-key";

/** Keys of one account that are not revoked. */
export const MAX_API_KEYS = 500;

export interface AskedKey {
  name: string;
  permission: Permission;
  /** Absent: the caller's. */
  mode?: Mode;
  /** Ids or names of the account's domains, each with the field that gave it; none: the caller's own scope. */
  domains: { field: string; value: string }[];
  /** Requests a UTC minute. Absent: the caller's. */
  rateLimit?: number;
}

/**
 * Makes a key that can do no more than its maker; only this call returns its `token`.
 * @throws SendexError bad_request, forbidden
 */
export async function addApiKey(
  context: Context,
  caller: Caller,
  asked: AskedKey,
): Promise<rows.ApiKeyRow & { token: string }> {
  const { accountId } = caller;
  const powers: Powers = {
    mode: asked.mode ?? caller.mode,
    permission: asked.permission,
    domains: asked.domains.length > 0 ? await scopeOf(context, accountId, asked.domains) : caller.domains,
    rateLimit: asked.rateLimit ?? caller.rateLimit,
  };
  checkCovers(context, caller, powers);
  if ((await rows.countApiKeys(context.data, accountId)) >= MAX_API_KEYS)
    throw new SendexError("bad_request", `An account has at most ${MAX_API_KEYS} API keys.`);
  const { rateLimit, ...rest } = powers;
  const { id, key } = await createKey(context, {
    accountId,
    name: asked.name,
    ...rest,
    ...(rateLimit === null ? {} : { rateLimit }),
  });
  return { ...(await afterCommit(() => getApiKey(context, caller, id))), token: key };
}

export async function listApiKeys(
  context: Context,
  caller: Caller,
  page: { limit: number; after?: string; before?: string },
): Promise<{ data: rows.ApiKeyRow[]; hasMore: boolean }> {
  return rows.listApiKeys(context.data, caller.accountId, page);
}

/** @throws SendexError not_found */
export async function getApiKey(context: Context, caller: Caller, id: string): Promise<rows.ApiKeyRow> {
  const key = await rows.findApiKey(context.data, caller.accountId, id);
  if (!key) throw noKey();
  return key;
}

/**
 * Renames a key or sets its rate limit (null: the service's), from the next request on.
 * @throws SendexError not_found, forbidden
 */
export async function changeApiKey(
  context: Context,
  caller: Caller,
  id: string,
  change: { name?: string; rateLimit?: number | null },
): Promise<rows.ApiKeyRow> {
  const key = await getApiKey(context, caller, id);
  checkCovers(context, caller, key);
  checkCovers(context, caller, { ...key, ...change });
  const changed = await rows.updateApiKey(context.data, key, change);
  if (!changed) throw noKey();
  await announce(context, caller.accountId);
  return changed;
}

/**
 * Revokes a key, from the next request on.
 * @throws SendexError not_found, forbidden
 */
export async function removeApiKey(context: Context, caller: Caller, id: string): Promise<void> {
  checkCovers(context, caller, await getApiKey(context, caller, id));
  if (!(await revokeKey(context, id, { ofAccount: caller.accountId }))) throw noKey();
}

function checkCovers({ settings }: Context, caller: Caller, powers: Powers): void {
  if (!covers(caller, powers, settings.rateLimitPerMinute))
    throw new SendexError(
      "forbidden",
      "This API key cannot make or change a key that may do more than itself.",
    );
}

async function scopeOf(context: Context, accountId: string, asked: AskedKey["domains"]): Promise<string[]> {
  const values = asked.map(({ value }) => value.toLowerCase());
  const names = await namesOf(context.data, accountId, values);
  const errors = asked.flatMap(({ field, value }): FieldError[] =>
    names.has(value.toLowerCase())
      ? []
      : [{ field, code: "unknown", message: `${field} is not a domain of this account.` }],
  );
  if (errors.length > 0) throw invalidFields(errors);
  return [...new Set(values.map((value) => names.get(value) ?? value))];
}

function noKey(): SendexError {
  return new SendexError("not_found", "There is no such API key.");
}
