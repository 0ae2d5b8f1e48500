import { getServers } from "node:dns";
import { providerOf } from "@sendex/core/analytics/provider";
import type { LookupMx, MxReport } from "@sendex/core/ports";
import { LRUCache } from "lru-cache";
import { askServers, type Resolver } from "./dns-ask";
import { parseDnsServer } from "./dns-query";
import { type MxAnswer, readImplicitMx, readMxAnswer } from "./mx-answer";

export interface MxOptions {
  /** `host` or `host:port`, asked in this order; absent: the system's. */
  servers?: string[];
  /** Whether a domain without an MX takes mail at its address (RFC 5321 section 5.1); absent: it takes none. */
  implicit?: boolean;
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
  report: MxReport;
  ttlSeconds: number;
}

const UNSURE: Answer = { report: { verdict: "unsure", provider: null }, ttlSeconds: 0 };

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
      const answer = await ask(domain, options.implicit === true, { servers, timeoutMs });
      entry.ttl = (answer?.ttlSeconds ?? 0) * 1000;
      return answer ? reportOf(answer) : UNSURE;
    },
    // One that is pushed out while it is looked up is for its askers all the same.
    ignoreFetchAbort: true,
  });

  return async (name) => {
    const domain = name.toLowerCase().replace(/\.$/, "");
    const answer = await answers.forceFetch(domain);
    // To lru-cache a TTL of 0 means for ever.
    if (answer.ttlSeconds <= 0 && answers.peek(domain) === answer) answers.delete(domain);
    return answer.report;
  };
}

function reportOf({ verdict, exchange, ttlSeconds }: MxAnswer): Answer {
  const provider = exchange === undefined ? null : providerOf(exchange);
  return { report: { verdict, provider }, ttlSeconds };
}

async function ask(domain: string, implicit: boolean, resolver: Resolver): Promise<MxAnswer | undefined> {
  const started = performance.now();
  const answer = await askServers({ name: domain, type: "MX" }, resolver, (response) =>
    readMxAnswer(response, domain),
  );
  if (!implicit || answer?.lacksMx !== true) return answer;
  const timeoutMs = resolver.timeoutMs - (performance.now() - started);
  const [v4, v6] = await Promise.all(
    (["A", "AAAA"] as const).map((type) =>
      askServers({ name: domain, type }, { ...resolver, timeoutMs }, (response) =>
        readImplicitMx(response, domain),
      ),
    ),
  );
  const address = [v4, v6].find((found) => found?.verdict === "ok");
  // One that failed may have held an address.
  return address ?? (v4 && v6 ? answer : undefined);
}
