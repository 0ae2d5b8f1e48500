import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { isLanguage, keepLanguage, keptLanguage, type Language, LANGUAGES } from "./language";

/** A chapter's texts in one language, loaded with the chapter. */
const catalogues = import.meta.glob<Record<string, unknown>>("./{en,ja}/*.json", { import: "default" });

const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read(language, chapter, done) {
    const load = catalogues[`./${language}/${chapter}.json`];
    if (!load) {
      done(new Error(`${language}/${chapter} has no catalogue`), false);
      return;
    }
    load().then(
      (texts) => done(null, texts),
      (failure: unknown) => done(failure instanceof Error ? failure : String(failure), false),
    );
  },
};

/** Resolves once the texts of the shell are there. */
export async function openTexts(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: keptLanguage(),
      supportedLngs: [...LANGUAGES],
      fallbackLng: false,
      ns: ["app", "ui"],
      defaultNS: "app",
      // React escapes.
      interpolation: { escapeValue: false },
      // Keys are flat: "status.sent" is one.
      keySeparator: false,
      returnNull: false,
    });
  showLanguage();
  i18next.on("languageChanged", showLanguage);
}

/** Loads chapters' texts beside their code. */
export async function loadTexts(chapters: readonly string[]): Promise<void> {
  await i18next.loadNamespaces(chapters);
}

export async function chooseLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await i18next.changeLanguage(language);
}

/** The language that is shown. */
export function shownLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : "en";
}

function showLanguage(): void {
  document.documentElement.lang = i18next.language;
}
