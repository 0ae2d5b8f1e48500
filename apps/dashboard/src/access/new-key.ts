import type { paths } from "@sendex/sdk/generated/api";
import type { Mode } from "../api/client";

type Post = paths["/api/v1/api-keys"]["post"];
export type NewKey = Post["requestBody"]["content"]["application/json"];
/** With the token, which no other answer has. */
export type MadeKey = Post["responses"]["201"]["content"]["application/json"];

/** The fields of the form. */
export interface KeyForm {
  name: string;
  permission: "full" | "send_only";
  mode: Mode;
  /** None: all of the account. */
  domains: string[];
  /** Requests a minute; empty: the service's. */
  rate: number | string;
}

export function toNewKey({ name, domains, rate, ...rest }: KeyForm): NewKey {
  const limit = toRate(rate);
  return {
    name: name.trim(),
    ...rest,
    ...(domains.length > 0 && { domains }),
    ...(limit !== null && { rate_limit: limit }),
  };
}

/** What a number field holds, as the API takes it; null is the service's own limit. */
export function toRate(rate: number | string): number | null {
  return rate === "" ? null : Number(rate);
}
