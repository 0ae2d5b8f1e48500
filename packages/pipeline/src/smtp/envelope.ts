import { domainOf, parseAddress } from "@sendex/core/accepting/address";
import { addressProblem } from "@sendex/core/accepting/mailbox-problem";
import { SendexError } from "@sendex/core/error";
import type { Tenant } from "@sendex/data/access/api-keys";
import { outOfScope } from "../access/refuse";
import type { Context } from "../context";
import { hasVerified } from "../domains/verified";

/** What MAIL FROM and RCPT TO are judged by, so that a client is told which address it is about. */

/**
 * The address that MAIL FROM names, as it is kept. The null sender says nothing, and the mail's From is judged all the same.
 * @throws SendexError bad_request, forbidden, unprocessable_entity
 */
export async function checkSender(context: Context, caller: Tenant, written: string): Promise<string> {
  if (written === "") return "";
  const address = readAddress(written);
  const name = domainOf(address.toLowerCase());
  const wrong = outOfScope(caller, name);
  if (wrong) throw wrong;
  if (await hasVerified(context, { accountId: caller.accountId, name })) return address;
  throw new SendexError("unprocessable_entity", `The domain ${name} is not verified for sending.`);
}

/** The address that RCPT TO names. @throws SendexError bad_request, invalid_recipient */
export async function checkRecipient(context: Context, written: string): Promise<string> {
  const address = readAddress(written);
  const name = domainOf(address);
  const { verdict } = await context.ports.lookupMx(name);
  if (verdict !== "refused") return address;
  throw new SendexError(
    "invalid_recipient",
    `${address} cannot receive mail: ${name} has no mail server (MX record).`,
  );
}

function readAddress(written: string): string {
  const address = parseAddress(written);
  if (address !== undefined) return address;
  throw new SendexError(
    "bad_request",
    `This is no address that mail can go to: ${addressProblem(written).text}.`,
  );
}
