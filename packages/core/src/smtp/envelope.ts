import type { Mailbox } from "../accepting/message";

/** Who gets a mail, by what its own headers say of them; and what the headers show, where that is not the same. */
export interface Addressed {
  to: Mailbox[];
  cc: Mailbox[];
  bcc: Mailbox[];
  shown?: { to: Mailbox[]; cc: Mailbox[] };
}

/**
 * The envelope decides who gets a mail and the headers what its readers see of that: who is in the envelope alone is a
 * blind copy, and who is in a header alone is shown and written to by somebody else. Addresses are compared without case.
 */
export function addressed(envelope: readonly string[], headers: { to: Mailbox[]; cc: Mailbox[] }): Addressed {
  const left = new Map(envelope.map((address) => [address.toLowerCase(), address]));
  const take = (mailboxes: Mailbox[]): Mailbox[] =>
    mailboxes.filter(({ address }) => left.delete(address.toLowerCase()));
  const to = take(headers.to);
  const cc = take(headers.cc);
  const bcc = [...left.values()].map((address) => ({ address }));
  const isWhole = to.length === headers.to.length && cc.length === headers.cc.length;
  return { to, cc, bcc, ...(!isWhole && { shown: headers }) };
}
