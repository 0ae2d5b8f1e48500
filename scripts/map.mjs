/**
 * Writes which files stand in which chapter and room into the tables of "The map" in ARCHITECTURE.md.
 * The rows, and what they say of a chapter, are written by hand.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

const MAP = "ARCHITECTURE.md";

const text = readFileSync(path.join(root, MAP), "utf8");
const start = text.indexOf("## The map");
const end = text.indexOf("\n## ", start);
const section = text.slice(start, end);
const rooms = cellsOf(/^\| chapter .*$/m.exec(section)?.[0] ?? "").slice(1);

const written = section.replace(/^\| \*\*([\w-]+)\*\*.*$/gm, (row, name) => {
  const [first, ...cells] = cellsOf(row);
  const files = cells.length === 1 ? [filesOfRoom(name)] : rooms.map((room) => filesOfChapter(room, name));
  return `| ${[first, ...files].join(" | ")} |`;
});
writeFileSync(path.join(root, MAP), text.slice(0, start) + written + text.slice(end));
execFileSync("npx", ["prettier", "--write", MAP], { cwd: root, stdio: "ignore" });

function cellsOf(row) {
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function filesOfChapter(room, chapter) {
  const place = path.join(sourceOf(room), chapter);
  if (existsSync(place)) return named(place);
  return existsSync(`${place}.ts`) ? "one file" : "–";
}

function filesOfRoom(room) {
  return named(sourceOf(room));
}

function sourceOf(room) {
  const places = ["packages", "apps"].map((kind) => path.join(root, kind, room, "src"));
  return places.find((place) => existsSync(place)) ?? "";
}

/** Files without `.ts`, then folders with `/`. */
function named(place) {
  const entries = readdirSync(place, { withFileTypes: true }).filter(({ name }) => name !== "generated");
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map(({ name }) => name.slice(0, -".ts".length));
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${name}/`);
  return [...files.sort(), ...folders.sort()].join(", ") || "–";
}
