/**
 * `npm run check chapters`: every source file stands in its chapter, and no room grows flat. A chapter is a folder
 * named by what the product can do, with the same name in every room; one of a single file is a file of that name.
 * ARCHITECTURE.md has the map.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const CHAPTERS = [
  ...["accepting", "sending", "reports", "webhooks", "suppressions", "templates", "domains", "access"],
  ...["accounts", "people", "reputation", "credits", "content", "ledger", "messages", "schedule"],
  ...["overview", "events", "sandbox", "logs", "analytics", "alerts", "audiences", "images", "smtp"],
];

/** Rooms in chapters, with what else may stand in them. */
const ROOMS = {
  "packages/core/src": ["error", "fail-point", "ports"],
  "packages/wire/src": ["errors"],
  "packages/data/src": ["database", "generated"],
  "packages/pipeline/src": ["announce", "batches", "context", "hints"],
  // A surface's sending resource has the surface's word: emails on Sendex, messages on Sendarix.
  "apps/api/src": ["http", "emails", "operators", "dashboard", "main", "routes"],
  "apps/dashboard/src": [
    ...["main", "app", "api", "session", "routing", "live", "i18n", "ui"],
    ...["emails", "operators", "overview", "people", "sandbox"],
  ],
};

/** In any folder; more want chapters of their own. */
const MOST_FLAT = 25;
/** Of the lines of all source files that are not tests. */
const MEDIAN_LINES = 80;
const MOST_LINES_OF_95 = 230;

/** One line for each file outside its chapter, and for each bound that does not hold. */
export function chapters(root) {
  const sources = sourcesIn(root);
  return [
    ...Object.entries(ROOMS).flatMap(([room, others]) => outside(root, room, others)),
    ...crowded(sources),
    ...tooLong(root, sources),
  ];
}

function outside(root, room, others) {
  const allowed = [...CHAPTERS, ...others];
  return readdirSync(path.join(root, room))
    .filter((name) => !allowed.includes(name.replace(/(\.test)?\.tsx?$/, "")))
    .map((name) => `${room}/${name}: no chapter has this name; see ARCHITECTURE.md`);
}

function crowded(sources) {
  const counts = new Map();
  for (const file of sources) counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > MOST_FLAT)
    .map(([folder, count]) => `${folder}: ${count} files lie flat, at most ${MOST_FLAT} may`);
}

function tooLong(root, sources) {
  const lines = sources.map((file) => countLines(path.join(root, file))).sort((a, b) => a - b);
  const at = (share) => lines[Math.floor((lines.length - 1) * share)];
  return [
    ...(at(0.5) > MEDIAN_LINES ? [`half of the files have over ${at(0.5)} lines, not ${MEDIAN_LINES}`] : []),
    ...(at(0.95) > MOST_LINES_OF_95
      ? [`5 % of the files have over ${at(0.95)} lines, not ${MOST_LINES_OF_95}`]
      : []),
  ];
}

/** Every source file of packages and apps but tests and what is generated, relative to `root`. */
function sourcesIn(root) {
  return ["packages", "apps"].flatMap((group) =>
    readdirSync(path.join(root, group))
      .map((name) => `${group}/${name}/src`)
      .filter((folder) => existsSync(path.join(root, folder)))
      .flatMap((folder) => below(root, folder)),
  );
}

function below(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const whole = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "generated" ? [] : below(root, whole);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [whole] : [];
  });
}

function countLines(file) {
  return readFileSync(file, "utf8").split("\n").length - 1;
}
