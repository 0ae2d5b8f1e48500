import { execFileSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { programOf } from "../program";
import { bashCompletion } from "./bash";
import { fishCompletion } from "./fish";
import { placesOf } from "./places";
import { zshCompletion } from "./zsh";

const places = placesOf(
  programOf(
    async () => undefined,
    () => undefined,
  ),
);

/** What bash offers for the last of these words. */
function offered(...words: string[]): string[] {
  const script = `${bashCompletion(places)}
COMP_WORDS=(sendex ${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length}
_sendex; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["--norc", "-c", script], { encoding: "utf8" }).split("\n").filter(Boolean);
}

test.each([
  [["em"], ["emails"]],
  [
    ["emails", ""],
    ["list", "show", "explain", "cancel"],
  ],
  [["emails", "list", "--st"], ["--status"]],
  [["emails", "list", "--status", "bou"], ["bounced"]],
  [["--json", "domains", "ch"], ["check"]],
  [["trigger", "email.bo"], ["email.bounced"]],
  [["completion", ""], expect.arrayContaining(["bash", "zsh", "fish"])],
  [
    ["emails", "list", "--api"],
    ["--api-key", "--api-url"],
  ],
])("after %j bash offers what may follow", (words, expected) => {
  expect(offered(...words)).toEqual(expected);
});

test.each([
  ["bash", bashCompletion],
  ["zsh", zshCompletion],
  ["fish", fishCompletion],
])("the script for %s knows every command and option", (_, scriptOf) => {
  const script = scriptOf(places);
  const words = places.flatMap((place) => place.words.map(({ word }) => word.replace(/^--/, "")));
  expect(words.filter((word) => !script.includes(word))).toEqual([]);
});

test("what a command does cannot break out of a script's quotes", () => {
  const tricky = [{ path: [], words: [{ word: "x", about: "it's a \\ $(test)" }], choices: {} }];
  expect(zshCompletion(tricky)).toContain("'x:it'\\''s a \\ $(test)'");
  expect(fishCompletion(tricky)).toContain("-d 'it\\'s a \\\\ $(test)'");
});
