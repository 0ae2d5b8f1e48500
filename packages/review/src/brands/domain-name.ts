import { getDomain } from "tldts";
import { TENANT_SUFFIXES } from "../reading/hosts";

/**
 * Who owns a host: the label below the public suffix. The Public Suffix List's private part is a list of those hosting
 * services that asked for a place on it; ours has the others whose customers get a name each.
 */
const OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

/** → `example.co.uk` of `mail.example.co.uk`; the host itself where it is a suffix or a number. */
export function registrable(host: string): string {
  return belowTenantSuffix(host) ?? getDomain(host, OPTIONS) ?? host;
}

function belowTenantSuffix(host: string): string | undefined {
  let name = host;
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
    const above = host.slice(dot + 1);
    if (TENANT_SUFFIXES.has(above)) return name;
    name = above;
  }
  return undefined;
}

/** The label that names its owner: `example` of `mail.example.co.uk`. */
export function ownLabel(host: string): string {
  const name = registrable(host);
  const dot = name.indexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
}

/** What stands after the owner's label: `co.uk`. */
export function suffixOf(host: string): string {
  const name = registrable(host);
  return name.slice(name.indexOf(".") + 1);
}

/** Whether a host is a domain or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
