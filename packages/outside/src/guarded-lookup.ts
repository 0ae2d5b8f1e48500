import { Resolver } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import net from "node:net";
import { isAllowedAddress, isLocalName } from "./address-guard";
import type { GuardOptions } from "./address-guard";

/** All addresses of a host name. Rejects where it has none. */
export type ResolveHost = (host: string) => Promise<string[]>;

/** Our own refusal, as against the network's failures. */
export class AddressRefused extends Error {}

/**
 * A socket's `lookup`: every address is checked, and the socket connects to just those, so that no second answer of a
 * name server can lead elsewhere. One bad address refuses the name.
 */
export function guardedLookup(resolve: ResolveHost, guard: GuardOptions): LookupFunction {
  return (host, options, callback) => {
    const found = isLocalName(host) ? Promise.resolve(["127.0.0.1", "::1"]) : resolve(host);
    found.then(
      (addresses) => {
        const bad = addresses.find((address) => !isAllowedAddress(address, guard));
        const [first] = addresses;
        if (bad !== undefined) {
          callback(new AddressRefused(`${host} has an address that is not public`), "");
          return;
        }
        if (first === undefined) {
          callback(new Error(`${host} has no address`), "");
          return;
        }
        if (options.all) {
          callback(null, addresses.map(withFamily));
          return;
        }
        callback(null, first, net.isIP(first));
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), "");
      },
    );
  };
}

function withFamily(address: string): { address: string; family: number } {
  return { address, family: net.isIP(address) };
}

/**
 * Asks name servers directly, not getaddrinfo: that runs on four threads, and four names whose servers hang would hold
 * up every other receiver.
 */
export function openResolver(): ResolveHost {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  return async (host) => {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    const failure = answers.find((answer) => answer.status === "rejected");
    if (addresses.length === 0 && failure) throw failure.reason;
    return addresses;
  };
}
