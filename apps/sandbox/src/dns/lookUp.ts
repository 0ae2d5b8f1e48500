import type { Identities, Identity } from "../ses/identities";
import { normal, type Records, type RecordType, type ZoneRecord } from "./records";

/** A product's own proof of ownership is named so, with a token that the sandbox cannot know. */
const OWNERSHIP_NAME = /^_sendex-[0-9a-z]+\.(.+)$/;
const OWNERSHIP_VALUE = "sendex-domain-owner";

/**
 * The records of a name: what was published; else, of a domain that counts as verified by itself after a while, what
 * its owner would have published.
 */
export function lookUp(
  records: Records,
  identities: Identities,
  region: string,
): (name: string, type: RecordType) => ZoneRecord[] {
  return (text, type) => {
    const name = normal(text);
    const published = records.find(name, type);
    if (published.length > 0) return published;
    const values = identities
      .list()
      .filter(identities.isVerifiedByItself)
      .flatMap((identity) =>
        assumed(identity, region).filter((record) => record.name === name && record.type === type),
      );
    const owned = type === "TXT" ? identities.find(OWNERSHIP_NAME.exec(name)?.[1] ?? "") : undefined;
    return owned && identities.isVerifiedByItself(owned)
      ? [...values, { name, type, value: OWNERSHIP_VALUE, priority: 0 }]
      : values;
  };
}

function assumed(
  { domain, verificationToken, dkimTokens, mailFrom }: Identity,
  region: string,
): ZoneRecord[] {
  const record = (name: string, type: RecordType, value: string): ZoneRecord => ({
    name,
    type,
    value,
    priority: 10,
  });
  return [
    record(`_amazonses.${domain}`, "TXT", verificationToken),
    record(`_dmarc.${domain}`, "TXT", "v=DMARC1; p=none;"),
    ...dkimTokens.map((token) =>
      record(`${token}._domainkey.${domain}`, "CNAME", `${token}.dkim.amazonses.com`),
    ),
    ...(mailFrom === null
      ? []
      : [
          record(mailFrom, "MX", `feedback-smtp.${region}.amazonses.com`),
          record(mailFrom, "TXT", "v=spf1 include:amazonses.com ~all"),
        ]),
  ];
}
