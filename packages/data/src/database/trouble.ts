import { types } from "node:util";

/**
 * Whether a failure means that PostgreSQL cannot serve us now (down, refusing, restarting, out of space or of
 * connections, too slow), as opposed to a statement that is wrong. Sources: PostgreSQL's appendix of error
 * codes, classes 08, 53, 57, 58; libuv's error names; node-postgres' own time-out messages; Prisma's P1xxx and P2024.
 */
export function isDatabaseTrouble(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; types.isNativeError(at) && depth < 5; at = at.cause, depth += 1) {
    const code = codeOf(at);
    if (
      code !== undefined &&
      (SQLSTATE_TROUBLE.test(code) || SOCKET_TROUBLE.has(code) || PRISMA_TROUBLE.test(code))
    )
      return true;
    const { message } = at;
    if (TIMEOUT_WORDS.some((words) => message.includes(words))) return true;
  }
  return false;
}

const SQLSTATE_TROUBLE = /^(08|53|57|58)[0-9A-Z]{3}$|^55P03$|^25006$/;
const PRISMA_TROUBLE = /^(P10\d\d|P2024|P2037)$/;
const SOCKET_TROUBLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
]);
const TIMEOUT_WORDS = [
  "timeout exceeded when trying to connect",
  "Query read timeout",
  "Connection terminated",
  "Can't reach database server",
  "the database system is",
];

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
