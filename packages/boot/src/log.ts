import pino, { type DestinationStream } from "pino";
import type { Log } from "@sendex/core/ports";
import { isObject } from "@sendex/kit/loose";
import { openStdout } from "./stdout";

export interface LogOptions {
  level: "debug" | "info" | "warn" | "error";
  /** Of the process, as in dev.json: `api`, `send-worker`, … */
  name: string;
  /** Absent: stdout. */
  destination?: DestinationStream;
}

/** Whatever is logged under these names, at the top or one level down, is replaced. */
const SECRET_NAMES = new Set([
  "authorization",
  "apiKey",
  "key",
  "keys",
  "secret",
  "signingSecret",
  "password",
  "pepper",
  "token",
  "body",
  "html",
  "text",
  "raw",
]);
const CENSORED = "[redacted]";
const MAX_MESSAGE_CHARACTERS = 500;
const MAX_STACK_LINES = 12;
const MAX_CAUSES = 3;

/** One JSON object a line: level, time, process, msg, and the fields given. An error goes under `err`. */
export function openLog({ level, name, destination }: LogOptions): Log {
  const options: pino.LoggerOptions = {
    level,
    base: { process: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: withoutSecrets },
    serializers: { err: (error: unknown) => describeError(error, MAX_CAUSES) },
  };
  return pino(options, destination ?? openStdout());
}

/** The fields themselves where nothing is to hide, which is nearly always. */
function withoutSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  let safe = fields;
  for (const [name, value] of Object.entries(fields)) {
    const shown = SECRET_NAMES.has(name) ? CENSORED : isGroup(value) ? censored(value) : value;
    if (shown === value) continue;
    if (safe === fields) safe = { ...fields };
    safe[name] = shown;
  }
  return safe;
}

function censored(group: Record<string, unknown>): Record<string, unknown> {
  const secret = Object.keys(group).filter((name) => SECRET_NAMES.has(name));
  if (secret.length === 0) return group;
  return { ...group, ...Object.fromEntries(secret.map((name) => [name, CENSORED])) };
}

/** An error is written by its own serializer, which takes what it knows and nothing else. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !(value instanceof Error);
}

interface ErrorLine {
  type: string;
  message: string;
  code?: string;
  stack?: string[];
  cause?: ErrorLine;
}

/**
 * An error without whatever else hangs on it: AWS and database errors carry requests, answers and rows.
 * Prisma's messages quote the arguments of the call, so only their last line, the reason, is kept.
 */
function describeError(error: unknown, causes = 0): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, message: shorten(String(error)) };
  const reason = error.name.startsWith("Prisma") ? lastLine(error.message) : error.message;
  const line: ErrorLine = { type: error.name, message: shorten(reason) };
  if ("code" in error && typeof error.code === "string") line.code = error.code;
  const frames = (error.stack ?? "").split("\n").filter((frame) => /^\s+at /.test(frame));
  if (frames.length > 0) line.stack = frames.slice(0, MAX_STACK_LINES).map((frame) => frame.trim());
  if (causes > 0 && error.cause !== undefined) line.cause = describeError(error.cause, causes - 1);
  return line;
}

function lastLine(message: string): string {
  return message.trim().split("\n").at(-1) ?? "";
}

function shorten(message: string): string {
  return message.length > MAX_MESSAGE_CHARACTERS ? `${message.slice(0, MAX_MESSAGE_CHARACTERS)}…` : message;
}
