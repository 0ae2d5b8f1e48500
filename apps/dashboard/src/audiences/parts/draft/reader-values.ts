import type { ContactProperty } from "@sendex/sdk/generated/api";

/** What a broadcast may say of its reader. */
export interface ReaderValue {
  key: string;
  /** As it is written in the mail. */
  written: string;
  /** What stands in where a contact has none. */
  fallback: string | number | null;
}

const OWN = ["first_name", "last_name", "email"];

/** Each contact's own values, its properties, and the link by which it leaves. */
export function valuesOf(properties: readonly ContactProperty[]): ReaderValue[] {
  return [
    ...OWN.map((key) => ({ key, written: `{{ ${key} }}`, fallback: null })),
    ...properties.map(({ key, fallback_value }) => ({
      ...{ key, written: `{{ ${key} }}`, fallback: fallback_value },
    })),
    { key: "unsubscribe_url", written: "{{{unsubscribe_url}}}", fallback: null },
  ];
}
