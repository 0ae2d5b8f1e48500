import { existsSync } from "node:fs";
import path from "node:path";
import type { TemplateDraftPreview } from "@sendex/sdk/generated/api";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { CliError, WRONG_USE } from "../failure";
import { readJson, writeText } from "../files";
import { plain } from "../show/as-text";
import { isRecord } from "../show/record";
import { pairs, text } from "../values";
import { DEFAULT_FOLDER, readTemplate } from "./folder";
import { sourceOf, templateOf } from "./template";

export function previewCommand(act: Act) {
  return command(
    "preview",
    "Renders a template with values, as its files have it or else as the account does; fails where something is wrong.",
    "templates preview welcome --value name=Ada --out welcome.html",
    "templates preview welcome --values values.json",
  )
    .argument("<name>", "a folder, which is an alias or an id")
    .option("--dir <folder>", `the folder (default: ${DEFAULT_FOLDER})`, text)
    .option("--value <name=value>", "(repeatable)", pairs)
    .option("--values <file>", "values as a JSON object", text)
    .option("--out <file>", "writes the HTML there", text)
    .action((name, options) => act((desk) => preview(desk, name, options)));
}

interface Options {
  dir?: string;
  value?: Record<string, string>;
  values?: string;
  out?: string;
}

async function preview(desk: Desk, name: string, options: Options): Promise<Result> {
  const { dir = DEFAULT_FOLDER, out } = options;
  const client = desk.client();
  const values = await valuesOf(options);
  const isHere = existsSync(path.join(dir, name));
  const template = isHere ? await readTemplate(dir, name) : templateOf(await client.templates.get(name));
  const { subject, text: plainText, variables } = template;
  const body = { subject, text: plainText, variables, values, ...sourceOf(template) };
  const shown = await client.templates.previewDraft(body);
  if (out !== undefined && shown.html !== null) await writeText(out, shown.html);
  return { value: shown, text: asText(shown, out), wrong: shown.problems.length > 0 };
}

async function valuesOf({ value, values }: Options): Promise<Record<string, unknown>> {
  const read = values === undefined ? {} : await readJson(values);
  if (isRecord(read)) return { ...read, ...value };
  throw new CliError(WRONG_USE, `${values ?? ""} holds no JSON object with values.`);
}

function asText(
  { subject, html, text: plainText, problems }: TemplateDraftPreview,
  out: string | undefined,
): string {
  const kept = html !== null && out !== undefined;
  const parts = [
    `subject: ${subject ?? "–"}`,
    "",
    plainText ?? "(no text)",
    ...(kept ? ["", `The HTML is in ${out}.`] : html === null ? [] : ["", html]),
    ...(problems.length > 0 ? [""] : []),
    ...problems.map(({ field, message, line, column }) => {
      const place = line === null ? "" : `:${line}${column === null ? "" : `:${column}`}`;
      return `${field}${place}: ${message}`;
    }),
  ];
  return parts.map(plain).join("\n");
}
