import { TENANT_SUFFIXES } from "./hosts";

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

/** → `example.co.uk` of `mail.example.co.uk`; the host itself where it is a suffix or a number. */
export function registrable(host: string): string {
  const labels = host.split(".");
  if (labels.length < 2 || /^[\d.]+$/.test(host)) return host;
  for (let at = 1; at < labels.length; at += 1) {
    if (TENANT_SUFFIXES.has(labels.slice(at).join("."))) return labels.slice(at - 1).join(".");
  }
  const last = labels.at(-1) ?? "";
  const second = labels.at(-2) ?? "";
  const keep = last.length === 2 && labels.length > 2 && SECOND_LEVELS.has(second) ? 3 : 2;
  return labels.slice(-keep).join(".");
}

/** The label that names its owner: `example` of `mail.example.co.uk`. */
export function ownLabel(host: string): string {
  return registrable(host).split(".", 1)[0] ?? "";
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
