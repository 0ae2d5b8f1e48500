import { CONCEPTS } from "../lexicon/concepts";
import { registrable } from "../brands/domain-name";
import { kindOfHost } from "../reading/hosts";
import { toWords } from "../lexicon/phrases";
import { quote, type ReadSignals, type Signal } from "./signal";
import type { MailView } from "../view";

/**
 * Text that was typed into a name or company field of an honest template: the greeting, or "… invited you", then
 * carries an offer and an address instead of a name. The account's owner is as much a victim of it as the reader.
 */
const WEIGHTS = { address: 3.2, offer: 2.4, stray: 2.6 };
const GREETING =
  /^(?:hi|hello|hey|dear|welcome|hallo|guten tag|liebe[r]?|willkommen|bonjour|salut|cher|chere|bienvenue|beste|dag|welkom|hola|estimad[oa]|querid[oa]|bienvenid[oa]|ola|caro|cara|prezad[oa]|bem-vind[oa]|ciao|gentile|benvenut[oa]|czesc|witaj|hej|merhaba)\b[\s,:]*/;
const ADDRESS = /(?:https?:\/\/|www\.)\S{3}|\b[a-z0-9-]{2,63}\.(?:[a-z0-9-]{2,63}\.)?[a-z]{2,10}\/\S/;
const LURES = ["reward", "crypto", "press", "refund", "easyMoney", "fortune"] as const;
/** An offer of money with a stranger's bare address, in mail that otherwise leads home. */
const BARE_HOST =
  /(?:^|[\s"'(>])(?:https?:\/\/|www\.)?((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,18})(?=[\s/?"')]|$)/g;
const MONEY = ["crypto", "reward", "refund"] as const;
const PROMISES = ["reward", "fortune", "crypto"] as const;
/** Lines to look at; greetings stand at the top. */
const MAX_LINES = 12;
const MAX_LINE = 600;
/** Letters and words that a name does not have. */
const LONG_NAME = { letters: 40, words: 6 };

export const injectedSignals: ReadSignals = (view) => {
  const lines = view.body.split("\n").slice(0, MAX_LINES);
  for (const line of [view.subject, ...lines]) {
    const found = greeted(line, view.own) ?? stray(view, line.slice(0, MAX_LINE));
    if (found) return [found];
  }
  return [];
};

function stray({ own, leads, links, page }: MailView, line: string): Signal | undefined {
  if (leads !== "home" && leads !== "known" && leads !== "counted") return undefined;
  const hosts = [...line.matchAll(BARE_HOST)].map(([, host = ""]) => host);
  const linked = new Set(
    page.anchors.length > 0 ? links.filter(({ text }) => text !== "").map(({ host }) => host) : [],
  );
  const host = hosts.find((each) => isStrange(each, own) && !linked.has(each));
  if (host === undefined) return undefined;
  const about = CONCEPTS.find(toWords(line), line);
  return MONEY.some((concept) => about.has(concept)) ? injected(line, WEIGHTS.stray) : undefined;
}

/** A page that anybody gets within a minute. */
function isStrange(host: string, own: ReadonlySet<string>): boolean {
  const kind = kindOfHost(host, "");
  return !own.has(registrable(host)) && (kind === "tenant" || kind === "shortener");
}

function greeted(line: string, own: ReadonlySet<string>): Signal | undefined {
  const greeting = GREETING.exec(line)?.[0];
  if (greeting === undefined) return undefined;
  const end = /[,!.:;](?:\s|$)/.exec(line.slice(greeting.length));
  const name = line.slice(greeting.length, end ? greeting.length + end.index : undefined).slice(0, 300);
  const words = toWords(name);
  const about = CONCEPTS.find(words, name);
  // An offer that is shouted ends early; the address follows it.
  const after = line.slice(greeting.length + name.length, greeting.length + MAX_LINE);
  const elsewhere = [...after.matchAll(BARE_HOST)].some(([, host = ""]) => !own.has(registrable(host)));
  if (elsewhere && PROMISES.some((concept) => about.has(concept))) return injected(name, WEIGHTS.address);
  if (name.length < LONG_NAME.letters || words.length < LONG_NAME.words) return undefined;
  const lures = LURES.filter((concept) => about.has(concept)).length;
  if (ADDRESS.test(name) && lures > 0) return injected(name, WEIGHTS.address);
  return lures > 1 && end ? injected(name, WEIGHTS.offer) : undefined;
}

function injected(name: string, weight: number): Signal {
  return {
    signal: "message_in_name",
    label: "phishing",
    weight,
    structural: false,
    sentence: `A message stands where a name belongs: ${quote(name)}.`,
  };
}
