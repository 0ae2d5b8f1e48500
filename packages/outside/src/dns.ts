import { getServers } from "node:dns";
import type { LookupMx, MxVerdict } from "@sendex/core/ports";
import { LRUCache } from "lru-cache";
import { askServers } from "./dns-ask";
import { parseDnsServer } from "./dns-query";
import { readMxAnswer } from "./mx-answer";

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

interface Answer {
  verdict: MxVerdict;
  ttlSeconds: number;
}

const UNSURE: Answer = { verdict: "unsure", ttlSeconds: 0 };

/**
 * Looks up whether a domain (in punycode) takes mail; never rejects. Answers are kept by their TTL, and those who wait
 * for one domain share one lookup. node:dns tells no TTL of an MX, hence a client of our own.
 */
export function openMx(options: MxOptions = {}): LookupMx {
  const { timeoutMs = TIMEOUT_MS, maxEntries = MAX_ENTRIES, elapsed = () => performance.now() } = options;
  const servers = (options.servers ?? getServers()).map(parseDnsServer);
  const answers = new LRUCache<string, Answer>({
    max: maxEntries,
    ttlResolution: 0,
    perf: { now: elapsed },
    async fetchMethod(domain, _stale, { options: entry }) {
      const answer = await askServers({ name: domain, type: "MX" }, { servers, timeoutMs }, (response) =>
        readMxAnswer(response, domain),
      );
      entry.ttl = (answer?.ttlSeconds ?? 0) * 1000;
      return answer ?? UNSURE;
    },
    // One that is pushed out while it is looked up is for its askers all the same.
    ignoreFetchAbort: true,
  });

  return async (name) => {
    const domain = name.toLowerCase().replace(/\.$/, "");
    const answer = await answers.forceFetch(domain);
    // To lru-cache a TTL of 0 means for ever.
    if (answer.ttlSeconds <= 0 && answers.peek(domain) === answer) answers.delete(domain);
    return answer.verdict;
  };
}
