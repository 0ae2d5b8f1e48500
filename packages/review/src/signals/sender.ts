import { domainOf } from "@sendex/core/accepting/address";
import { registrable } from "../brands/domain-name";
import { FREE_MAIL_DOMAINS } from "../reading/hosts";
import { isNeighbour } from "../brands/look-alike";
import { quote, type ReadSignals, type Signal } from "./signal";
import type { MailView } from "../view";

const WEIGHTS = { neighbour: 3, freeMail: 1, showsAddress: 2 };
/** Shorter names have neighbours by chance. */
const MIN_LABEL = 5;
const ADDRESS = /[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,4}[a-z]{2,24})/i;

/** Who seems to write, and who is answered. */
export const senderSignals: ReadSignals = (view) => {
  if (!view.placed) return [];
  return [...nearlyOwn(view), ...freeMail(view), ...addressShown(view)];
};

/** Answers to `examp1e.com` where `example.com` sends. */
function nearlyOwn({ mail, own }: MailView): Signal[] {
  const domains = mail.replyTo.map(({ address }) => registrable(domainOf(address)));
  const near = domains.find(
    (domain) =>
      domain.length > MIN_LABEL && !own.has(domain) && [...own].some((mine) => isNeighbour(domain, mine)),
  );
  if (near === undefined) return [];
  const sentence = `Answers go to ${quote(near)}, one letter away from the sender's domain.`;
  return [
    {
      signal: "reply_to_looks_alike",
      label: "impersonation",
      weight: WEIGHTS.neighbour,
      structural: true,
      sentence,
    },
  ];
}

/** A brand answers from its own domain. A private person or a small shop may not: without a brand it is no sign. */
function freeMail({ mail, own, voice }: MailView): Signal[] {
  if (!voice || (voice.displayed === undefined && voice.spoken === 0)) return [];
  const free = mail.replyTo.find(({ address }) => {
    const domain = domainOf(address);
    return FREE_MAIL_DOMAINS.has(domain) && !own.has(domain);
  });
  if (!free) return [];
  const sentence = `It speaks for ${voice.brand.name} and has answers go to a free mailbox.`;
  return [
    {
      signal: "brand_answers_to_free_mail",
      label: "impersonation",
      weight: WEIGHTS.freeMail,
      structural: false,
      sentence,
    },
  ];
}

/** Mail programs show the name; one that is an address of another domain lies about the sender. */
function addressShown({ mail, own }: MailView): Signal[] {
  const shown = ADDRESS.exec(mail.from.name ?? "");
  const domain = shown?.[1] === undefined ? undefined : registrable(shown[1].toLowerCase());
  if (!shown || domain === undefined || own.has(domain)) return [];
  const sentence = `The sender's name is an address of another domain, ${quote(shown[0])}.`;
  return [
    {
      signal: "sender_named_as_address",
      label: "impersonation",
      weight: WEIGHTS.showsAddress,
      structural: true,
      sentence,
    },
  ];
}
