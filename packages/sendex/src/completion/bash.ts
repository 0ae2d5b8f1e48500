import type { Place } from "./places";

/** A script for bash 3.2 and newer. */
export function bashCompletion(places: Place[]): string {
  // The deepest place first: a case takes the first pattern that fits.
  const cases = [...places].reverse().flatMap(caseOf);
  return [
    "# bash completion for sendex; put into ~/.bashrc: source <(sendex completion bash)",
    "_sendex() {",
    '  local typed="" word words="" previous="${COMP_WORDS[COMP_CWORD-1]}"',
    '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
    '    case "$word" in -*) ;; *) typed="$typed $word" ;; esac',
    "  done",
    '  case "$typed $previous" in',
    ...cases,
    "  esac",
    '  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))',
    "}",
    "complete -o default -F _sendex sendex",
    "",
  ].join("\n");
}

/** Values of an option stand after it; everything else after the commands. */
function caseOf({ path, words, choices }: Place): string[] {
  const start = path.map((word) => ` ${word}`).join("");
  const ofOptions = Object.entries(choices)
    .filter(([option]) => option !== "")
    .map(([option, values]) => `    "${start}"*" ${option}") words="${values.join(" ")}" ;;`);
  const all = [...(choices[""] ?? []), ...words.map(({ word }) => word)].join(" ");
  return [...ofOptions, `    "${start} "*) words="${all}" ;;`];
}
