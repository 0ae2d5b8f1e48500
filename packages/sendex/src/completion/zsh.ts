import type { Place } from "./places";

/** A script for zsh 5 and newer. */
export function zshCompletion(places: Place[]): string {
  const cases = [...places].reverse().flatMap(caseOf);
  return [
    "#compdef sendex",
    "# zsh completion for sendex; put into ~/.zshrc after compinit: source <(sendex completion zsh)",
    "_sendex() {",
    '  local typed="" word previous="${words[CURRENT-1]}"',
    "  local -a found",
    '  for word in "${(@)words[2,CURRENT-1]}"; do',
    '    case "$word" in -*) ;; *) typed="$typed $word" ;; esac',
    "  done",
    '  case "$typed $previous" in',
    ...cases,
    "  esac",
    "  _describe sendex found || _files",
    "}",
    "compdef _sendex sendex",
    "",
  ].join("\n");
}

function caseOf({ path, words, choices }: Place): string[] {
  const start = path.map((word) => ` ${word}`).join("");
  const ofOptions = Object.entries(choices)
    .filter(([option]) => option !== "")
    .map(([option, values]) => `    "${start}"*" ${option}") found=(${values.map(quoted).join(" ")}) ;;`);
  const values = (choices[""] ?? []).map(quoted);
  const all = [...values, ...words.map(({ word, about }) => quoted(`${word}:${about}`))].join(" ");
  return [...ofOptions, `    "${start} "*) found=(${all}) ;;`];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
