import { CommanderError } from "@commander-js/extra-typings";
import { SettingsError } from "@sendex/boot/settings";
import { SendexError } from "@sendex/core/error";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import { asText } from "./as-text";
import type { Desk } from "./desk";
import { programOf } from "./program";

export interface Terminal {
  /** Opens what a command works with, once everything that was typed is checked. */
  open: () => Promise<Omit<Desk, "tell"> & { close(): Promise<void> }>;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Runs what was typed, and resolves to the exit code: 0 done, 1 failed, 2 used wrongly. Never rejects. */
export async function run(typed: readonly string[], { open, out, err }: Terminal): Promise<number> {
  const json = typed.includes("--json");
  const program = programOf(async (work) => {
    const desk = await open();
    try {
      // Standard error has one JSON document, or none.
      const result = await work({ ...desk, tell: (line) => (json ? undefined : err(`${line}\n`)) });
      out(json ? `${JSON.stringify(result)}\n` : `${asText(result)}\n`);
    } finally {
      await desk.close();
    }
  }, out);
  try {
    const [first, ...others] = typed;
    await program.parseAsync(first === "help" ? [...others, "--help"] : typed, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { slug, message } = failureOf(error);
    err(json ? `${JSON.stringify({ error: slug, message })}\n` : `${message}\n`);
    return slug === WRONG_USE ? 2 : 1;
  }
}

/** Beside the slugs of SendexError. */
const WRONG_USE = "wrong_use";
const SETTINGS = "Start Sendex here (npm start; SENDEX_HOME says which), or set what is missing.";

function failureOf(error: unknown): { slug: string; message: string } {
  if (error instanceof CommanderError) return { slug: WRONG_USE, message: usage(error) };
  if (error instanceof SendexError) return { slug: error.slug, message: oneLine(error.message) };
  if (error instanceof SettingsError)
    return { slug: "bad_settings", message: `${error.message}. ${SETTINGS}` };
  const reason = reasonOf(error).trim().split("\n").at(-1)?.trim() ?? "";
  return isDatabaseTrouble(error)
    ? { slug: "service_unavailable", message: `PostgreSQL (DATABASE_URL) does not serve: ${reason}` }
    : { slug: "internal_server_error", message: reason };
}

function usage({ code, message }: CommanderError): string {
  if (code === "commander.help") return "Which command? --help lists them.";
  return oneLine(message.replace(/^error: /, ""));
}

/** The innermost cause knows best. Of Prisma's words the last line tells; those before it quote our source. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.message === "") return reasonOf(error.errors[0]);
  return error.message;
}

function oneLine(text: string): string {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .join(" ");
}
