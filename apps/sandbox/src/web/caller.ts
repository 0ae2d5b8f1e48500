import type { Request } from "express";

/**
 * Who signs with this access key is another AWS account, in which the suppression list is off, as an account's may be.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_PutAccountSuppressionAttributes.html
 */
const LISTLESS_KEY = "SANDBOXLISTLESS";

/** The context as the caller's account has it. */
export function asCaller<Context extends object>(
  context: Context,
  { headers }: Pick<Request, "headers">,
): Context & { listless?: true } {
  const listless = headers.authorization?.includes(`Credential=${LISTLESS_KEY}/`) ?? false;
  return listless ? { ...context, listless: true } : context;
}
