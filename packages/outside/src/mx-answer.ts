import type { MxVerdict } from "@sendex/core/ports";
import type { Answer, DecodedPacket, MxAnswer as MxRecord, SoaAnswer, StringAnswer } from "dns-packet";

/** A sure verdict, and for how long it holds; 0 is not to be kept. */
export interface MxAnswer {
  verdict: Exclude<MxVerdict, "unsure">;
  ttlSeconds: number;
  /** The mail server that is preferred, or the domain itself without an MX; absent where it takes no mail. */
  exchange?: string;
  /** The domain exists and has no MX: its address record may take its place (RFC 5321 section 5.1). */
  lacksMx?: boolean;
}

/** Source: docs/contract.md "Accepting a message". */
const MAX_TTL_SECONDS = 3600;
const MAX_NEGATIVE_TTL_SECONDS = 60;

/**
 * What a response says about whether the domain takes mail; undefined where the server has failed or knows nothing.
 * Sources: RFC 2308 (negative answers, which hold only by their SOA), RFC 7505 (null MX).
 */
export function readMxAnswer(response: DecodedPacket, domain: string): MxAnswer | undefined {
  const rcode = rcodeOf(response);
  if (rcode === "NXDOMAIN") return refused(negativeTtl(response));
  if (rcode !== "NOERROR") return undefined;
  const chain = followAliases(response.answers ?? [], domain);
  const exchanges = (response.answers ?? []).filter(
    (answer): answer is MxRecord => answer.type === "MX" && isNamed(answer, chain),
  );
  if (exchanges.length === 0)
    return isReferral(response) ? undefined : { ...refused(negativeTtl(response)), lacksMx: true };
  const ttls = (response.answers ?? []).filter((answer) => isNamed(answer, chain)).map(ttlOf);
  const ttlSeconds = Math.min(MAX_TTL_SECONDS, ...ttls);
  const [preferred] = exchanges
    .map(({ data }) => data)
    .filter(({ exchange }) => isHost(exchange))
    .sort((a, b) => (a.preference ?? 0) - (b.preference ?? 0));
  return preferred ? { verdict: "ok", exchange: preferred.exchange, ttlSeconds } : refused(ttlSeconds);
}

/**
 * What a response to a query for addresses says of a domain without an MX, whose address is its mail server then (RFC
 * 5321 section 5.1); undefined as above.
 */
export function readImplicitMx(response: DecodedPacket, domain: string): MxAnswer | undefined {
  const rcode = rcodeOf(response);
  if (rcode === "NXDOMAIN") return refused(negativeTtl(response));
  if (rcode !== "NOERROR") return undefined;
  const answers = response.answers ?? [];
  const chain = followAliases(answers, domain);
  const addresses = answers.filter(
    (answer) => (answer.type === "A" || answer.type === "AAAA") && isNamed(answer, chain),
  );
  if (addresses.length === 0) return isReferral(response) ? undefined : refused(negativeTtl(response));
  const ttls = answers.filter((answer) => isNamed(answer, chain)).map(ttlOf);
  return { verdict: "ok", exchange: domain, ttlSeconds: Math.min(MAX_TTL_SECONDS, ...ttls) };
}

/** `DecodedPacket` has it, its type forgets it. */
export function rcodeOf(response: DecodedPacket): string {
  return (response as DecodedPacket & { rcode: string }).rcode;
}

function refused(ttlSeconds: number): MxAnswer {
  return { verdict: "refused", ttlSeconds: Math.min(MAX_NEGATIVE_TTL_SECONDS, ttlSeconds) };
}

/** The domain and every name that the answer's CNAMEs lead to from it. */
export function followAliases(answers: Answer[], domain: string): Set<string> {
  const chain = new Set([domain]);
  const aliases = answers.filter((answer): answer is StringAnswer => answer.type === "CNAME");
  for (let known = 0; known < chain.size;) {
    known = chain.size;
    for (const alias of aliases) {
      if (isNamed(alias, chain)) chain.add(alias.data.toLowerCase());
    }
  }
  return chain;
}

export function isNamed(answer: Answer, names: Set<string>): boolean {
  return names.has(answer.name.toLowerCase());
}

function isHost(exchange: string): boolean {
  return exchange !== "" && exchange !== ".";
}

/** A server that does not recurse points elsewhere: NS records without an SOA. */
export function isReferral({ authorities = [] }: DecodedPacket): boolean {
  return (
    authorities.some((record) => record.type === "NS") && !authorities.some((record) => record.type === "SOA")
  );
}

function negativeTtl({ authorities = [] }: DecodedPacket): number {
  const soa = authorities.find((record): record is SoaAnswer => record.type === "SOA");
  return soa ? Math.min(ttlOf(soa), soa.data.minimum ?? 0) : 0;
}

function ttlOf(answer: Answer): number {
  return "ttl" in answer ? (answer.ttl ?? 0) : 0;
}
