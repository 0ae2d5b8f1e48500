import type { DomainMail } from "../ses/simulator";

export interface Zones {
  set(domain: string, mail: DomainMail): void;
  /** What is said of a domain: as it was set, NXDOMAIN under .invalid (RFC 6761), otherwise that it takes mail. */
  mailOf(domain: string): DomainMail;
  list(): Record<string, DomainMail>;
}

export const DOMAIN_MAIL: readonly DomainMail[] = ["ok", "none", "null", "nxdomain", "servfail", "timeout"];

export function createZones(): Zones {
  const told = new Map<string, DomainMail>();
  return {
    set: (domain, mail) => void told.set(normal(domain), mail),
    mailOf(domain) {
      const name = normal(domain);
      return told.get(name) ?? (/(^|\.)invalid$/.test(name) ? "nxdomain" : "ok");
    },
    list: () => Object.fromEntries(told),
  };
}

function normal(domain: string): string {
  return domain.toLowerCase().replace(/\.$/, "");
}
