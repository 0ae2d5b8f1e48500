import { closeBrackets } from "@codemirror/autocomplete";
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { html } from "@codemirror/lang-html";
import { json } from "@codemirror/lang-json";
import { closePercentBrace, liquid, liquidCompletionSource } from "@codemirror/lang-liquid";
import type { Extension } from "@codemirror/state";
import { keysAt, localsOf, MORE_FILTERS, REFUSED } from "./liquid-words";
import { MJML_TAGS } from "./mjml-tags";

export type CodeLanguage = "html" | "mjml" | "text" | "json";

/** What can be completed at the moment: the template's variables, and the data it is tried with. */
export interface Words {
  variables: readonly string[];
  values: Readonly<Record<string, unknown>>;
}

/** @param words read each time that something is completed */
export function languageOf(language: CodeLanguage, words: () => Words): Extension {
  if (language === "json") return [json(), closeBrackets()];
  const base = html(language === "mjml" ? { extraTags: MJML_TAGS, autoCloseTags: true } : {});
  const mixed = liquid({ base }).language;
  return [
    mixed,
    // A text has no tags to complete.
    language === "text" ? [] : base.support,
    mixed.data.of({ autocomplete: completeLiquid(words) }),
    mixed.data.of({ closeBrackets: { brackets: ["(", "[", "{", "'", '"'] } }),
    closePercentBrace,
    closeBrackets(),
  ];
}

const FILTERS = MORE_FILTERS.map((label): Completion => ({ label, type: "function" }));

function completeLiquid(words: () => Words) {
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString();
    const { variables, values } = words();
    const source = liquidCompletionSource({
      filters: FILTERS,
      variables: [
        ...variables.map((label): Completion => ({ label, type: "variable", boost: 2 })),
        ...localsOf(text).map((label): Completion => ({ label, type: "variable", boost: 1 })),
      ],
      properties: (path) => keysAt(path, values, text).map((label) => ({ label, type: "property" })),
    });
    const found = source(context);
    return found && { ...found, options: found.options.filter(({ label }) => !REFUSED.has(label)) };
  };
}
