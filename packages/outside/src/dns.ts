import { getServers } from "node:dns";
import type { LookupMx } from "@sendex/core/ports";
import { askServers } from "./dns-ask";
import { parseDnsServer } from "./dns-query";
import { readMxAnswer } from "./mx-answer";
import type { MxAnswer } from "./mx-answer";

export interface MxOptions {
  /** `host` or `host:port`, asked in this order; absent: the system's. */
  servers?: string[];
  /** Bound over all tries (docs/contract.md "Accepting a message"). */
  timeoutMs?: number;
  /** Domains remembered, the least recently used out first. */
  maxEntries?: number;
  /** Monotonic milliseconds. */
  elapsed?: () => number;
}

const TIMEOUT_MS = 2000;
const MAX_ENTRIES = 10_000;

interface Kept {
  verdict: MxAnswer["verdict"];
  until: number;
}

/**
 * Looks up whether a domain (in punycode) takes mail; never rejects. Answers are kept by their TTL, and those who wait
 * for one domain share one lookup. node:dns tells no TTL of an MX, hence a client of our own.
 */
export function openMx(options: MxOptions = {}): LookupMx {
  const { timeoutMs = TIMEOUT_MS, maxEntries = MAX_ENTRIES, elapsed = () => performance.now() } = options;
  const servers = (options.servers ?? getServers()).map(parseDnsServer);
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, ReturnType<LookupMx>>();

  async function lookUp(domain: string): ReturnType<LookupMx> {
    try {
      const answer = await askServers({ name: domain, type: "MX" }, { servers, timeoutMs }, (response) =>
        readMxAnswer(response, domain),
      );
      if (answer && answer.ttlSeconds > 0) keep(domain, answer);
      return answer?.verdict ?? "unsure";
    } finally {
      underWay.delete(domain);
    }
  }

  function keep(domain: string, { verdict, ttlSeconds }: MxAnswer): void {
    kept.delete(domain);
    for (const oldest of kept.keys()) {
      if (kept.size < maxEntries) break;
      kept.delete(oldest);
    }
    kept.set(domain, { verdict, until: elapsed() + ttlSeconds * 1000 });
  }

  function recall(domain: string): Kept["verdict"] | undefined {
    const found = kept.get(domain);
    if (!found) return undefined;
    kept.delete(domain);
    if (found.until <= elapsed()) return undefined;
    kept.set(domain, found);
    return found.verdict;
  }

  return async (name) => {
    const domain = name.toLowerCase().replace(/\.$/, "");
    const verdict = recall(domain);
    if (verdict) return verdict;
    const sharing = underWay.get(domain);
    if (sharing) return sharing;
    const lookup = lookUp(domain);
    underWay.set(domain, lookup);
    return lookup;
  };
}
