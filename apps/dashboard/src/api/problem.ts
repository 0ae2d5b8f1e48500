/** One wrong field of a request, as the API names it. */
export interface WrongField {
  field: string;
  code: string;
  message: string;
}

/** The API refused, or could not be reached (`status` 0). `error` is the word to branch on, `message` is for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    message: string,
    readonly fields: WrongField[] = [],
    /** For whoever asks us about it: the answer's `X-Request-Id`. */
    readonly requestId?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = "Problem";
  }
}

/** Whether it is worth asking again without having changed anything. */
export function mayPass({ status }: Problem): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** @param body of a refusal, parsed; anything where it was no JSON */
export function problemOf({ status, headers }: Response, body: unknown): Problem {
  const said = isRecord(body) ? body : {};
  const wait = Number(headers.get("retry-after") ?? NaN);
  return new Problem(
    status,
    textIn(said, "error") ?? textIn(said, "code") ?? "unknown",
    textIn(said, "message") ?? `The server answered ${status}.`,
    Array.isArray(said["errors"]) ? said["errors"].filter(isWrongField) : [],
    headers.get("x-request-id") ?? undefined,
    Number.isFinite(wait) ? wait : undefined,
  );
}

/** What a `catch` holds, as a Problem; what is none of the API's is a failure of the connection. */
export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  return new Problem(0, "unreachable", failure instanceof Error ? failure.message : String(failure));
}

function textIn(record: Record<string, unknown>, key: string): string | undefined {
  const value = record[key];
  return typeof value === "string" ? value : undefined;
}

function isWrongField(value: unknown): value is WrongField {
  return isRecord(value) && ["field", "code", "message"].every((key) => typeof value[key] === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
