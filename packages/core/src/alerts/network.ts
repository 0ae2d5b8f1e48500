import { DAY_MS, HOUR_MS } from "@sendex/kit/day";

/** From where keys are used. */

/** All addresses that are no one's on the internet are one network: our own, a container's, a load balancer's. */
const PRIVATE_NETWORK = "private";
/** So many networks of a key are remembered. */
export const MAX_NETWORKS = 64;
/** A key with more networks than this is at home nowhere, and a further one is no news. */
const ROAMING_NETWORKS = 10;
/** A key's first networks are no news … */
const SETTLING_MS = HOUR_MS;
/** … and of one that is older than this when its first network is noted: it was in use before we looked. */
const USED_BEFORE_MS = DAY_MS;

/** The /24 of an IPv4 address, the /48 of an IPv6 one; undefined for what is no address. */
export function networkOf(address: string): string | undefined {
  const v4 = readV4(address.replace(/^::ffff:(?=\d+\.)/i, ""));
  if (v4) return isPrivateV4(v4) ? PRIVATE_NETWORK : `${v4.slice(0, 3).join(".")}.0/24`;
  const v6 = readV6(address);
  if (!v6) return undefined;
  return isPrivateV6(v6) ? PRIVATE_NETWORK : `${v6.slice(0, 3).map(hex).join(":")}::/48`;
}

/** A key's network, as it was first noted. */
export interface NotedNetwork {
  firstSeenAt: Date;
  keyCreatedAt: Date;
  /** When the key's first network was noted. */
  keySeenAt: Date;
  /** Networks of the key that were noted before this one. */
  before: number;
}

/** Whether the account should hear of it. */
export function isNews({ firstSeenAt, keyCreatedAt, keySeenAt, before }: NotedNetwork): boolean {
  if (before === 0 || before > ROAMING_NETWORKS) return false;
  const usedBefore = keySeenAt.getTime() - keyCreatedAt.getTime() > USED_BEFORE_MS;
  return firstSeenAt.getTime() - keySeenAt.getTime() > (usedBefore ? USED_BEFORE_MS : SETTLING_MS);
}

function readV4(text: string): number[] | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  const numbers = parts.map(Number);
  return numbers.every((number) => number < 256) ? numbers : undefined;
}

/** Its eight groups; a zone (`%eth0`) is left out. */
function readV6(text: string): number[] | undefined {
  const [head = "", tail, more] = text.replace(/%.*$/, "").split("::");
  if (!text.includes(":") || more !== undefined) return undefined;
  const [start, end] = [groupsOf(head), groupsOf(tail ?? "")];
  if (!start || !end) return undefined;
  const missing = 8 - start.length - end.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...start, ...Array.from({ length: missing }, () => 0), ...end];
}

function groupsOf(text: string): number[] | undefined {
  if (text === "") return [];
  const groups = text.split(":");
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => parseInt(group, 16))
    : undefined;
}

function hex(group: number): string {
  return group.toString(16);
}

/** RFC 1918, loopback, link-local (RFC 3927), and what carriers share (RFC 6598). */
function isPrivateV4([a = 0, b = 0]: number[]): boolean {
  if (a === 0 || a === 10 || a === 127) return true;
  if (a === 172) return b >= 16 && b < 32;
  if (a === 192) return b === 168;
  if (a === 169) return b === 254;
  return a === 100 && b >= 64 && b < 128;
}

/** Loopback and unspecified, unique local (RFC 4193), link-local. */
function isPrivateV6([first = 0, ...rest]: number[]): boolean {
  if (first === 0 && rest.slice(0, 6).every((group) => group === 0)) return true;
  return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80;
}
