import { types } from "node:util";

/**
 * Whether a failure means that PostgreSQL cannot serve us now (down, refusing, restarting, out of space or of
 * connections, too slow), as opposed to a statement that is wrong. Sources: PostgreSQL's appendix of error
 * codes, classes 08, 53, 57, 58; libuv's error names; node-postgres' own words; Prisma's P1xxx and P2024.
 */
export function isDatabaseTrouble(error: unknown): boolean {
  return causesOf(error).some((cause) => {
    const code = codeOf(cause);
    return (
      (code !== undefined &&
        (SQLSTATE_TROUBLE.test(code) || SOCKET_TROUBLE.has(code) || PRISMA_TROUBLE.test(code))) ||
      [...NEVER_SENT_WORDS, ...LOST_WORDS].some((words) => cause.message.includes(words))
    );
  });
}

/**
 * A write was sent and its answer was lost: it is committed, or it is not, and only a look at the rows can tell.
 * `cause` is what broke.
 */
class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super("The connection to the database broke before it answered; the change may have been stored.", {
      cause,
    });
    this.name = "OutcomeUnknown";
  }
}

export function isOutcomeUnknown(error: unknown): boolean {
  return causesOf(error).some((cause) => cause instanceof OutcomeUnknown);
}

/**
 * What a failed statement that commits is to be reported as: OutcomeUnknown, unless the failure proves that nothing was
 * committed, since the server refused it or it was never sent.
 */
export function commitFailure(error: unknown): unknown {
  if (!isDatabaseTrouble(error) || causesOf(error).some(provesNothing)) return error;
  return new OutcomeUnknown(error);
}

/** Runs what follows a commit: when the database fails then, what was committed stays. */
export async function afterCommit<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isDatabaseTrouble(error) ? new OutcomeUnknown(error) : error;
  }
}

function provesNothing(error: Error): boolean {
  const code = codeOf(error);
  if (code !== undefined && (NEVER_SENT.has(code) || REFUSED.test(code))) return true;
  return isConnecting(error) || NEVER_SENT_WORDS.some((words) => error.message.includes(words));
}

const SQLSTATE_TROUBLE = /^(08|53|57|58)[0-9A-Z]{3}$|^55P03$|^25006$/;
/** An SQLSTATE is the server's own answer, but for class 08, which is of the connection; or Prisma found no server. */
const REFUSED = /^(?!08)[0-9][0-9A-Z]{4}$|^P1001$|^P2024$/;
const PRISMA_TROUBLE = /^(P10\d\d|P2024|P2037)$/;
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);
const SOCKET_TROUBLE = new Set([...NEVER_SENT, "ECONNRESET", "ETIMEDOUT", "EPIPE"]);
const NEVER_SENT_WORDS = [
  "timeout exceeded when trying to connect",
  "Connection terminated due to connection timeout",
  "is not queryable",
  "Can't reach database server",
  "the database system is",
];
const LOST_WORDS = ["Query read timeout", "Connection terminated"];

function isConnecting(error: Error): boolean {
  return "syscall" in error && error.syscall === "connect";
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const DEEPEST = 5;

/** The error, and what caused it. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let at = error; types.isNativeError(at) && causes.length < DEEPEST; at = at.cause) causes.push(at);
  return causes;
}
