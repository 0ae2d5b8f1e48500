import { existsSync } from "node:fs";
import { InvalidArgumentError } from "@commander-js/extra-typings";
import { parseAddress, parseDomain } from "@sendex/core/accepting/address";
import { MAX_APPEAL_CHARACTERS } from "@sendex/core/reputation/standing";
import { isTimeZone } from "@sendex/core/accepting/time-zone";
import { isId } from "@sendex/crypto/token";

/** What reads the values that are typed. Each throws commander's InvalidArgumentError, before anything is opened. */

/** Free text. One that begins with `--` is an option whose predecessor lacks its value. */
export function text(typed: string): string {
  if (typed.trim() === "") throw new InvalidArgumentError("It is empty.");
  if (typed.startsWith("--"))
    throw new InvalidArgumentError("It is an option: a value is missing before it.");
  return typed;
}

/** Free text of so many characters. */
export function boundedText(least: number, most: number): (typed: string) => string {
  return (typed) => {
    if (typed.length < least || typed.length > most)
      throw new InvalidArgumentError(`It has ${least} to ${most} characters.`);
    return text(typed);
  };
}

/** For an account's owner, or for the audit log. */
export function note(typed: string): string {
  if (typed.length > MAX_APPEAL_CHARACTERS)
    throw new InvalidArgumentError(`It has more than ${MAX_APPEAL_CHARACTERS} characters.`);
  return text(typed);
}

export function wholeNumber(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const number = Number(typed);
    if (!/^\d+$/.test(typed) || number < least || number > most)
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return number;
  };
}

export function address(typed: string): string {
  const read = parseAddress(typed);
  if (read === undefined) throw new InvalidArgumentError("It is an e-mail address, such as ada@example.com.");
  return read;
}

export function domain(typed: string): string {
  const read = parseDomain(typed);
  if (read === undefined) throw new InvalidArgumentError("It is a domain name, such as mail.example.com.");
  return read;
}

export function zone(typed: string): string {
  if (!isTimeZone(typed))
    throw new InvalidArgumentError("It is the IANA name of a time zone, such as Europe/Berlin.");
  return typed;
}

/** An id with one of these prefixes. */
export function id(...prefixes: string[]): (typed: string) => string {
  const form = prefixes.map((prefix) => `${prefix}_…`).join(" or ");
  return (typed) => {
    if (!prefixes.some((prefix) => isId(prefix, typed)))
      throw new InvalidArgumentError(`It is an id, ${form}.`);
    return typed;
  };
}

export function idOrAddress(typed: string): string {
  if (isId("acc", typed) || parseAddress(typed) !== undefined) return typed;
  throw new InvalidArgumentError("It is an account's id, acc_…, or its e-mail address.");
}

export function idOrDomain(typed: string): string {
  return isId("dom", typed) ? typed : domain(typed);
}

/** As `ledger list` shows it. */
export function hour(typed: string): Date {
  const read = new Date(/^\d{4}-\d\d-\d\dT\d\d:00(:00(\.000)?)?Z$/.test(typed) ? typed : "");
  if (Number.isNaN(read.getTime()))
    throw new InvalidArgumentError("It is an hour, such as 2026-11-22T07:00:00Z.");
  return read;
}

/** In UTC. */
export function day(typed: string): Date {
  const read = new Date(/^\d{4}-\d\d-\d\d$/.test(typed) ? `${typed}T00:00:00Z` : "");
  if (Number.isNaN(read.getTime())) throw new InvalidArgumentError("It is a day, such as 2026-11-22.");
  return read;
}

export function newFile(typed: string): string {
  if (existsSync(text(typed))) throw new InvalidArgumentError("It is there already, and is not overwritten.");
  return typed;
}

export function existingFile(typed: string): string {
  if (!existsSync(text(typed))) throw new InvalidArgumentError("There is no such file.");
  return typed;
}
