import { MAX_URL_CHARACTERS } from "@sendex/core/accepting/message";
import ipaddr from "ipaddr.js";
import { type ReadUrl, readUrl } from "./url";

export interface GuardOptions {
  /** Lets http and loopback through as well: for the home start, whose receivers are on the same machine. */
  allowLocal?: boolean;
}

/** Addresses of cloud platforms' own services inside space that counts as public. */
const METADATA_V4 = ["168.63.129.16/32"].map((range) => ipaddr.IPv4.parseCIDR(range));
/** IANA has given out no global unicast but this, which leaves ::/96, 100::/8 and fd00:ec2::254 outside. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR("2000::/3");
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
const SIX_TO_FOUR = ipaddr.IPv6.parseCIDR("2002::/16");

/** A URL that may be requested, or why it may not. */
export type EndpointUrl = { url: ReadUrl; reason?: undefined } | { url?: undefined; reason: string };

/** Why a URL may not be an endpoint, or undefined where nothing speaks against it. */
export function checkEndpointUrl(text: string, options: GuardOptions = {}): string | undefined {
  return readEndpointUrl(text, options).reason;
}

/**
 * Reads a URL that a caller named for requests of ours. A host name's addresses are only known, and only checked, when
 * it is connected to. Source: docs/security.md "Requests we make for others".
 */
export function readEndpointUrl(text: string, { allowLocal = false }: GuardOptions = {}): EndpointUrl {
  if (text.length > MAX_URL_CHARACTERS)
    return { reason: `The URL is longer than ${MAX_URL_CHARACTERS} characters.` };
  const url = readUrl(text);
  if (!url) return { reason: "This is not a URL." };
  if (url.protocol !== "https:" && !(allowLocal && url.protocol === "http:"))
    return { reason: "The URL must be https." };
  if (url.username || url.password) return { reason: "The URL must not contain a user or password." };
  const host = hostOf(url);
  if (isLocalName(host) && !allowLocal) return { reason: "The URL must be reachable from the internet." };
  if (ipaddr.isValid(host) && !isAllowedAddress(host, { allowLocal }))
    return { reason: "The URL's address is not a public one." };
  return { url };
}

/** The host as a socket takes it: without the brackets of IPv6 or a closing dot. */
export function hostOf(url: Pick<ReadUrl, "hostname">): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

export function isLocalName(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost");
}

export function isAllowedAddress(address: string, { allowLocal = false }: GuardOptions = {}): boolean {
  return isPublicAddress(address) || (allowLocal && isLoopback(address));
}

/** Whether an IP address is out on the internet. What is not an address is not public. */
export function isPublicAddress(address: string): boolean {
  const given = parseAddress(address);
  if (!given) return false;
  const parsed = carriedV4(given);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4
    ? !METADATA_V4.some((range) => parsed.match(range))
    : parsed.match(GLOBAL_V6);
}

function isLoopback(address: string): boolean {
  const given = parseAddress(address);
  return given !== undefined && carriedV4(given).range() === "loopback";
}

/** ipaddr.js takes `::1.2.3.4` for `::ffff:1.2.3.4`, which is another address; URL's own form has no dots in IPv6. */
function parseAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const canonical = address.includes(":") ? urlForm(address) : address;
  return ipaddr.isValid(canonical) ? ipaddr.parse(canonical) : undefined;
}

function urlForm(address: string): string {
  const url = `http://[${address}]/`;
  return URL.canParse(url) ? hostOf(new URL(url)) : "";
}

/** The IPv4 address that mapped, NAT64 and 6to4 addresses lead to; any other as it is. */
function carriedV4(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const bytes = address.toByteArray();
  if (address.match(NAT64)) return new ipaddr.IPv4(bytes.slice(12));
  if (address.match(SIX_TO_FOUR)) return new ipaddr.IPv4(bytes.slice(2, 6));
  return address;
}
