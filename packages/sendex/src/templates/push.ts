import type { Client } from "@sendex/sdk/client";
import { SendexApiError } from "@sendex/sdk/errors";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { plain } from "../show/as-text";
import { text } from "../values";
import { type Change, changeAsText, changesOf } from "./changes";
import { DEFAULT_FOLDER, namesIn, readTemplate } from "./folder";
import { type ApiTemplate, folderNameOf, sourceOf, type Template, templateOf } from "./template";

export function pushCommand(act: Act) {
  return command(
    "push",
    "Brings templates of a folder into the account as drafts, and shows what changes; mail goes on with what is published.",
    "templates push --dry-run",
    "templates push welcome --publish",
  )
    .argument("[names...]", "folders, which are aliases or ids (default: all)")
    .option("--dir <folder>", `the folder (default: ${DEFAULT_FOLDER})`, text)
    .option("--publish", "also makes the drafts what is sent")
    .option("--dry-run", "only shows what would change")
    .action((names, { dir = DEFAULT_FOLDER, ...how }) => act((desk) => push(desk, names, dir, how)));
}

interface How {
  publish?: true;
  dryRun?: true;
}

interface Pushed {
  name: string;
  id: string | null;
  isNew: boolean;
  changes: Change[];
  published: boolean;
}

async function push(desk: Desk, names: string[], dir: string, how: How): Promise<Result> {
  const client = desk.client();
  // All are read before any is changed: a file that is wrong changes nothing.
  const chosen = names.length > 0 ? names : await namesIn(dir);
  const templates = await Promise.all(
    chosen.map(async (name) => ({ name, template: await readTemplate(dir, name) })),
  );
  const pushed: Pushed[] = [];
  for (const { name, template } of templates) pushed.push(await pushOne(client, name, template, how));
  return { value: { dry_run: how.dryRun ?? false, templates: pushed }, text: pushed.map(asText).join("\n") };
}

async function pushOne(client: Client, name: string, template: Template, how: How): Promise<Pushed> {
  const there = await find(client, folderNameOf(template) || name);
  const changes = changesOf(there && templateOf(there), template);
  const known = { name, isNew: there === undefined, changes };
  const isDraft = changes.length > 0 || there?.has_unpublished_versions === true;
  const isPublished = how.publish === true && isDraft;
  if (how.dryRun) return { ...known, id: there?.id ?? null, published: isPublished };
  const id = there ? await change(client, there.id, changes) : await create(client, template);
  if (isPublished) await client.templates.publish(id);
  return { ...known, id, published: isPublished };
}

async function find(client: Client, idOrAlias: string): Promise<ApiTemplate | undefined> {
  try {
    return await client.templates.get(idOrAlias);
  } catch (error) {
    if (error instanceof SendexApiError && error.status === 404) return undefined;
    throw error;
  }
}

async function create(client: Client, { id: _, mjml, blocks, html, ...template }: Template): Promise<string> {
  const body = { ...template, ...sourceOf({ mjml, blocks, html }) };
  return (await client.templates.create(body)).id;
}

const SOURCES = ["html", "mjml", "blocks"] as const;
type Changed = Parameters<Client["templates"]["update"]>[1];

async function change(client: Client, id: string, changes: Change[]): Promise<string> {
  // The parse boundary: each is a field of a template, and of its type.
  const fields = Object.fromEntries(changes.map(({ field, after }) => [field, after])) as Changed;
  // Of HTML, MJML and blocks one is given, and takes the others' place.
  const given = SOURCES.find((source) => (fields[source] ?? null) !== null);
  if (given) for (const source of SOURCES) if (source !== given) delete fields[source];
  if (changes.length > 0) await client.templates.update(id, fields);
  return id;
}

function asText({ name, isNew, changes, published }: Pushed): string {
  const what = isNew ? "new" : changes.length > 0 ? "changes" : "as it is";
  const lines = isNew ? [] : changes.flatMap(changeAsText).map((line) => `  ${line}`);
  return [`${name}: ${what}${published ? ", published" : ""}`, ...lines].map(plain).join("\n");
}
