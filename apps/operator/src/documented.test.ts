import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "@jest/globals";
import { programOf } from "./program";

const PAGE = path.join(__dirname, "../../../docs/operations.md");

it("docs/operations.md lists every command, with what it needs, what it takes and what it does", () => {
  const [, section = ""] = readFileSync(PAGE, "utf8").split(/^## The command line$/m);
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
  const { commands } = programOf(
    async () => undefined,
    () => undefined,
  );
  return commands.flatMap((group) =>
    group.commands.map((leaf) => {
      const needed = leaf.options.filter(({ mandatory }) => mandatory).map(({ long }) => long ?? "");
      const taken = leaf.options.filter(({ mandatory }) => !mandatory).map(({ long }) => long ?? "");
      const of = (required: boolean) =>
        leaf.registeredArguments.filter((one) => one.required === required).map((one) => one.name());
      const cell = (names: string[]) => names.map((name) => `\`${name}\``).join(", ");
      return [
        `\`${group.name()} ${leaf.name()}\``,
        cell([...of(true), ...needed]),
        cell([...of(false), ...taken]),
        leaf.description(),
      ];
    }),
  );
}
