import { getServers } from "node:dns";
import type { Answer, DecodedPacket } from "dns-packet";
import type { DnsRecordType, LookupRecords } from "@sendex/core/ports";
import { askServers } from "./dns-ask";
import { parseDnsServer } from "./dns-query";
import { followAliases, isNamed, isReferral, rcodeOf } from "./mx-answer";

export interface RecordsOptions {
  /** `host` or `host:port`, asked in this order; absent: the system's. */
  servers?: string[];
  /** Bound over all tries. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 2000;
/** Other people's DNS records may have any length. */
const MAX_RECORDS = 100;

/** Looks records up as DNS has them now: nothing is remembered, since who asks has just changed them. */
export function openRecords({ servers, timeoutMs = TIMEOUT_MS }: RecordsOptions = {}): LookupRecords {
  const resolver = { servers: (servers ?? getServers()).map(parseDnsServer), timeoutMs };
  return (name, type) =>
    askServers({ name: name.toLowerCase(), type }, resolver, (response) =>
      valuesOf(response, name.toLowerCase(), type),
    );
}

/** Undefined where the server has failed or knows nothing. */
function valuesOf(response: DecodedPacket, name: string, type: DnsRecordType): string[] | undefined {
  const rcode = rcodeOf(response);
  if (rcode === "NXDOMAIN") return [];
  if (rcode !== "NOERROR") return undefined;
  const answers = response.answers ?? [];
  if (answers.length === 0 && isReferral(response)) return undefined;
  const names = type === "CNAME" ? new Set([name]) : followAliases(answers, name);
  return answers
    .filter((answer) => answer.type === type && isNamed(answer, names))
    .slice(0, MAX_RECORDS)
    .map(valueOf);
}

function valueOf(answer: Answer): string {
  if (answer.type === "TXT") return [answer.data].flat().map(String).join("");
  if (answer.type === "MX") return host(answer.data.exchange);
  return answer.type === "CNAME" ? host(answer.data) : "";
}

function host(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
