import { existsSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { CliError } from "../failure";
import { readJson, readText, writeText } from "../files";
import { isRecord } from "../show/record";
import type { Template } from "./template";

/**
 * A template is a folder: `template.json` has its name, alias, subject, sender, variables and blocks; `template.mjml` or
 * `template.html`, and `template.txt`, are its parts byte for byte. A part that is not there is null, an empty file is "".
 */
const ABOUT = "template.json";
const PARTS = { mjml: "template.mjml", html: "template.html", text: "template.txt" } as const;
type Part = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as Part[];

/** An alias or an id, and no way out of the folder. */
const FOLDER_NAME = /^(?!\.{1,2}$)[\w.-]{1,80}$/;

export const DEFAULT_FOLDER = "templates";

/** @throws CliError where a file cannot be written */
export async function writeTemplate(base: string, name: string, template: Template): Promise<void> {
  const folder = folderOf(base, name);
  await mkdir(folder, { recursive: true });
  const { mjml: _mjml, html: _html, text: _text, ...about } = template;
  await writeText(path.join(folder, ABOUT), `${JSON.stringify(about, undefined, 2)}\n`);
  for (const part of PART_NAMES) {
    const file = path.join(folder, PARTS[part]);
    const content = template[part];
    if (content === null) await rm(file, { force: true });
    else await writeText(file, content);
  }
}

/** @throws CliError where something is missing or no template */
export async function readTemplate(base: string, folderName: string): Promise<Template> {
  const folder = folderOf(base, folderName);
  const file = path.join(folder, ABOUT);
  if (!existsSync(file))
    throw new CliError(
      "no_template",
      `${file} is not there: sendex templates pull writes what the account has.`,
    );
  const about = await readJson(file);
  const name = isRecord(about) ? about["name"] : undefined;
  if (!isRecord(about) || typeof name !== "string")
    throw new CliError("bad_template", `${file} is no JSON object with a "name".`);
  const parts = await Promise.all(PART_NAMES.map((part) => partOf(path.join(folder, PARTS[part]))));
  const [mjml = null, html = null, text = null] = parts;
  if (mjml !== null && html !== null)
    throw new CliError(
      "bad_template",
      `${folder} has MJML and HTML: keep one of them, HTML is made from MJML.`,
    );
  if (isRecord(about["blocks"]) && (mjml !== null || html !== null))
    throw new CliError("bad_template", `${folder} has blocks, which HTML is made from, beside HTML or MJML.`);
  // The parse boundary: what these fields may hold the API checks, and names each that is wrong.
  const fields: Omit<Template, Part> = { ...EMPTY, ...about, name };
  return { ...fields, mjml, html, text };
}

const EMPTY = { alias: null, subject: null, from: null, reply_to: null, variables: [], blocks: null };

/** Names of the templates in a folder, in their order. @throws CliError where there is none */
export async function namesIn(base: string): Promise<string[]> {
  const entries = existsSync(base) ? await readdir(base, { withFileTypes: true }) : [];
  const names = entries
    .filter((entry) => entry.isDirectory() && existsSync(path.join(base, entry.name, ABOUT)))
    .map(({ name }) => name)
    .sort();
  if (names.length > 0) return names;
  throw new CliError(
    "no_template",
    `${base} holds no template: sendex templates pull writes what the account has.`,
  );
}

async function partOf(file: string): Promise<string | null> {
  return existsSync(file) ? readText(file) : null;
}

function folderOf(base: string, name: string): string {
  if (FOLDER_NAME.test(name)) return path.join(base, name);
  throw new CliError("bad_template", `${name} cannot be a template's folder: it is an alias or an id.`);
}
