import {
  AUTHORITATIVE_ANSWER,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  type Answer,
  type Packet,
} from "dns-packet";
import type { DomainMail } from "../ses/simulator";

const NOERROR = 0;
const SERVFAIL = 2;
const NXDOMAIN = 3;

/** The answer to a query, TTL 0 throughout; null where the sandbox was told not to answer. */
export function answerQuery(query: Packet, mailOf: (domain: string) => DomainMail): Packet | null {
  const question = query.questions?.[0];
  if (question === undefined) return reply(query, SERVFAIL, []);
  const mail = mailOf(question.name);
  switch (mail) {
    case "timeout":
      return null;
    case "servfail":
      return reply(query, SERVFAIL, []);
    case "nxdomain":
      return reply(query, NXDOMAIN, []);
    default:
      return reply(query, NOERROR, question.type === "MX" ? exchanges(question.name, mail) : []);
  }
}

function exchanges(name: string, mail: "ok" | "none" | "null"): Answer[] {
  if (mail === "none") return [];
  const data =
    mail === "null" ? { preference: 0, exchange: "." } : { preference: 10, exchange: `mx.${name}` };
  return [{ type: "MX", name, ttl: 0, data }];
}

function reply(query: Packet, rcode: number, answers: Answer[]): Packet {
  const flags = AUTHORITATIVE_ANSWER | RECURSION_AVAILABLE | ((query.flags ?? 0) & RECURSION_DESIRED);
  return {
    type: "response",
    ...(query.id === undefined ? {} : { id: query.id }),
    flags: flags | rcode,
    questions: query.questions ?? [],
    answers,
  };
}
