import { CommanderError } from "@commander-js/extra-typings";
import { SendexApiError, SendexConnectionError } from "@sendex/sdk/errors";

/** What this command line itself has to say against going on; its message says what to do. */
export class CliError extends Error {
  readonly slug: string;

  constructor(slug: string, message: string) {
    super(message);
    this.name = "CliError";
    this.slug = slug;
  }
}

/** Why a command failed, as it is printed. */
export interface Failure {
  slug: string;
  /** One sentence or two, in one line. */
  message: string;
  fields?: { field: string; code: string; message: string }[];
  requestId?: string;
}

/** The slug of what was typed wrongly. */
export const WRONG_USE = "wrong_use";

/** Of whatever was thrown. Never a stack trace. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) return { slug: WRONG_USE, message: usage(error) };
  if (error instanceof CliError) return { slug: error.slug, message: oneLine(error.message) };
  if (error instanceof SendexApiError) return refusal(error);
  if (error instanceof SendexConnectionError) return { slug: "no_answer", message: unanswered(error) };
  return { slug: "internal_error", message: oneLine(reasonOf(error)) };
}

function usage({ code, message }: CommanderError): string {
  if (code === "commander.help") return "Which command? --help lists them.";
  return oneLine(message.replace(/^error: /, ""));
}

/** What to do about a refusal, where the API's own words do not say it. */
const REMEDIES: Record<string, string> = {
  unauthorized: "Check the key, or sign in with another one: sendex login.",
  internal_server_error: "Tell whoever runs this Sendex, with the id of the request.",
};

function refusal(error: SendexApiError): Failure {
  const { error: slug, message, fields, requestId, status } = error;
  // Of several wrong fields the message names the first.
  const said = fields.length > 1 ? fields.map((field) => field.message).join(" ") : message;
  const remedy = REMEDIES[slug];
  const whole = [oneLine(said), ...(remedy ? [remedy] : [])].join(" ");
  return {
    slug,
    message: status >= 500 && requestId ? `${whole} (${requestId})` : whole,
    ...(fields.length > 0 && { fields }),
    ...(requestId !== undefined && { requestId }),
  };
}

function unanswered(error: SendexConnectionError): string {
  const url = /https?:\/\/[^/\s]+/.exec(error.message)?.[0] ?? "The API";
  return `${url} does not answer (${oneLine(reasonOf(error))}). Is Sendex running there? --api-url and SENDEX_API_URL name another address.`;
}

/** The innermost cause knows best, and a code says more than an empty message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (error.name === "TimeoutError") return "no answer in time";
  return error.message || (codeOf(error) ?? error.name);
}

/** Such as ENOENT, of what Node's own modules throw. */
export function codeOf(error: unknown): string | undefined {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : undefined;
}

function oneLine(text: string): string {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .join(" ");
}
