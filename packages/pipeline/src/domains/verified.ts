import type { Context } from "../context";
import { domainHint } from "../hints/open";

/** Whether an account may send from a domain, as far as is remembered; `name` in lower-case ASCII. */
export async function hasVerified(
  context: Context,
  domain: { accountId: string; name: string },
): Promise<boolean> {
  const found = await context.hints.domains.get(domainHint(domain), async () =>
    (await context.batches.isVerified(domain)) ? domain : undefined,
  );
  return found !== undefined;
}
