import { randomBytes } from "node:crypto";
import { createAccount, createKey } from "@sendex/pipeline/accounts/create";
import type { Context } from "@sendex/pipeline/context";

export interface SeededAccount {
  accountId: string;
  email: string;
  /** Verified; `hello@` it is the account's default sender. */
  domain: string;
  keys: { full: string; sendOnly: string; test: string };
  keyIds: { test: string };
  /** For an `Authorization` header. */
  authorization: string;
}

/** An account with a verified domain, a full and a send-only live key, and a full test key. */
export async function seedAccount(
  context: Context,
  options: { domain?: string; email?: string } = {},
): Promise<SeededAccount> {
  const slug = randomBytes(5).toString("hex");
  const { domain = `${slug}.example`, email = `owner-${slug}@example.test` } = options;
  const tenant = await createAccount(context, { email, domain });
  const accountId = tenant.account.id;
  const test = await createKey(context, { accountId, permission: "full", name: "test", mode: "test" });
  return {
    accountId,
    email,
    domain,
    keys: { ...tenant.apiKeys, test: test.key },
    keyIds: { test: test.id },
    authorization: `Bearer ${tenant.apiKeys.full}`,
  };
}
