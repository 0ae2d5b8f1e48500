import { CliError, WRONG_USE } from "../failure";
import type { Machine } from "./folder";
import { readStored } from "./stored";

/** Where and as whom the API is called. */
export interface Connection {
  apiKey: string;
  /** An origin, without a path. */
  apiUrl: string;
  mode: "live" | "test";
  /** Where the key comes from, in words. */
  from: string;
}

/** That of `npm start`. */
export const DEFAULT_API_URL = "http://127.0.0.1:3000";

/** As in `packages/crypto/src/token.ts`: what cannot be a key is not sent. */
const API_KEY = /^sk_(live|test)_[0-9A-Za-z]{48}$/;

/** Options win over the environment, and that over what was signed in with. @throws CliError where no key is known */
export function connectionOf(
  options: { apiKey?: string | undefined; apiUrl?: string | undefined },
  machine: Machine,
): Connection {
  const { env } = machine;
  const stored = readStored(machine);
  const apiUrl = readApiUrl(
    options.apiUrl ?? given(env["SENDEX_API_URL"]) ?? stored.apiUrl ?? DEFAULT_API_URL,
  );
  const sources: [string | undefined, string][] = [
    [options.apiKey, "--api-key"],
    [given(env["SENDEX_API_KEY"]), "SENDEX_API_KEY"],
    [stored.apiKey, "sendex login"],
  ];
  for (const [key, from] of sources) if (key !== undefined) return { ...readApiKey(key, from), apiUrl, from };
  throw new CliError("no_key", "No API key is known: sign in with sendex login, or set SENDEX_API_KEY.");
}

/** @throws CliError where it cannot be a key */
export function readApiKey(text: string, from: string): { apiKey: string; mode: "live" | "test" } {
  const apiKey = text.trim();
  const mode = API_KEY.exec(apiKey)?.[1];
  if (mode === "live" || mode === "test") return { apiKey, mode };
  throw new CliError(
    "bad_key",
    `The key from ${from} is not a whole API key: it is sk_live_ or sk_test_ and 48 letters and digits.`,
  );
}

/** The origin. @throws CliError where it is no address of an API */
export function readApiUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare = url?.pathname === "/" && url.search === "" && url.username === "" && url.password === "";
  if (url && isBare && /^https?:$/.test(url.protocol)) return url.origin;
  throw new CliError(
    WRONG_USE,
    `${text} is not where an API is: give scheme and host without a path, such as https://mail.example.com.`,
  );
}

/** How a key is shown: its mode and last four characters, as the API's lists do. */
export function hintOf({ apiKey, mode }: { apiKey: string; mode: string }): string {
  return `sk_${mode}_…${apiKey.slice(-4)}`;
}

function given(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
