import { SendexError } from "@sendex/core/error";
import { hashApiKey, readApiKey } from "@sendex/crypto/token";
import { findTenant, type Tenant } from "@sendex/data/api-keys";
import type { Context } from "./context";
import { orUnavailable } from "./unavailable";

/**
 * The tenant behind an Authorization header. A key's checksum is read first, so that typos and scanners cost no query.
 * @throws SendexError unauthorized (`missing_api_key` or `invalid_api_key`), service_unavailable
 */
export async function authenticate(context: Context, authorization: string | undefined): Promise<Tenant> {
  const key = bearer(authorization);
  if (key === undefined)
    throw new SendexError(
      "unauthorized",
      "An API key is needed: send it as 'Authorization: Bearer sk_live_…'.",
    );
  const tenant = readApiKey(key)
    ? await orUnavailable(() => findTenant(context.data, hashApiKey(key, context.settings.keyPepper)))
    : undefined;
  if (!tenant)
    throw new SendexError("unauthorized", "This API key is not valid.", { name: "invalid_api_key" });
  return tenant;
}

const SCHEME = "bearer ";

function bearer(authorization: string | undefined): string | undefined {
  if (authorization?.slice(0, SCHEME.length).toLowerCase() !== SCHEME) return undefined;
  const key = authorization.slice(SCHEME.length).trim();
  return key === "" ? undefined : key;
}
