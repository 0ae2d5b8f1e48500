/**
 * `npm run check texts`: the dashboard's catalogues have the same keys in every language, with the same values to fill
 * in, in order; and each text is used where its catalogue belongs.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const SOURCE = "apps/dashboard/src";
const CATALOGUES = `${SOURCE}/i18n`;
const LANGUAGES = ["en", "ja"];
/** Where the texts of a catalogue are used that is not a chapter's. */
const FOLDERS = {
  app: ["app", "session"],
  audit: ["ui/audit"],
  ui: ["ui"],
  writing: ["ui/writing"],
  broadcasts: ["audiences"],
};
/** i18next's endings for numbers: English has one and other. */
const PLURAL = /_(one|other)$/;

/** One line for each thing that is wrong. */
export function texts(root) {
  const [first, ...others] = LANGUAGES;
  const everywhere = wordsIn(root, [""]);
  return namesIn(root, first).flatMap((name) => {
    const english = read(root, first, name);
    return [
      ...others.flatMap((language) => differences(name, language, english, read(root, language, name))),
      ...disorder(name, Object.keys(english)),
      ...unused(name, english, wordsIn(root, FOLDERS[name] ?? [name]), everywhere),
    ];
  });
}

function differences(name, language, english, other) {
  const where = `${CATALOGUES}/${language}/${name}.json`;
  const keys = new Set([...Object.keys(english), ...Object.keys(other)]);
  return [...keys].flatMap((key) => {
    if (other[key] === undefined) return [`${where}: has no ${key}`];
    if (english[key] === undefined) return [`${where}: has ${key}, and English has not`];
    return slots(english[key]) === slots(other[key]) ? [] : [`${where}: ${key} is filled with other values`];
  });
}

function slots(text) {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join();
}

function disorder(name, keys) {
  const sorted = [...keys].sort((a, b) => (a < b ? -1 : 1));
  return keys.join() === sorted.join() ? [] : [`${CATALOGUES}/*/${name}.json: the keys are not sorted`];
}

function unused(name, english, near, everywhere) {
  const used = (key) =>
    near.some((word) => fits(word, key)) || everywhere.some((word) => fits(word, `${name}:${key}`));
  return Object.keys(english)
    .filter((key) => !used(key.replace(PLURAL, "")))
    .map((key) => `${CATALOGUES}/en/${name}.json: nothing uses ${key}`);
}

/** `status.${word}` fits every key that begins and ends so. */
function fits(word, key) {
  const hole = word.indexOf("${");
  if (hole < 0) return word === key;
  const [before, after] = [word.slice(0, hole), word.slice(word.lastIndexOf("}") + 1)];
  return key.startsWith(before) && key.endsWith(after) && before + after !== "";
}

/** What stands between quotes in these folders of the dashboard. */
function wordsIn(root, folders) {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, SOURCE, folder), { recursive: true })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(path.join(root, SOURCE, folder, file), "utf8"))
      .flatMap((source) => [...(source.match(QUOTED) ?? []), ...(source.match(FILLED) ?? [])])
      .map((quoted) => quoted.slice(1, -1)),
  );
}

const QUOTED = /"[\w.:-]+"/g;
const FILLED = /`[\w.:-]*\$\{[^`]*\}[\w.:-]*`/g;

function namesIn(root, language) {
  return readdirSync(path.join(root, CATALOGUES, language)).map((file) => file.replace(/\.json$/, ""));
}

function read(root, language, name) {
  return JSON.parse(readFileSync(path.join(root, CATALOGUES, language, `${name}.json`), "utf8"));
}
