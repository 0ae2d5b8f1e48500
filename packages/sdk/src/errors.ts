import type { FieldError } from "./generated/api";

/** The API refused; `error` is the word to branch on. */
export class SendexApiError extends Error {
  readonly status: number;
  readonly error: string;
  /** Every wrong field; empty where it was not about fields. */
  readonly fields: FieldError[];
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  /** @param body of the answer, parsed; undefined where it was no JSON */
  constructor(status: number, headers: Headers, body: unknown) {
    const said = isRecord(body) ? body : {};
    super(typeof said["message"] === "string" ? said["message"] : `The API answered ${status}.`);
    this.name = "SendexApiError";
    this.status = status;
    this.error = typeof said["error"] === "string" ? said["error"] : "unknown";
    this.fields = Array.isArray(said["errors"]) ? said["errors"].filter(isFieldError) : [];
    this.requestId = headers.get("x-request-id") ?? undefined;
    this.retryAfterSeconds = secondsToWait(headers);
  }
}

/** What an answer's Retry-After asks for. */
export function secondsToWait(headers: Headers): number | undefined {
  const seconds = Number(headers.get("retry-after") ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** No answer came: no connection, a time-out, or an abort. Whether the API did what was asked is not known. */
export class SendexConnectionError extends Error {
  constructor(message: string, options: ErrorOptions) {
    super(message, options);
    this.name = "SendexConnectionError";
  }
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && ["field", "code", "message"].every((key) => typeof value[key] === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
