/** What the documentation names, and what comments cite of it: `npm run check drift` holds both to what is there. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

/** One line for each thing that is named and is not there, or is there and is not documented. */
export function docsDrift(root) {
  const files = filesIn(root, "");
  const tree = { root, files, read: (file) => readFileSync(path.join(root, file), "utf8") };
  const documents = files.filter((file) => file.endsWith(".md"));
  const code = files.filter((file) => /\.(ts|tsx|mjs|cjs|prisma|sql|yml)$|^\.env\.example$/.test(file));
  return [
    ...documents.flatMap((file) => [...namedFiles(tree, file), ...links(tree, file)]),
    ...[...code, ...documents].flatMap((file) => citations(tree, file)),
    ...map(tree),
    ...metrics(tree),
    ...events(tree),
    ...faultRows(tree),
  ];
}

/** Folders that installing, building and running make. */
const MADE = /^(node_modules|dist|coverage|\.git|\.sendex)$/;

function filesIn(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (!entry.isDirectory()) return [name];
    return MADE.test(entry.name) ? [] : filesIn(root, name);
  });
}

/** A changelog and a record of decisions also name what is gone. */
const HISTORY = /^CHANGELOG\.md$/;
const EXTENSIONS = "ts|tsx|mjs|cjs|prisma|yml|md|json";

/** Paths in backticks; `core/error.ts` is short for `packages/core/src/error.ts`, `api/main.ts` for `apps/api/src/main.ts`. */
function namedFiles(tree, document) {
  if (HISTORY.test(document)) return [];
  const text = tree.read(document);
  const spans = [...text.matchAll(/`([^`\s]+)`/g)].map(([, span]) => span);
  const built = [...text.matchAll(/\b((?:apps|packages)\/[\w-]+)\/dist\/([\w/-]+)\.js\b/g)];
  const named = [
    ...spans.filter((span) => isPath(tree, span)),
    ...built.map(([, workspace, file]) => `${workspace}/src/${file}.ts`),
  ];
  return [...new Set(named)]
    .filter((name) => !exists(tree, document, name))
    .map((name) => `${document}: ${name} is not there`);
}

function isPath({ files }, span) {
  if (!/^[\w@.*/-]+$/.test(span)) return false;
  const [first] = span.split("/");
  if (!span.includes("/")) return new RegExp(`^[\\w-][\\w.-]*\\.(${EXTENSIONS})$`).test(span);
  return files.some((file) => file.startsWith(`${first}/`)) || isRoom({ files }, first);
}

function isRoom({ files }, name) {
  return files.some((file) => file.startsWith(`packages/${name}/`) || file.startsWith(`apps/${name}/`));
}

/** Files that a start writes, and forms of file names. */
const NOT_OF_THE_TREE = ["dev.json", "faults.json", "src/x.test.ts"];

function exists({ files }, document, name) {
  if (NOT_OF_THE_TREE.includes(name)) return true;
  const [first, ...rest] = name.split("/");
  const beside = path.posix.join(path.posix.dirname(document), name);
  const places = [name, beside];
  if (rest.length === 0) return files.some((file) => path.posix.basename(file) === name);
  const inside = rest.join("/");
  places.push(
    `packages/${first}/src/${inside}`,
    `apps/${first}/src/${inside}`,
    `packages/${name}`,
    `apps/${name}`,
  );
  return places.some((place) => {
    const pattern = new RegExp(`^${place.split("*").map(escaped).join("[^/]*")}(?:/|$)`);
    return files.some((file) => pattern.test(file));
  });
}

function escaped(text) {
  return text.replace(/\/$/, "").replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}

/** The tables of "The map" in ARCHITECTURE.md: chapter by package, and the files of the rooms without chapters. */
function map({ files, read }) {
  const [, map = ""] = read("ARCHITECTURE.md").split(/^## The map$/m);
  const [section = ""] = map.split(/^## /m);
  const rows = (section.match(/^\|.*\|$/gm) ?? []).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const rooms = (rows[0] ?? []).slice(1);
  const named = rows.flatMap(([first = "", ...cells]) => {
    const name = /^\*\*([\w-]+)\*\*/.exec(first)?.[1];
    if (name === undefined) return [];
    if (cells.length === 1) return namesIn(cells[0]).map((file) => `${name}/src/${file}`);
    return cells.flatMap((cell, i) =>
      namesIn(cell).map(
        (file) => `${rooms[i]}/src/${file === "one file.ts" ? `${name}.ts` : `${name}/${file}`}`,
      ),
    );
  });
  if (named.length === 0) return ["ARCHITECTURE.md: there is no map"];
  return named
    .filter(
      (file) =>
        !files.some((known) => known.startsWith(`packages/${file}`) || known.startsWith(`apps/${file}`)),
    )
    .map((file) => `ARCHITECTURE.md: the map names ${file}, which is not there`);
}

/** `a, b/` → `a.ts`, `b/`. */
function namesIn(cell) {
  return cell === "–" ? [] : cell.split(", ").map((name) => (name.endsWith("/") ? name : `${name}.ts`));
}

function links(tree, document) {
  // What stands in backticks is no link.
  const text = tree.read(document).replace(/`[^`\n]*`/g, "");
  const found = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
  return found
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file, anchor] = target.split("#");
      const place = file === "" ? document : path.posix.join(path.posix.dirname(document), file);
      if (!tree.files.some((known) => known === place || known.startsWith(`${place}/`))) return true;
      return anchor !== undefined && !headings(tree, place).map(slug).includes(anchor);
    })
    .map((target) => `${document}: the link ${target} leads nowhere`);
}

/** A page under docs/ with its sections in quotes, `ADR 3`, a row of the fault matrix; over the line breaks of comments too. */
function citations(tree, file) {
  const text = tree.read(file).replace(/\n\s*(?:\*|\/\/|#)?\s*/g, " ");
  const problems = [];
  for (const [, document, sections] of text.matchAll(
    /((?:docs\/[\w/-]+|\b[A-Z][A-Z_]+)\.md)((?:,? (?:and )?"[^"`]{1,60}")*)/g,
  ))
    if (!tree.files.includes(document)) problems.push(`${file}: cites ${document}, which is not there`);
    else
      for (const [, section] of sections.matchAll(/"([^"]+)"/g))
        if (!headings(tree, document).includes(section))
          problems.push(`${file}: cites "${section}", which ${document} does not have`);
  for (const [, number] of text.matchAll(/\bADR (\d+)/g))
    if (!tree.files.some((known) => known.startsWith(`docs/adr/${number.padStart(4, "0")}-`)))
      problems.push(`${file}: cites ADR ${number}, which is not there`);
  for (const [, row] of text.matchAll(/(?:docs\/faults\.md,?|matrix) row (\d+[a-z]?)/g))
    if (!documentedRows(tree).includes(row)) problems.push(`${file}: cites row ${row} of docs/faults.md`);
  return problems;
}

function headings(tree, document) {
  return [...tree.read(document).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading.replaceAll("`", ""));
}

/** As GitHub makes an anchor of a heading. */
function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}

const OPERATIONS = "docs/operations.md";

function metrics(tree) {
  const counted = tree.read("packages/boot/src/meters.ts");
  const watched = tree.read("packages/boot/src/gauges.ts");
  const declared = [
    ...[...counted.matchAll(/^ {2}(\w+): \{ help/gm)].map(([, name]) =>
      name.endsWith("_seconds") ? name : `${name}_total`,
    ),
    ...[...watched.matchAll(/(?:name: |perQueue\()"(\w+)"/g)].map(([, name]) => name),
  ].map((name) => `sendex_${name}`);
  const documented = [...tree.read(OPERATIONS).matchAll(/`(sendex_\w+)/g)].map(([, name]) => name);
  return compare("packages/boot/src", declared, OPERATIONS, documented);
}

function events(tree) {
  const source = "packages/core/src/webhooks/event.ts";
  const [, list = ""] = /WEBHOOK_EVENTS = \[([^\]]*)\]/.exec(tree.read(source)) ?? [];
  const declared = [...list.matchAll(/"([\w.]+)"/g)].map(([, name]) => name);
  const table = tree.read("docs/webhooks.md").match(/^\| `.*$/gm) ?? [];
  const documented = table.flatMap((row) =>
    [...row.split("|")[1].matchAll(/`(\w+(?:\.\w+)+)`/g)].map(([, name]) => name),
  );
  return compare(source, declared, "docs/webhooks.md", documented);
}

function faultRows(tree) {
  const folder = "apps/e2e/src/faults";
  const declared = tree.files
    .filter((file) => file.startsWith(`${folder}/`) && !file.endsWith(".test.ts"))
    .flatMap((file) => [...tree.read(file).matchAll(/^ +row: "(\w+)"/gm)].map(([, row]) => row));
  return compare(folder, declared, "docs/faults.md", documentedRows(tree));
}

function documentedRows(tree) {
  return [...tree.read("docs/faults.md").matchAll(/^\| (\d+[a-z]?) +\|/gm)].map(([, row]) => row);
}

/** One line for each name that one of two lists lacks. */
export function compare(here, ours, there, theirs) {
  return [
    ...ours.filter((name) => !theirs.includes(name)).map((name) => `${name}: in ${here}, not in ${there}`),
    ...theirs.filter((name) => !ours.includes(name)).map((name) => `${name}: in ${there}, not in ${here}`),
  ];
}
