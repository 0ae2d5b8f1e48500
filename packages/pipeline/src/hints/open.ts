import type { Clock } from "@sendex/core/ports";
import type { Tenant } from "@sendex/data/access/api-keys";
import type { PublishedTemplate } from "@sendex/data/templates/published";
import type { Invalidations } from "@sendex/queue/invalidations";
import { type Cache, openCache } from "./cache";

/**
 * What every request repeats, remembered in the process. An invalidation empties it at once; where none arrives (Redis
 * is away), a hint is out of date for 2 s at most, and the statements that accept and claim, which join the account
 * and the key, still decide.
 */
export interface Hints {
  /** By a digest of the API key. */
  tenants: Cache<Tenant>;
  /** Verified domains, by `domainHint`. One that is not verified is not remembered. */
  domains: Cache<VerifiedDomain>;
  /** What is published, by `templateHint`. */
  templates: Cache<PublishedTemplate>;
  /** Forgets the account here; `Invalidations.changed` makes the other processes forget it. */
  forget(accountId: string): void;
}

export interface VerifiedDomain {
  accountId: string;
  name: string;
}

/** How long a hint lives at most, also without an invalidation. */
const TTL_MS = 2_000;
const MAX_TENANTS = 10_000;
const MAX_DOMAINS = 10_000;
/** One may have half a million characters. */
const MAX_TEMPLATES = 100;

export function openHints(invalidations: Invalidations, clock: Clock): Hints {
  const tenants = openCache<Tenant>({ ttlMs: TTL_MS, maxEntries: MAX_TENANTS, clock });
  const domains = openCache<VerifiedDomain>({ ttlMs: TTL_MS, maxEntries: MAX_DOMAINS, clock });
  const templates = openCache<PublishedTemplate>({ ttlMs: TTL_MS, maxEntries: MAX_TEMPLATES, clock });
  const forget = (accountId: string): void => {
    for (const cache of [tenants, domains, templates]) cache.forget((value) => value.accountId === accountId);
  };
  const lost = (): void => {
    tenants.forget();
    domains.forget();
    templates.forget();
  };
  let listening = false;
  /** A process that reads no hint needs no connection for invalidations. */
  const listen = (): void => {
    if (listening) return;
    listening = true;
    invalidations.listen({ changed: forget, lost });
  };
  return {
    tenants: heard(tenants, listen),
    domains: heard(domains, listen),
    templates: heard(templates, listen),
    forget,
  };
}

function heard<V>(cache: Cache<V>, listen: () => void): Cache<V> {
  return {
    ...cache,
    get(name, load) {
      listen();
      return cache.get(name, load);
    },
  };
}

export function templateHint(accountId: string, ref: string): string {
  return `${accountId} ${ref}`;
}

export function domainHint({ accountId, name }: VerifiedDomain): string {
  return `${accountId} ${name}`;
}
