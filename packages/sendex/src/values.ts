import { InvalidArgumentError } from "@commander-js/extra-typings";

/** What reads the values that are typed. Each throws commander's InvalidArgumentError, before anything is done. */

/** Free text. One that begins with `--` is an option whose predecessor lacks its value. */
export function text(typed: string): string {
  if (typed.trim() === "") throw new InvalidArgumentError("It is empty.");
  if (typed.startsWith("--"))
    throw new InvalidArgumentError("It is an option: a value is missing before it.");
  return typed;
}

/** Text of an option that may be given several times. */
export function texts(typed: string, before: string[] = []): string[] {
  return [...before, text(typed)];
}

export function wholeNumber(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const number = Number(typed);
    if (!/^\d+$/.test(typed) || number < least || number > most)
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return number;
  };
}

/** `name=value`, of an option that may be given several times; the last one of a name holds. */
export function pairs(typed: string, before: Record<string, string> = {}): Record<string, string> {
  const at = typed.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It is name=value.");
  return { ...before, [typed.slice(0, at)]: typed.slice(at + 1) };
}

/** Names with commas between them. */
export function names(typed: string): string[] {
  const read = text(typed)
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (read.length === 0) throw new InvalidArgumentError("It names nothing.");
  return read;
}

/** An http or https URL; `localhost:3000/hook` and `3000/hook` are taken for what they mean. */
export function httpUrl(typed: string): URL {
  const local = typed.replace(/^(\d{1,5})(?=\/|$)/, "localhost:$1");
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(local) ? local : `http://${local}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "")
    throw new InvalidArgumentError("It is an http or https URL, such as http://localhost:3000/hook.");
  if (url.username !== "" || url.password !== "")
    throw new InvalidArgumentError("It holds a name or a password, which are not sent.");
  return url;
}
