import type { DecodedPacket } from "dns-packet";
import { type DnsServer, type Question, queryDns } from "./dns-query";
import { timeOut } from "@sendex/kit/time-out";

/** A second try starts after this part of the time, while the first may still answer. */
const SECOND_TRY_AT = 0.35;

export interface Resolver {
  /** Asked in this order. */
  servers: DnsServer[];
  /** Bound over all tries. */
  timeoutMs: number;
}

/** What `read` makes of the first sure answer; undefined when no server gave one in time. Never rejects. */
export async function askServers<T>(
  question: Question,
  { servers: [first, second = first], timeoutMs }: Resolver,
  read: (response: DecodedPacket) => T | undefined,
): Promise<T | undefined> {
  if (!first || !second) return undefined;
  const ending = new AbortController();
  const callOff = timeOut(timeoutMs, () => {
    ending.abort();
  });
  const ask = async (server: DnsServer): Promise<T> => {
    const answer = read(await queryDns(question, server, ending.signal));
    if (answer === undefined) throw new Error("The server has no answer");
    return answer;
  };
  try {
    const tried = ask(first);
    return await Promise.any([tried, after(tried, timeoutMs * SECOND_TRY_AT).then(() => ask(second))]);
  } catch {
    return undefined;
  } finally {
    callOff();
    ending.abort();
  }
}

/** Resolves when the try has failed or the time has passed, whichever comes first; never once it has succeeded. */
function after(tried: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
    };
    tried.then(stop, () => {
      stop();
      resolve();
    });
  });
}
