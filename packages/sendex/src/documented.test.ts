import { readFileSync } from "node:fs";
import path from "node:path";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { expect, it } from "@jest/globals";
import { programOf } from "./program";

const PAGE = path.join(__dirname, "../../../docs/cli.md");

it("docs/cli.md lists every command, with what it needs, what it takes and what it does", () => {
  const [, section = ""] = readFileSync(PAGE, "utf8").split(/^## Commands$/m);
  const [table = ""] = /(^\|.*\|\n)+/m.exec(section) ?? [];
  const documented = table
    .split("\n")
    .slice(2, -1)
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(documented).toEqual(rows());
});

function rows(): string[][] {
  const program: CommandUnknownOpts = programOf(
    async () => undefined,
    () => undefined,
  );
  return program.commands.flatMap((first) =>
    first.commands.length === 0
      ? [rowOf(first.name(), first)]
      : first.commands.map((leaf) => rowOf(`${first.name()} ${leaf.name()}`, leaf)),
  );
}

function rowOf(name: string, leaf: CommandUnknownOpts): string[] {
  const options = (needed: boolean) =>
    leaf.options.filter(({ mandatory }) => mandatory === needed).map(({ long }) => long ?? "");
  const args = (needed: boolean) =>
    leaf.registeredArguments.filter(({ required }) => required === needed).map((one) => one.name());
  const cell = (names: string[]) => names.map((one) => `\`${one}\``).join(", ");
  return [
    `\`${name}\``,
    cell([...args(true), ...options(true)]),
    cell([...args(false), ...options(false)]),
    leaf.description(),
  ];
}
