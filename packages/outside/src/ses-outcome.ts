import type { SesAnswer } from "@sendex/core/ports";
import { classifySesError } from "@sendex/core/sending/ses-answer";
import type { AwsAnswer, AwsCall } from "./aws-transport";

/** SES said yes; without an id it is not known to which mail. */
export function answerOf(messageId: string | undefined): SesAnswer {
  if (messageId) return { kind: "sent", sesMessageId: messageId };
  return { kind: "unknown", code: "NoMessageId", detail: "SES answered without a message id" };
}

/**
 * What a failed call means. An error that SES named is known, whatever its status; without one it depends on whether
 * the request may have left. Source: docs/reliability.md "SES answers".
 */
export function refusalOf(error: unknown, call: AwsCall): SesAnswer {
  const { name, message } = describe(error);
  if (!call.sent) return notSent(error, name, message);
  if (!call.answer) return { kind: "unknown", code: codeOf(error) ?? "NoAnswer", detail: message };
  if (namesAnError(error, call.answer)) {
    return classifySesError({ name, message, httpStatus: call.answer.statusCode });
  }
  const detail = `SES answered HTTP ${call.answer.statusCode} with something unreadable`;
  return { kind: "unknown", code: "UnreadableAnswer", detail };
}

/** Without credentials nothing can be sent at all: that is the account's trouble, not this mail's. */
function notSent(error: unknown, name: string, message: string): SesAnswer {
  if (name === "CredentialsProviderError") {
    return { kind: "paused", code: name, detail: message, quota: false };
  }
  return { kind: "retry", code: codeOf(error) ?? "NotSent", detail: message, alert: false };
}

/**
 * True where the wire itself carried an error's name. The SDK invents one where there is none ("Unknown", "NotFound"),
 * which would make a proxy's page look like an answer of SES.
 */
function namesAnError(error: unknown, answer: AwsAnswer): boolean {
  if (answer.statusCode < 300) return false;
  if (answer.headers["x-amzn-errortype"]) return true;
  const { Error: query } = error as { Error?: { Code?: unknown } };
  return typeof query?.Code === "string" || jsonNamesAnError(answer.body);
}

function jsonNamesAnError(body: Uint8Array): boolean {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    if (typeof parsed !== "object" || parsed === null) return false;
    const { __type, code } = parsed as { __type?: unknown; code?: unknown };
    return typeof __type === "string" || typeof code === "string";
  } catch {
    return false;
  }
}

function describe(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  return { name: error.name, message: error.message || (codeOf(error) ?? error.name) };
}

function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}
