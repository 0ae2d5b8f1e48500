import { TENANT_SUFFIXES } from "../reading/hosts";

/**
 * Who owns a host: the label below the public suffix. Not the whole Public Suffix List: country domains with the
 * usual second levels, and the hosting services whose customers get a name each.
 */

/** Second levels under which countries register. Source: the Public Suffix List, its recurring entries. */
const SECOND_LEVELS = new Set(
  "co com net org gov gob gouv govt go edu ac ad or ne mil nom ltd plc me sch asso info biz web firm gen ind id in inf law k12 blog eco adv art jus leg mp desa".split(
    " ",
  ),
);

const COUNTRY_LENGTH = 2;

/** → `example.co.uk` of `mail.example.co.uk`; the host itself where it is a suffix or a number. */
export function registrable(host: string): string {
  if (/^[\d.]+$/.test(host)) return host;
  let name = host;
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
    const above = host.slice(dot + 1);
    if (TENANT_SUFFIXES.has(above) || isSuffix(above)) return name;
    name = above;
  }
  return host;
}

/** A last label, or a country's with a usual second level. */
function isSuffix(name: string): boolean {
  const dot = name.indexOf(".");
  if (dot < 0) return true;
  return name.length - dot === COUNTRY_LENGTH + 1 && SECOND_LEVELS.has(name.slice(0, dot));
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
