import { parseMailbox } from "../accepting/address";

/** What stands in the place of a person's address once it is erased; `.invalid` never has mail (RFC 2606). */
export const ERASED_ADDRESS = "erased@erased.invalid";

/** What an erased account's owner is called. */
export function erasedEmail(accountId: string): string {
  return `erased-${accountId}@erased.invalid`;
}

/** A message's visible addresses, by list. */
export type AddressLists = Record<string, string[]>;

/** The lists with an address, and the name beside it, erased wherever it stands. `address` is lower-case. */
export function withoutAddress(lists: AddressLists, address: string): AddressLists {
  return Object.fromEntries(
    Object.entries(lists).map(([name, mailboxes]) => [
      name,
      mailboxes.map((shown) => (isOf(shown, address) ? ERASED_ADDRESS : shown)),
    ]),
  );
}

function isOf(shown: string, address: string): boolean {
  return (parseMailbox(shown)?.address ?? shown).toLowerCase() === address;
}
