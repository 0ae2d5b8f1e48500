import type { Place } from "./places";

/** A script for fish 3 and newer. */
export function fishCompletion(places: Place[]): string {
  const [start, ...others] = places;
  const firsts = (start?.words ?? []).filter(({ word }) => !word.startsWith("-")).map(({ word }) => word);
  return [
    "# fish completion for sendex; put into ~/.config/fish/config.fish: sendex completion fish | source",
    ...(start ? linesOf(start, `not __fish_seen_subcommand_from ${firsts.join(" ")}`) : []),
    ...others.flatMap((place) => linesOf(place, conditionOf(place, others))),
    "",
  ].join("\n");
}

/** The words of the path were typed, and none that leads further. */
function conditionOf({ path }: Place, places: Place[]): string {
  const deeper = places
    .filter(
      (place) => place.path.length === path.length + 1 && path.every((word, i) => place.path[i] === word),
    )
    .map((place) => place.path.at(-1) ?? "");
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const unseen = deeper.length > 0 ? [`not __fish_seen_subcommand_from ${deeper.join(" ")}`] : [];
  return [...seen, ...unseen].join("; and ");
}

function linesOf({ words, choices }: Place, condition: string): string[] {
  const begin = `complete -c sendex -n '${condition}'`;
  const ofArguments = (choices[""] ?? []).map((value) => `${begin} -f -a ${value}`);
  const ofWords = words.map(({ word, about }) => {
    const values = choices[word];
    const takes = values ? ` -x -a '${values.join(" ")}'` : "";
    const what = word.startsWith("--") ? `-l ${word.slice(2)}${takes}` : `-f -a ${word}`;
    return `${begin} ${what} -d '${about.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  });
  return [...ofArguments, ...ofWords];
}
