import {
  AUTHORITATIVE_ANSWER,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  type Answer,
  type Packet,
} from "dns-packet";
import type { DomainMail } from "../ses/simulator";
import { RECORD_TYPES, type ZoneRecord } from "./records";

const NOERROR = 0;
const SERVFAIL = 2;
const NXDOMAIN = 3;

/** What the DNS server answers from. */
export interface ZoneBook {
  mailOf(domain: string): DomainMail;
  recordsOf(name: string, type: ZoneRecord["type"]): ZoneRecord[];
}

/** The answer to a query, with TTL 0; null where the sandbox was set not to answer. */
export function answerQuery(query: Packet, { mailOf, recordsOf }: ZoneBook): Packet | null {
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
    default: {
      const type = RECORD_TYPES.find((known) => known === question.type);
      const records = type === undefined ? [] : recordsOf(question.name, type);
      if (records.length > 0) return reply(query, NOERROR, records.map(toAnswer(question.name)));
      return reply(query, NOERROR, type === "MX" ? exchanges(question.name, mail) : []);
    }
  }
}

/** A resolver wants the name back as it asked for it. */
function toAnswer(name: string): (record: ZoneRecord) => Answer {
  return ({ type, value, priority }) => {
    if (type === "MX") return { type, name, ttl: 0, data: { preference: priority, exchange: value } };
    return type === "TXT" ? { type, name, ttl: 0, data: pieces(value) } : { type, name, ttl: 0, data: value };
  };
}

/** A string in a TXT record has at most 255 bytes. */
function pieces(value: string): string[] {
  return value.match(/.{1,200}/gs) ?? [""];
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
