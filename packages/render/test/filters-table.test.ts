import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { filters } from "liquidjs";
import { compile, isFailure, render } from "../src/liquid";

const DOCS = readFileSync(join(__dirname, "../../../docs/liquid-filters.md"), "utf8");
const VALUES = JSON.parse(/```json\n([^]*?)```/.exec(DOCS)?.[1] ?? "{}") as Record<string, unknown>;
/** `Liquid`, `HTML` and what subject and text have. */
const ROWS = DOCS.split("\n").flatMap((line): [string, string, string][] => {
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\\|/g, "|"));
  const [, liquid = "", html = "", text = ""] = cells;
  return liquid.startsWith("`{{")
    ? [[code(liquid), code(html), code(text === "the same" ? html : text)]]
    : [];
});

function code(cell: string): string {
  return cell.replace(/^`|`$/g, "").replace(/⏎/g, "\n");
}

describe("docs/liquid-filters.md", () => {
  test.each(ROWS)("%s", (liquid, html, text) => {
    const compiled = compile({ subject: liquid, html: liquid, text: liquid });
    expect(isFailure(compiled) ? compiled : render(compiled, VALUES)).toEqual({ subject: text, html, text });
  });

  test("has every filter that there is", () => {
    const named = ROWS.flatMap(([liquid]) => [...liquid.matchAll(/\| (\w+)/g)].map(([, name]) => name));
    expect(Object.keys(filters).filter((name) => !named.includes(name))).toEqual([]);
  });
});
