import { hasControl } from "@sendex/kit/text";
import {
  MAX_ADDRESS_CHARACTERS,
  MAX_LABEL_CHARACTERS,
  MAX_LOCAL_CHARACTERS,
  MAX_MAILBOX_CHARACTERS,
} from "./address";

/** Why a text is no mailbox, for the end of a sentence. Only for texts that address.ts does not read. */
export interface Problem {
  code: "format" | "too_long";
  /** `it holds a line break` */
  text: string;
}

/** What is wrong with `Name <local@domain>` or `local@domain`. */
export function mailboxProblem(text: string): Problem {
  if (text.length > MAX_MAILBOX_CHARACTERS)
    return tooLong(`it has over ${MAX_MAILBOX_CHARACTERS} characters`);
  const control = controlProblem(text);
  if (control) return control;
  const trimmed = text.trim();
  if (trimmed === "") return wrong("it is empty");
  const unquoted = trimmed.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => " ".repeat(quoted.length));
  if (unquoted.includes('"')) return wrong("a quotation mark is not closed");
  return (
    listProblem(unquoted) ?? bracketProblem(trimmed, unquoted) ?? addressProblem(insideOf(trimmed, unquoted))
  );
}

/** What is wrong with `local@domain`. */
export function addressProblem(text: string): Problem {
  const control = controlProblem(text);
  if (control) return control;
  if (text.trim() === "") return wrong("it has no address");
  const at = text.lastIndexOf("@");
  if (at < 0) return wrong("the @ is missing");
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (local.startsWith('"')) return wrong("a part before the @ in quotation marks is not taken");
  if (/[,;]/.test(text)) return wrong(LIST);
  if (/\s/.test(text)) return wrong("the address holds a space");
  if (local.includes("@")) return wrong("it holds more than one @");
  return localProblem(local) ?? domainProblem(domain) ?? lengthProblem(text);
}

const LIST = "it holds a list; give several addresses as an array, each in a place of its own";

function controlProblem(text: string): Problem | undefined {
  if (/[\r\n\u0085\u2028\u2029]/.test(text)) return wrong("it holds a line break");
  return hasControl(text) ? wrong("it holds a control character") : undefined;
}

/** Separators outside quotation marks. */
function listProblem(unquoted: string): Problem | undefined {
  const separator = /[,;]/.exec(unquoted);
  if (!separator) return undefined;
  const [before, ...rest] = unquoted.split(/[,;]/);
  if (rest.every((part) => part.trim() === "")) return wrong(`it ends with "${separator[0]}"`);
  if (before?.includes("@") || rest.filter((part) => part.includes("@")).length > 1) return wrong(LIST);
  return wrong(`a name that holds "${separator[0]}" must stand in quotation marks`);
}

function bracketProblem(trimmed: string, unquoted: string): Problem | undefined {
  const [open, close] = [unquoted.indexOf("<"), unquoted.indexOf(">")];
  if (open < 0 && close >= 0) return wrong('a ">" has no "<" before it');
  if (open >= 0 && close < open) return wrong('a "<" is not closed by ">"');
  if (unquoted.includes("<", open + 1) && open >= 0) return wrong("it holds more than one address");
  if (open >= 0 && close < unquoted.length - 1) return wrong("text stands behind the address");
  if (open >= 0 || !/\S\s+\S/.test(unquoted)) return undefined;
  if (trimmed.startsWith('"') && /"@/.test(trimmed))
    return wrong("a part before the @ in quotation marks is not taken");
  if (unquoted.split("@").length > 2) return wrong("it holds more than one address");
  if (/\S+@\S+\s+\(/.test(unquoted)) return wrong("text stands behind the address");
  return wrong("it holds a space; behind a name the address stands in angle brackets");
}

function insideOf(trimmed: string, unquoted: string): string {
  const open = unquoted.indexOf("<");
  return open < 0 ? trimmed : trimmed.slice(open + 1, -1).trim();
}

function localProblem(local: string): Problem | undefined {
  if (local === "") return wrong("nothing stands before the @");
  const foreign = /[^\0-\x7f]/u.exec(local);
  if (foreign) return wrong(`the part before the @ holds "${foreign[0]}", and must be ASCII`);
  if (local.startsWith(".") || local.endsWith("."))
    return wrong("the part before the @ begins or ends with a dot");
  if (local.includes("..")) return wrong("the part before the @ has two dots in a row");
  const odd = /[^\w!#$%&'*+/=?^`{|}~.-]/.exec(local);
  if (odd) return wrong(`the part before the @ holds "${odd[0]}"`);
  return local.length > MAX_LOCAL_CHARACTERS
    ? tooLong(
        `the part before the @ has ${local.length} characters, and at most ${MAX_LOCAL_CHARACTERS} are allowed`,
      )
    : undefined;
}

function domainProblem(domain: string): Problem | undefined {
  const labels = domain.split(/[.\u3002\uff0e\uff61]/);
  const long = labels.find((label) => label.length > MAX_LABEL_CHARACTERS);
  if (domain === "") return wrong("nothing stands behind the @");
  if (domain.startsWith("[") || /^[\d.]+$/.test(domain))
    return wrong("an IP address behind the @ is not taken");
  if (domain.endsWith(".")) return wrong("the domain ends with a dot");
  if (labels.includes("")) return wrong("the domain has two dots in a row, or begins with one");
  if (labels.length < 2) return wrong(`the domain "${domain.slice(0, MAX_LABEL_CHARACTERS)}" has no dot`);
  const odd = /[^a-z0-9.\u0080-\u{10ffff}-]/iu.exec(domain);
  if (odd) return wrong(`the domain holds "${odd[0]}"`);
  if (labels.some((label) => label.startsWith("-") || label.endsWith("-")))
    return wrong("a part of the domain begins or ends with a hyphen");
  if (/^\d+$/.test(labels.at(-1) ?? "")) return wrong("the domain ends with a number");
  return long === undefined
    ? undefined
    : tooLong(
        `a part of the domain has ${long.length} characters, and at most ${MAX_LABEL_CHARACTERS} are allowed`,
      );
}

function lengthProblem(address: string): Problem {
  return address.length > MAX_ADDRESS_CHARACTERS
    ? tooLong(`it has ${address.length} characters, and an address has at most ${MAX_ADDRESS_CHARACTERS}`)
    : wrong("its domain is not a valid domain name");
}

function wrong(text: string): Problem {
  return { code: "format", text };
}

function tooLong(text: string): Problem {
  return { code: "too_long", text };
}
