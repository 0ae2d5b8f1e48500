import type { SesAnswer } from "../ports";

/** An error of SES that could be read. An unreadable answer is never one of these. */
export interface SesError {
  /** As on the wire (`LimitExceeded`) or as the SDK's class (`LimitExceededException`). */
  name: string;
  message: string;
  httpStatus?: number;
}

type Outcome =
  | { kind: "throttled" | "rejected" | "unverified" }
  | { kind: "paused"; quota: boolean }
  | { kind: "retry"; alert: boolean };

interface Rule {
  names: readonly string[];
  /** The rule holds only where the error's text says this. */
  says?: RegExp;
  outcome: Outcome;
}

const THROTTLES = ["Throttling", "ThrottlingException", "TooManyRequestsException", "RequestThrottled"];
const REFUSALS = ["MessageRejected", "InvalidParameterValue", "BadRequestException"];

/**
 * First match answers. Names of SES v1, v2 and the common AWS errors; both namings of one error are one entry, since a
 * trailing `Exception` is not compared. Sources: docs/reliability.md "SES answers"; the SES API v1 and v2 references, "Common
 * errors" and `SendRawEmail` / `SendEmail`.
 */
export const SES_RULES: readonly Rule[] = [
  {
    names: [...THROTTLES, "LimitExceeded"],
    says: /daily (message|sending) quota/i,
    outcome: { kind: "paused", quota: true },
  },
  { names: THROTTLES, outcome: { kind: "throttled" } },
  {
    names: ["MailFromDomainNotVerifiedException", "FromEmailAddressNotVerified"],
    outcome: { kind: "unverified" },
  },
  { names: REFUSALS, says: /\bnot verified\b/i, outcome: { kind: "unverified" } },
  {
    names: [
      "AccountSendingPausedException",
      "ConfigurationSetSendingPausedException",
      "SendingPausedException",
      "AccountSuspendedException",
      "ConfigurationSetDoesNotExist",
    ],
    outcome: { kind: "paused", quota: false },
  },
  {
    names: ["NotFoundException", "BadRequestException"],
    says: /configuration set\b.*\b(not exist|not found)/i,
    outcome: { kind: "paused", quota: false },
  },
  {
    names: [
      "InvalidClientTokenId",
      "UnrecognizedClientException",
      "SignatureDoesNotMatch",
      "InvalidSignatureException",
      "IncompleteSignature",
      "MissingAuthenticationToken",
      "AccessDenied",
      "NotAuthorized",
      "OptInRequired",
      "ExpiredToken",
      "RequestExpired",
    ],
    outcome: { kind: "paused", quota: false },
  },
  { names: REFUSALS, outcome: { kind: "rejected" } },
  { names: ["LimitExceeded"], outcome: { kind: "retry", alert: true } },
];

/** What to do about an error that SES answered. Whatever no rule names may work later: the ladder. */
export function classifySesError(error: SesError): SesAnswer {
  const name = bareName(error.name);
  const rule = SES_RULES.find(
    ({ names, says }) =>
      names.some((known) => bareName(known) === name) && (says?.test(error.message) ?? true),
  );
  const outcome: Outcome = rule?.outcome ?? { kind: "retry", alert: false };
  return { ...outcome, code: error.name, detail: detailOf(error) };
}

/** `com.amazonaws.sesv2#NotFoundException` → `NotFound`. */
function bareName(name: string): string {
  return name.slice(name.lastIndexOf("#") + 1).replace(/Exception$/, "");
}

function detailOf({ message, httpStatus }: SesError): string {
  return httpStatus === undefined ? message : `${message} (HTTP ${httpStatus})`;
}
