/**
 * `npm run check weight`: how much JavaScript a first visit takes, gzipped, from the dashboard's build. It is what
 * index.html loads, and then, page by page, what is loaded with the page; the heaviest counts.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const BUILT = "apps/dashboard/dist";
/** Where a first visit leads, and whatever else a link may lead to. */
const FIRST = ["src/people/pages/sign-in.tsx", "src/overview/pages/home.tsx"];
const MOST_BYTES = { first: 250 * 1024, other: 280 * 1024 };
/** What every visit loads: the shell's texts. */
const ALWAYS = ["index.html", "src/i18n/en/app.json", "src/i18n/en/ui.json"];
/** Behind a click, or for operators: not part of a first visit. */
const LATER = /^src\/(operators|i18n)\/|^src\/app\/palette\//;

/** One line where it is too much, or where there is no build to weigh. */
export function weight(root) {
  const file = path.join(root, BUILT, ".vite/manifest.json");
  if (!existsSync(file)) return [`${BUILT}: not built; run node scripts/prepare.mjs`];
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const pages = Object.keys(manifest).filter((key) => /^src\/.*\/pages\//.test(key) && !LATER.test(key));
  const weighed = pages.map((page) => ({ page, bytes: bytesOf(root, manifest, [...ALWAYS, page]) }));
  return weighed
    .filter(({ page, bytes }) => bytes > mostFor(page))
    .map(
      ({ page, bytes }) => `${page}: a first visit takes ${inKb(bytes)}, at most ${inKb(mostFor(page))} may`,
    );
}

function mostFor(page) {
  return FIRST.includes(page) ? MOST_BYTES.first : MOST_BYTES.other;
}

function bytesOf(root, manifest, entries) {
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return [...files]
    .filter((name) => name.endsWith(".js"))
    .reduce(
      (sum, name) => sum + gzipSync(readFileSync(path.join(root, BUILT, name)), { level: 9 }).length,
      0,
    );
}

function inKb(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
