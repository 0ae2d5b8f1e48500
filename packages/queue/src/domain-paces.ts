import type { Redis } from "ioredis";
import {
  type DomainPace,
  isForgotten,
  onDeferral,
  onDelivery,
  rateAt,
} from "@sendex/core/sending/domain-pace";
import type { Priority, Route } from "@sendex/core/accepting/message";
import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { LEARN } from "./domain-scripts";
import { DEFAULT_PREFIX } from "./names";
import { watchOutage } from "./outage";
import { openPace, type Reservation } from "./pace";
import { runScript } from "./script";

const BOUND_MS = 1_000;
/** Others may learn about the same domain at the same time. */
const TRIES = 4;
/** A worker's slot is not kept from other domains' mail for longer. */
const LONGEST_WAIT_MS: Record<Priority, number> = { critical: 1_000, standard: 200, bulk: 200 };

/** What a domain's answers of one moment say. */
export interface DomainSigns {
  domain: string;
  taken: number;
  deferred: number;
}

export interface DomainLimit {
  domain: string;
  /** Recipients a second, at present. */
  perSecond: number;
  /** Of the latest deferral. */
  deferredAt: Date;
}

/** What each route has learnt of how fast destination domains take its mail, shared by all processes. */
export interface DomainPaces {
  /** Never rejects: what is not learnt now is learnt from the next answers. */
  learn(route: Route, signs: DomainSigns[], at: Date): Promise<void>;
  /** What is limited, the slowest first. Rejects while Redis is away. */
  limits(route: Route, at: Date): Promise<DomainLimit[]>;
  /** A slot at a limited domain. Never rejects. */
  reserve(route: Route, limit: DomainLimit, priority: Priority): Promise<Reservation>;
}

export interface DomainPacesOptions {
  redis: Redis;
  prefix?: string;
  log: Log;
}

export function openDomainPaces(options: DomainPacesOptions): DomainPaces {
  const { redis, prefix = DEFAULT_PREFIX, log } = options;
  const pace = openPace({ ...options, longestWaitMs: LONGEST_WAIT_MS });
  const outage = watchOutage(log, {
    begun: "what domains answer cannot be kept",
    over: "what domains answer is kept again",
  });
  const keyOf = (route: Route) => `${prefix}:domains:${route}`;
  return {
    async learn(route, signs, at) {
      if (signs.length === 0) return;
      try {
        await bounded(BOUND_MS, "learning of domains", () => learn(redis, keyOf(route), signs, at.getTime()));
        outage.worked();
      } catch (error) {
        outage.failed(error);
      }
    },
    async limits(route, at) {
      const states = await bounded(BOUND_MS, "limits", () => redis.hgetall(keyOf(route)));
      return Object.entries(states)
        .flatMap(([domain, text]) => limitOf(domain, readState(text), at))
        .sort((a, b) => a.perSecond - b.perSecond);
    },
    reserve: (route, { domain, perSecond }, priority) =>
      pace.reserve(`${route}:${domain}`, perSecond, priority),
  };
}

function limitOf(domain: string, state: DomainPace | undefined, at: Date): DomainLimit[] {
  const perSecond = rateAt(state, at.getTime());
  return state && perSecond < Infinity ? [{ domain, perSecond, deferredAt: new Date(state.deferredAt) }] : [];
}

/** Reads, applies the rule, and writes where no other process wrote meanwhile; tries a few times. */
async function learn(redis: Redis, key: string, signs: DomainSigns[], at: number): Promise<void> {
  let rest = signs;
  for (let tries = 0; tries < TRIES && rest.length > 0; tries += 1) {
    const known = await redis.hmget(key, ...rest.map(({ domain }) => domain));
    const written = await Promise.all(rest.map((sign, i) => write(redis, key, sign, known[i] ?? "", at)));
    if (written.includes("full")) await forget(redis, key, at);
    rest = rest.filter((_, i) => written[i] === "raced");
  }
}

type Written = "done" | "raced" | "full";

async function write(
  redis: Redis,
  key: string,
  { domain, taken, deferred }: DomainSigns,
  known: string,
  at: number,
): Promise<Written> {
  let state = known === "" ? undefined : readState(known);
  if (taken > 0) state = onDelivery(state, taken, at);
  for (let i = 0; i < deferred; i += 1) state = onDeferral(state, at);
  const text = state ? JSON.stringify(state) : "";
  if (text === known) return "done";
  const answer = await runScript(redis, LEARN, key, [domain, known, text]);
  return answer === 1 ? "done" : answer === 2 ? "full" : "raced";
}

/** Makes room: there are more domains than are remembered, and some of them are of long ago. */
async function forget(redis: Redis, key: string, at: number): Promise<void> {
  const states = await redis.hgetall(key);
  const old = Object.entries(states).flatMap(([domain, text]) => {
    const state = readState(text);
    return state && !isForgotten(state, at) ? [] : [domain];
  });
  if (old.length > 0) await redis.hdel(key, ...old);
}

/** What another version of us may have written is not trusted. */
function readState(text: string): DomainPace | undefined {
  try {
    const state: unknown = JSON.parse(text);
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is DomainPace {
  if (typeof value !== "object" || value === null) return false;
  const needed = ["taken", "deferred", "at", "since", "deferredAt"];
  return (
    needed.every((name) => name in value) && Object.values(value).every((item) => typeof item === "number")
  );
}
