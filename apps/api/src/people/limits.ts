import { MAIL_REQUESTS, normalEmail, SIGN_IN_TRIES } from "@sendex/core/people/rules";
import type { Context } from "@sendex/pipeline/context";
import { checkRate } from "../http/rate-headers";

/**
 * Tries are counted by the address that they come from, and by that address for one user, never by the user alone: whoever
 * guesses from one address stops nobody who knows the password at another.
 */

/** @throws SendexError too_many_requests */
export async function limitTries(context: Context, address: string, email?: string): Promise<void> {
  const { rates, clock } = context;
  const now = clock();
  checkRate(await rates.hit(`try:${address}`, SIGN_IN_TRIES.address, now), now);
  if (email === undefined) return;
  const bucket = `try:${address}:${normalEmail(email)}`;
  checkRate(await rates.hit(bucket, SIGN_IN_TRIES.addressAndUser, now), now);
}

/**
 * Whether a mail to this mailbox may be asked for again. One too many is answered like any other, and not sent: a mailbox is
 * not flooded, and nobody learns whether it has a user.
 * @throws SendexError too_many_requests, where one address asks for too many
 */
export async function mayMail(context: Context, address: string, email: string): Promise<boolean> {
  const { rates, clock } = context;
  const now = clock();
  checkRate(await rates.hit(`mails:${address}`, MAIL_REQUESTS.address, now), now);
  return (await rates.hit(`mailbox:${normalEmail(email)}`, MAIL_REQUESTS.mailbox, now)).allowed;
}
