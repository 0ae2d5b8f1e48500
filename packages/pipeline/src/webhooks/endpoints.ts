import { invalidFields, SendexError } from "@sendex/core/error";
import type { Caller } from "@sendex/core/access";
import { newWebhookSecret } from "@sendex/crypto/sign";
import { newId } from "@sendex/crypto/token";
import type { Tenant } from "@sendex/data/access/api-keys";
import * as rows from "@sendex/data/webhooks/endpoints";
import { expireFormerSecrets, MAX_FORMER_SECRETS, rotateSecret } from "@sendex/data/webhooks/secrets";
import type { Context } from "../context";

/** Endpoints of one account in one mode; each event costs a row an endpoint. */
export const MAX_WEBHOOKS = 50;

/**
 * Registers an endpoint for mail of the caller's mode. The signing secret is in this answer only.
 * @throws SendexError bad_request for a refused address, or for one endpoint too many
 */
export async function createWebhook(
  context: Context,
  caller: Tenant,
  input: { endpoint: string; events: string[] },
): Promise<rows.WebhookRow & { signingSecret: string }> {
  const { accountId, mode, dataKey } = caller;
  checkAddress(context, input.endpoint);
  const createdAt = context.clock();
  const id = newId("whk", createdAt);
  const signingSecret = newWebhookSecret();
  const secret = context.sealer.seal(dataKey, placeOf(accountId, id), signingSecret);
  if ((await rows.countWebhooks(context.data, caller)) >= MAX_WEBHOOKS)
    throw new SendexError(
      "bad_request",
      `An account has at most ${MAX_WEBHOOKS} webhook endpoints for ${mode} mail.`,
    );
  const row = await rows.createWebhook(context.data, { accountId, mode, id, createdAt, secret, ...input });
  return { ...row, signingSecret };
}

/** Where a secret is sealed beside its endpoint's id. */
export const SECRET_FIELD = "webhook-secret";

export async function listWebhooks(
  context: Context,
  caller: Caller,
  page: { limit: number; after?: string; before?: string },
): Promise<{ data: rows.WebhookRow[]; hasMore: boolean }> {
  return rows.listWebhooks(context.data, caller, page);
}

/** @throws SendexError not_found, for an endpoint of another account or mode too */
export async function getWebhook(context: Context, caller: Caller, id: string): Promise<rows.WebhookRow> {
  const row = await rows.findWebhook(context.data, caller, id);
  if (!row) throw noWebhook();
  return row;
}

/** @throws SendexError bad_request for a refused address, not_found */
export async function updateWebhook(
  context: Context,
  caller: Caller,
  id: string,
  change: rows.WebhookChange,
): Promise<rows.WebhookRow> {
  if (change.endpoint !== undefined) checkAddress(context, change.endpoint);
  const row = await rows.updateWebhook(context.data, caller, id, change, context.clock());
  if (!row) throw noWebhook();
  return row;
}

/** While a secret rotates, the former one signs too: receivers change over without losing anything. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;

/**
 * A new signing secret, in this answer only; the former one goes on for 24 h. With `expireNow` it does not, and where a
 * rotation is going on already, that ends, and the secret that it brought stays.
 * @throws SendexError not_found
 */
export async function rotateWebhookSecret(
  context: Context,
  caller: Tenant,
  id: string,
  { expireNow }: { expireNow: boolean },
): Promise<string> {
  const { data, sealer } = context;
  const { accountId, dataKey } = caller;
  const now = context.clock();
  await getWebhook(context, caller, id);
  const kept = expireNow ? await expireFormerSecrets(data, accountId, id, now) : undefined;
  if (kept) return sealer.unseal(dataKey, placeOf(accountId, id), kept).toString("utf8");
  const signingSecret = newWebhookSecret();
  const secret = sealer.seal(dataKey, placeOf(accountId, id), signingSecret);
  const until = expireNow ? null : new Date(now.getTime() + OVERLAP_MS);
  const outcome = await rotateSecret(data, { accountId, id, secret, until, now });
  if (outcome === "missing") throw noWebhook();
  if (outcome === "full") throw tooManySecrets();
  return signingSecret;
}

function tooManySecrets(): SendexError {
  return new SendexError(
    "unprocessable_entity",
    `${MAX_FORMER_SECRETS} former secrets still sign beside the present one. Rotate again once one of them is over, ` +
      "24 hours after it was replaced, or end them now with expire_now.",
  );
}

function placeOf(accountId: string, id: string) {
  return { tenant: accountId, message: id, field: SECRET_FIELD };
}

function checkAddress(context: Context, endpoint: string): void {
  const refusal = context.ports.checkEndpoint(endpoint);
  if (refusal !== undefined)
    throw invalidFields([{ field: "endpoint", code: "forbidden", message: refusal }]);
}

/** @throws SendexError not_found */
export async function deleteWebhook(context: Context, caller: Caller, id: string): Promise<void> {
  if (!(await rows.deleteWebhook(context.data, caller, id))) throw noWebhook();
}

function noWebhook(): SendexError {
  return new SendexError("not_found", "There is no such webhook.");
}
