import type { Route } from "@sendex/core/accepting/message";
import type { DomainLimit } from "@sendex/queue/domain-paces";
import type { Context } from "../context";
import { every } from "../schedule/every";

/** The domains that mail goes to slower at present, as a send worker last read them. */
export interface DomainLimits {
  /** Nothing is limited: no recipient needs to be looked at. */
  none(): boolean;
  of(route: Route, domain: string): DomainLimit | undefined;
  close(): void;
}

const REFRESH_MS = 1_000;

/** Reads the limits of the live route, once a second for the whole process; while Redis is away nothing is limited. */
export async function openDomainLimits(context: Context): Promise<DomainLimits> {
  const { liveRoute } = context.settings;
  let limits = new Map<string, DomainLimit>();
  async function refresh(): Promise<number> {
    try {
      const found = await context.domains.limits(liveRoute, context.clock());
      limits = new Map(found.map((limit) => [limit.domain, limit]));
    } catch (error) {
      limits = new Map();
      context.log.debug({ err: error }, "domains' limits could not be read; none holds");
    }
    return REFRESH_MS;
  }
  await refresh();
  const { stop } = every(REFRESH_MS, context.log, refresh);
  return {
    none: () => limits.size === 0,
    of: (route, domain) => (route === liveRoute ? limits.get(domain) : undefined),
    close: stop,
  };
}
