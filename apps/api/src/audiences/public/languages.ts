/** The languages that pages for an account's readers speak, each by its own name, and what every page says in them. */
export const LANGUAGES = {
  en: { name: "English", languages: "Language", sender: "this sender" },
  de: { name: "Deutsch", languages: "Sprache", sender: "diesem Absender" },
  fr: { name: "Français", languages: "Langue", sender: "cet expéditeur" },
  es: { name: "Español", languages: "Idioma", sender: "este remitente" },
  ja: { name: "日本語", languages: "言語", sender: "この送信者" },
} as const satisfies Record<string, Common>;

interface Common {
  name: string;
  languages: string;
  /** The account has no name. */
  sender: string;
}

export type Language = keyof typeof LANGUAGES;
// The keys of a literal.
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** The language that a request asks for: by name, else the first that its browser prefers and the page speaks. */
export function languageFor(asked: string | null, accept: string | undefined): Language {
  const named = LANGUAGE_CODES.find((code) => code === asked);
  if (named) return named;
  const wanted = (accept ?? "")
    .split(",")
    .slice(0, MAX_PREFERENCES)
    .map((entry, place) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const weight = Number(parameters.find((one) => one.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { code: tag.split("-")[0], weight: Number.isFinite(weight) ? weight : 0, place };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  for (const { code } of wanted) {
    const spoken = LANGUAGE_CODES.find((known) => known === code);
    if (spoken) return spoken;
  }
  return "en";
}

/** A browser names a handful; a hostile one is not read further. */
const MAX_PREFERENCES = 20;

export function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
