/**
 * The Prisma client in packages/data/src/generated: committed, and made again where prisma/schema.prisma says something else.
 * The command that makes it is fetched then, once, into the home folder.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { installApart } from "./npm.mjs";
import { homeFolder } from "./paths.mjs";
import { run } from "./run.mjs";

const SCHEMA = "prisma/schema.prisma";
const CLIENT = "packages/data/src/generated";
/** Holds the schema that it was made from, and the version of what made it. */
const HEART = `${CLIENT}/internal/class.ts`;
/** Its package.json and lock file: apart from the root's, whose install it made a quarter longer. */
const PINNED = "scripts/prisma";
const FETCH_LIMIT_MS = 300_000;

/** What is wrong with the client in a sentence; undefined when it is what the schema and the runtime's version ask for. */
export function clientTrouble(root) {
  const read = (file) => readFileSync(path.join(root, file), "utf8");
  if (!existsSync(path.join(root, HEART))) return `${CLIENT} is missing`;
  const heart = read(HEART);
  const { dependencies } = JSON.parse(read("packages/data/package.json"));
  const made = /"clientVersion": "(.*)"/.exec(heart)?.[1];
  if (made !== dependencies["@prisma/client"])
    return `${CLIENT} is of Prisma ${made}, and @prisma/client of ${dependencies["@prisma/client"]}`;
  const schema = /^ {2}"inlineSchema": (".*"),$/m.exec(heart)?.[1] ?? '""';
  return words(JSON.parse(schema)) === words(read(SCHEMA)) ? undefined : `${CLIENT} is older than ${SCHEMA}`;
}

/** Prisma aligns columns in what it keeps. */
function words(text) {
  return text.split(/\s+/).join(" ");
}

/**
 * `prisma generate` would first download a schema engine; it takes any existing executable for one, and needs none to
 * generate.
 */
export async function generateClient(root, node) {
  const folder = await fetchedCommand(root);
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: node,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const command = path.join(folder, "node_modules/prisma/build/index.js");
  rmSync(path.join(root, CLIENT), { recursive: true, force: true });
  await run(node, [command, "generate", `--schema=${SCHEMA}`], { cwd: root, env });
  const trouble = clientTrouble(root);
  if (trouble) throw new Error(`${trouble}: scripts/prisma/package.json has to name the same version.`);
}

/** → the folder that Prisma's command is installed in: fetched once for each version, by one process at a time. */
async function fetchedCommand(root) {
  const pinned = path.join(root, PINNED);
  const { dependencies } = JSON.parse(readFileSync(path.join(pinned, "package.json"), "utf8"));
  const folder = path.join(homeFolder(), "prisma", dependencies.prisma);
  mkdirSync(path.dirname(folder), { recursive: true });
  const waiting = (pid) =>
    say(`Waiting for process ${pid || "(unknown)"}, which is fetching Prisma's command …`);
  await withLock(`${folder}.lock`, waiting, async () => {
    if (existsSync(folder)) return;
    say(`Fetching Prisma's command (${dependencies.prisma}, 226 MB, kept in the home folder) …`);
    const draft = mkdtempSync(path.join(path.dirname(folder), "draft-"));
    try {
      await installApart(draft, FETCH_LIMIT_MS, pinned);
      renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  });
  return folder;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
