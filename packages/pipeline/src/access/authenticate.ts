import { hash } from "node:crypto";
import { SendexError } from "@sendex/core/error";
import { hashApiKey, readApiKey } from "@sendex/crypto/token";
import { findTenant, type Tenant } from "@sendex/data/access/api-keys";
import type { Context } from "../context";
import { bearerKey } from "./bearer";

/**
 * The tenant behind an Authorization header. A key's checksum is read first, so that typos and scanners cost no query.
 * @throws SendexError unauthorized (`missing_api_key` or `invalid_api_key`)
 */
export async function authenticate(context: Context, authorization: string | undefined): Promise<Tenant> {
  const key = bearerKey(authorization);
  if (key === undefined)
    throw new SendexError(
      "unauthorized",
      "An API key is needed: send it as 'Authorization: Bearer sk_live_…'.",
    );
  return authenticateKey(context, key);
}

/** The tenant behind a key. @throws SendexError unauthorized (`invalid_api_key`) */
export async function authenticateKey(context: Context, key: string): Promise<Tenant> {
  const tenant = await context.hints.tenants.get(digest(key), () => look(context, key));
  if (!tenant) throw invalidKey();
  return tenant;
}

/** The key is unknown, or was revoked. */
export function invalidKey(): SendexError {
  return new SendexError("unauthorized", "This API key is not valid.", { name: "invalid_api_key" });
}

/** A name for the key in memory that the key cannot be read from: cheaper than the peppered hash it is stored under. */
function digest(key: string): string {
  return hash("sha256", key, "base64");
}

async function look(context: Context, key: string): Promise<Tenant | undefined> {
  if (!readApiKey(key)) return undefined;
  return findTenant(context.data, hashApiKey(key, context.settings.keyPepper));
}
