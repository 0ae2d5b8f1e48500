/** Jest's global set-up of the integration project: finds the services and makes the migrated template database. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { hashFiles } from "./stamp.mjs";
import { built, root } from "./paths.mjs";
import { recordedServices } from "./test-services.mjs";

export default async function setUp() {
  if (!process.env.TEST_DATABASE_URL) Object.assign(process.env, recordedServices());
  if (!process.env.TEST_DATABASE_URL) {
    throw new Error(
      "Integration tests need services: run `npm test`, or keep `node scripts/services.mjs` running.",
    );
  }
  process.env.TEST_TEMPLATE = await makeTemplate(process.env.TEST_DATABASE_URL);
}

/**
 * The template is named after the migrations, and the day because of its partitions, so that one is made anew when they change; made under another name
 * first, because it cannot be copied while another connection to it is open.
 */
async function makeTemplate(adminUrl) {
  const data = await built("packages/data/database/create");
  const { prepareDatabase } = await built("packages/data/database/prepare");
  const now = new Date();
  const name = `template_${migrationsHash().slice(0, 16)}_${now.toISOString().slice(0, 10).replaceAll("-", "")}`;
  if (await data.databaseExists(adminUrl, name)) return name;
  const draft = `${name}_${process.pid}`;
  try {
    await prepareDatabase(await data.createDatabase(adminUrl, draft), now);
    await data.renameDatabase(adminUrl, draft, name);
  } finally {
    await data.dropDatabase(adminUrl, draft);
  }
  return name;
}

function migrationsHash() {
  const folder = "prisma/migrations";
  const files = readdirSync(path.join(root, folder), { recursive: true }).filter((file) =>
    file.endsWith(".sql"),
  );
  return hashFiles(
    root,
    files.map((file) => path.join(folder, file)),
  );
}
