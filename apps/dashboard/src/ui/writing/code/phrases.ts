import type { TFunction } from "i18next";

/** CodeMirror's own words (its "phrases") in the language that is shown. */
export function phrasesOf(t: TFunction<"writing">): Record<string, string> {
  return {
    Find: t("code.find"),
    Replace: t("code.replaceWith"),
    next: t("code.next"),
    previous: t("code.previous"),
    all: t("code.all"),
    "match case": t("code.case"),
    regexp: t("code.regexp"),
    "by word": t("code.word"),
    replace: t("code.replace"),
    "replace all": t("code.replaceAll"),
    close: t("code.close"),
    Completions: t("code.completions"),
    Diagnostics: t("code.diagnostics"),
    "No diagnostics": t("code.noDiagnostics"),
    "Fold line": t("code.fold"),
    "Unfold line": t("code.unfold"),
    "folded code": t("code.folded"),
    unfold: t("code.unfold"),
    "$ unchanged lines": t("code.unchanged"),
  };
}
