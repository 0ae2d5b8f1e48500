import { type Brand, ownerOf } from "../brands/brands";
import { registrable } from "../brands/domain-name";
import { type HostKind, kindOfHost } from "./hosts";
import type { Anchor } from "./page";

/** A link, and whose page it leads to. */
export interface Link {
  href: string;
  host: string;
  /** The registrable domain. */
  domain: string;
  path: string;
  /** Without the number sign. */
  fragment: string;
  text: string;
  image: boolean;
  hidden: boolean;
  /** `own`: the account's. `brand`: a known brand's. `foreign`: any other. */
  kind: "own" | "brand" | "foreign" | HostKind;
  brand: Brand | undefined;
  /** It went through a page that sends anybody anywhere. */
  redirected: boolean;
  /** Something stands before the host that looks like one: `https://bank.example@other.example`. */
  userInfo: string;
  number: boolean;
}

/** Pages that send on to whatever stands in their address, and the parameter that it stands in. */
const REDIRECTORS: [host: RegExp, path: RegExp, parameters: string[]][] = [
  [/(^|\.)google\.[a-z.]{2,6}$/, /^\/(?:url|imgres|travel\/clk)/, ["q", "url", "pc"]],
  [/(^|\.)bing\.com$/, /^\/ck\/a/, ["u"]],
  [/(^|\.)youtube\.com$/, /^\/redirect/, ["q"]],
  [/^l\.(?:facebook|instagram)\.com$/, /^\//, ["u"]],
  [/(^|\.)linkedin\.com$/, /^\/(?:redir|safety|slink)/, ["url", "code"]],
  [/(^|\.)doubleclick\.net$/, /^\//, ["adurl", "url"]],
  [/(^|\.)googleadservices\.com$/, /^\//, ["adurl"]],
  [/safelinks\.protection\.outlook\.com$/, /^\//, ["url"]],
];
/** A bare address, or the name that a provider gives to one. */
const NUMBER = /^[\d.]+$|^\[|(?:^|[.-])(?:\d{1,3}[.-]){3}\d{1,3}[.-]/;
const MAX_URL = 4096;
const AMP = /^\/amp\/(?:s\/)?([a-z0-9.-]+\.[a-z]{2,})(\/.*)?$/i;

/** Reads where a link leads; undefined where it leads to no page: an anchor, an address, a placeholder. */
export function readLink(anchor: Anchor, own: ReadonlySet<string>): Link | undefined {
  const url = toUrl(anchor.href);
  if (!url) return undefined;
  const onward = sentOnTo(url);
  const { hostname, pathname, hash, username } = onward ?? url;
  const host = hostname.replace(/\.$/, "").replace(/^www\./, "");
  const domain = registrable(host);
  const brand = ownerOf(host);
  const known = kindOfHost(host, pathname);
  const kind = own.has(domain) || own.has(host) ? "own" : (known ?? (brand ? "brand" : "foreign"));
  return {
    ...{ href: anchor.href, host, domain, path: pathname, fragment: hash.slice(1), kind, brand },
    ...{ text: anchor.text, image: anchor.image, hidden: anchor.hidden },
    redirected: onward !== undefined && !/safelinks/.test(url.hostname),
    userInfo: username,
    number: NUMBER.test(host),
  };
}

/** A way that runs a script or carries its own page; scripts that do nothing stand in for a missing target. */
export function isScripted(href: string): boolean {
  if (!/^[\s\p{C}]*[jvd]/iu.test(href)) return false;
  const plain = href
    .slice(0, MAX_URL)
    .replace(/[\s\p{C}]/gu, "")
    .toLowerCase();
  if (/^javascript:(?:void\(?0?\)?)?;?$/.test(plain)) return false;
  return /^(?:javascript|vbscript|data:text\/(?:html|xml)|data:image\/svg)/.test(plain);
}

function toUrl(href: string): URL | undefined {
  const text = href.replace(/[\t\n\r]/g, "").slice(0, MAX_URL);
  const whole = /^https?:/i.test(text) ? text : withScheme(text);
  if (whole === undefined || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  return url.hostname.includes(".") ? url : undefined;
}

function withScheme(text: string): string | undefined {
  if (text.startsWith("//")) return `https:${text}`;
  return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]|$)/i.test(text) ? `https://${text}` : undefined;
}

function sentOnTo(url: URL): URL | undefined {
  const amp = /(^|\.)google\.[a-z.]{2,6}$/.test(url.hostname) ? AMP.exec(url.pathname) : null;
  if (amp) return toUrl(`https://${amp[1] ?? ""}${amp[2] ?? "/"}`);
  for (const [host, path, parameters] of REDIRECTORS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    for (const parameter of parameters) {
      const value = url.searchParams.get(parameter);
      const target = value !== null && /^(?:https?:)?\/\//i.test(value) ? toUrl(value) : undefined;
      if (target) return target;
    }
  }
  return undefined;
}
