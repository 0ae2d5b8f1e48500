export const LANGUAGES = ["en", "ja"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "sendex.language";

/** What the person chose, else the first of the browser's that we have, else English. */
export function keptLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  return isLanguage(kept) ? kept : preferred(navigator.languages);
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}

/** @param wanted BCP 47 tags, the most wanted first */
function preferred(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
