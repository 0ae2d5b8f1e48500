import { toASCII, toUnicode } from "tr46";

/**
 * UTS 46, non-transitional, with every check but CheckHyphens: names such as `r3---sn-a.example` are in use, and a
 * label's ends are the host name's to judge.
 */
const RULES = {
  checkBidi: true,
  checkHyphens: false,
  checkJoiners: true,
  useSTD3ASCIIRules: true,
  transitionalProcessing: false,
  ignoreInvalidPunycode: false,
};

/**
 * A domain as it stands in DNS: lower-case ASCII, international labels as punycode (RFC 5891). Undefined where a label
 * breaks a rule, punycode of nothing included. By a library and never by the runtime: Node 20 and 24 disagree here.
 */
export function domainToAscii(domain: string): string | undefined {
  return toASCII(domain, { ...RULES, verifyDNSLength: true }) ?? undefined;
}

/** A domain as people read it; a label that breaks a rule stays as it is. */
export function domainToUnicode(domain: string): string {
  return toUnicode(domain, RULES).domain;
}
