import type { NewEmail } from "@sendex/sdk/generated/api";
import path from "node:path";
import { CliError, WRONG_USE } from "../failure";
import { readBytes, readJson, readText } from "../files";
import { isRecord } from "../show/record";

/** What describes an email on the command line. */
export interface Flags {
  from?: string;
  to?: string[];
  cc?: string[];
  bcc?: string[];
  replyTo?: string[];
  subject?: string;
  text?: string;
  textFile?: string;
  html?: string;
  htmlFile?: string;
  template?: string;
  data?: Record<string, string>;
  dataFile?: string;
  attach?: string[];
  header?: Record<string, string>;
  tag?: Record<string, string>;
  priority?: "critical" | "standard" | "bulk";
  scheduledAt?: string;
}

/** The body of `POST /api/v1/emails`. @throws CliError where a file cannot be read, or two options say the same */
export async function messageOf(flags: Flags): Promise<NewEmail> {
  const { from, to, cc, bcc, subject, template, priority } = flags;
  if (to === undefined) throw new CliError(WRONG_USE, "To whom? Give --to, once for each address.");
  const text = await partOf("--text", flags.text, flags.textFile);
  const html = await partOf("--html", flags.html, flags.htmlFile);
  const values = await valuesOf(flags);
  const all = {
    ...{ from, to, cc, bcc, subject, text, html, template, priority },
    reply_to: flags.replyTo,
    headers: flags.header,
    scheduled_at: flags.scheduledAt,
    template_data: values,
    tags: flags.tag && Object.entries(flags.tag).map(([name, value]) => ({ name, value })),
    attachments: flags.attach && (await Promise.all(flags.attach.map(attached))),
  };
  // The parse boundary: what is left are the fields that were given.
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as NewEmail;
}

async function partOf(
  option: string,
  inline: string | undefined,
  file: string | undefined,
): Promise<string | undefined> {
  if (inline !== undefined && file !== undefined)
    throw new CliError(WRONG_USE, `${option} and ${option}-file say the same: give one of them.`);
  return file === undefined ? inline : readText(file);
}

/** Single values win over those of the file. */
async function valuesOf({ data, dataFile }: Flags): Promise<Record<string, unknown> | undefined> {
  const read = dataFile === undefined ? undefined : await readJson(dataFile);
  if (read !== undefined && !isRecord(read))
    throw new CliError(WRONG_USE, `${dataFile ?? ""} holds no JSON object with the template's values.`);
  return read === undefined && data === undefined ? undefined : { ...read, ...data };
}

async function attached(file: string): Promise<{ filename: string; content: string }> {
  return { filename: path.basename(file), content: (await readBytes(file)).toString("base64") };
}
