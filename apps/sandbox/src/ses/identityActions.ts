import type { Identity } from "./identities";
import type { QueryAction } from "./queryAction";
import { XmlMap } from "./queryXml";
import { Refusal } from "./refusal";

export const verifyDomainIdentity: QueryAction = ({ identities }, params) => ({
  VerificationToken: identities.begin(domainParam(params.need("Domain"))).verificationToken,
});

export const verifyDomainDkim: QueryAction = ({ identities }, params) => ({
  DkimTokens: identities.begin(domainParam(params.need("Domain")), { dkim: true }).dkimTokens,
});

/** Unknown identities are left out of the answer, as SES leaves them out. */
export const getIdentityVerificationAttributes: QueryAction = ({ identities }, params) => ({
  VerificationAttributes: new XmlMap(
    knownOf(params.members("Identities"), identities.find).map(([name, identity]) => [
      name,
      { VerificationStatus: identities.statusOf(identity), VerificationToken: identity.verificationToken },
    ]),
  ),
});

export const getIdentityDkimAttributes: QueryAction = ({ identities }, params) => ({
  DkimAttributes: new XmlMap(
    knownOf(params.members("Identities"), identities.find).map(([name, identity]) => [
      name,
      {
        DkimEnabled: identity.dkimAsked,
        DkimVerificationStatus: identities.dkimStatusOf(identity),
        ...(identity.dkimAsked ? { DkimTokens: identity.dkimTokens } : {}),
      },
    ]),
  ),
});

export const deleteIdentity: QueryAction = ({ identities }, params) => {
  identities.remove(params.need("Identity").toLowerCase());
  return {};
};

export const listIdentities: QueryAction = ({ identities }) => ({
  Identities: identities.list().map(({ domain }) => domain),
});

export const setIdentityMailFromDomain: QueryAction = ({ identities }, params) => {
  const domain = params.need("Identity").toLowerCase();
  if (identities.find(domain) === undefined) {
    throw new Refusal("InvalidParameterValue", `Identity <${domain}> does not exist.`);
  }
  const mailFrom = params.get("MailFromDomain")?.toLowerCase() ?? "";
  if (mailFrom !== "" && !mailFrom.endsWith(`.${domain}`)) {
    throw new Refusal(
      "InvalidParameterValue",
      `Provided MAIL-FROM domain <${mailFrom}> is not subdomain of <${domain}>.`,
    );
  }
  identities.setMailFrom(domain, mailFrom === "" ? null : mailFrom);
  return {};
};

export const getIdentityMailFromDomainAttributes: QueryAction = ({ identities }, params) => ({
  MailFromDomainAttributes: new XmlMap(
    knownOf(params.members("Identities"), identities.find).map(([name, identity]) => [
      name,
      {
        ...(identity.mailFrom === null
          ? {}
          : { MailFromDomain: identity.mailFrom, MailFromDomainStatus: identities.statusOf(identity) }),
        BehaviorOnMXFailure: "UseDefaultValue",
      },
    ]),
  ),
});

function knownOf(names: string[], find: (domain: string) => Identity | undefined): [string, Identity][] {
  return names.flatMap((name): [string, Identity][] => {
    const identity = find(name.toLowerCase());
    return identity === undefined ? [] : [[name, identity]];
  });
}

function domainParam(domain: string): string {
  const name = domain.toLowerCase();
  if (/^([a-z0-9_]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/.test(name)) return name;
  throw new Refusal("InvalidParameterValue", `Invalid domain name ${domain}.`);
}
