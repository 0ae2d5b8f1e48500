import { SendexError } from "@sendex/core/error";
import type { Tenant } from "@sendex/data/access/api-keys";

/** A key that may send from some domains only, or only test mail, decides nothing about all the rest. */
export function ofWholeAccount({ domains, mode }: Tenant): void {
  if (domains.length > 0 || mode === "test")
    throw new SendexError(
      "forbidden",
      "This takes a live API key that is good for every domain of the account.",
    );
}
