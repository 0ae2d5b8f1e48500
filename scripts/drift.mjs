/** Lists that are kept by hand in two places: `npm run check` compares them. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { clientTrouble } from "./client.mjs";
import { missingOptionals } from "./complete-lock.mjs";
import { compare, docsDrift } from "./drift-docs.mjs";

/** One line for each disagreement; none when all is well. */
export function drift(root) {
  const all = workspacesIn(root);
  const workspaces = all.filter(({ folder }) => folder !== BUILT_BY_VITE);
  return [
    ...workspaces.flatMap((workspace) => references(root, workspace)),
    ...projects(root, workspaces),
    ...environment(root),
    ...lockFile(root),
    ...client(root),
    ...docsDrift(root),
  ];
}

/** It has a TypeScript project of its own, which nothing refers to. */
const BUILT_BY_VITE = "apps/dashboard";

/** A workspace → `{ folder, name, own }`, own being the workspaces that its package.json depends on. */
function workspacesIn(root) {
  return ["packages", "apps"].flatMap((group) =>
    readdirSync(path.join(root, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(path.join(root, folder, "package.json")))
      .map((folder) => {
        const { name, dependencies = {} } = readJson(root, `${folder}/package.json`);
        return { folder, name, own: Object.keys(dependencies).filter((key) => key.startsWith("@sendex/")) };
      }),
  );
}

/** The build's order comes from references, the installed packages from dependencies: they name the same ones. */
function references(root, { folder, own }) {
  const { references: list = [] } = readJson(root, `${folder}/tsconfig.json`);
  const built = list.map((reference) => `@sendex/${path.basename(reference.path)}`);
  return compare(`${folder}/package.json`, own, `${folder}/tsconfig.json references`, built);
}

function projects(root, workspaces) {
  const { compilerOptions } = readJson(root, "tsconfig.json");
  const paths = Object.keys(compilerOptions.paths).map((key) => key.replace(/\/\*$/, ""));
  const built = readJson(root, "tsconfig.build.json").references.map((reference) => reference.path);
  return [
    ...compare(
      "workspaces",
      workspaces.map(({ name }) => name),
      "tsconfig.json paths",
      paths,
    ),
    ...compare(
      "workspaces",
      workspaces.map(({ folder }) => folder),
      "tsconfig.build.json",
      built,
    ),
  ];
}

/** What boot reads, and what .env.example describes (a line `NAME=` or `#NAME=`). */
function environment(root) {
  const source = "packages/boot/src/environment.ts";
  const read = [...readText(root, source).matchAll(/^ {2}([A-Z][A-Z0-9_]*)\??:/gm)].map(([, name]) => name);
  const described = [...readText(root, ".env.example").matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(
    ([, name]) => name,
  );
  const ours = described.filter((name) => !NOT_FOR_BOOT.includes(name));
  return compare(source, [...new Set(read)], ".env.example", ours);
}

/** Read by docker-compose.yml or the AWS SDK. */
const NOT_FOR_BOOT = ["POSTGRES_PASSWORD", "API_PORTS", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

/** What `npm ci` would refuse the lock file for. */
function lockFile(root) {
  return missingOptionals(readJson(root, "package-lock.json")).map(
    ({ name }) => `${name}: missing in package-lock.json; run node scripts/complete-lock.mjs`,
  );
}

/** What is committed is not made again behind the back of who checks it. */
function client(root) {
  const trouble = clientTrouble(root);
  return trouble ? [`${trouble}; run npm run generate`] : [];
}

function readJson(root, file) {
  return JSON.parse(readText(root, file));
}

function readText(root, file) {
  return readFileSync(path.join(root, file), "utf8");
}
