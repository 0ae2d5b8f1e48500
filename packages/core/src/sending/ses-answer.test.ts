import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { classifySesError, SES_RULES } from "./ses-answer";

const PAUSED = { kind: "paused", quota: false };
const RETRY = { kind: "retry", alert: false };

/** Name, text, what must come of it. Each is tried as it stands and under its other naming. */
const CASES: [string, string, object][] = [
  ["Throttling", "Maximum sending rate exceeded.", { kind: "throttled" }],
  ["TooManyRequestsException", "Maximum sending rate exceeded.", { kind: "throttled" }],
  ["TooManyRequestsException", "Too many requests", { kind: "throttled" }],
  ["Throttling", "Rate exceeded", { kind: "throttled" }],
  ["RequestThrottled", "slow down", { kind: "throttled" }],
  ["Throttling", "Daily message quota exceeded.", { kind: "paused", quota: true }],
  ["TooManyRequestsException", "Daily message quota exceeded", { kind: "paused", quota: true }],
  ["LimitExceededException", "Daily sending quota exceeded.", { kind: "paused", quota: true }],
  ["MessageRejected", "Address blacklisted.", { kind: "rejected" }],
  ["InvalidParameterValue", "Missing final '@domain'", { kind: "rejected" }],
  ["BadRequestException", "Invalid raw message", { kind: "rejected" }],
  ["MailFromDomainNotVerifiedException", "no MX", { kind: "unverified" }],
  ["FromEmailAddressNotVerified", "a@b.test", { kind: "unverified" }],
  [
    "MessageRejected",
    "Email address is not verified. The following identities failed the check in region EU-WEST-1: a@b.test",
    { kind: "unverified" },
  ],
  ["ConfigurationSetDoesNotExist", "Configuration set <x> does not exist.", PAUSED],
  ["NotFoundException", "Configuration set <x> does not exist.", PAUSED],
  ["BadRequestException", "Configuration set x not found", PAUSED],
  ["ConfigurationSetSendingPausedException", "paused", PAUSED],
  ["AccountSendingPausedException", "paused", PAUSED],
  ["SendingPausedException", "paused", PAUSED],
  ["AccountSuspendedException", "suspended", PAUSED],
  ["InvalidClientTokenId", "The security token included in the request is invalid.", PAUSED],
  ["UnrecognizedClientException", "invalid token", PAUSED],
  ["SignatureDoesNotMatch", "signature", PAUSED],
  ["InvalidSignatureException", "signature", PAUSED],
  ["IncompleteSignature", "signature", PAUSED],
  ["MissingAuthenticationToken", "token", PAUSED],
  ["AccessDenied", "User is not authorized to perform ses:SendRawEmail", PAUSED],
  ["NotAuthorized", "no", PAUSED],
  ["OptInRequired", "no", PAUSED],
  ["ExpiredTokenException", "expired", PAUSED],
  ["RequestExpired", "expired", PAUSED],
  ["LimitExceeded", "There are too many instances of the resource.", { kind: "retry", alert: true }],
  ["InternalFailure", "oops", RETRY],
  ["ServiceUnavailable", "oops", RETRY],
  ["InternalServiceErrorException", "oops", RETRY],
  ["NotFoundException", "Something else is gone", RETRY],
  ["ConflictException", "busy", RETRY],
  ["SomethingNew", "who knows", RETRY],
];

const namings = (name: string): string[] => {
  const bare = name.replace(/Exception$/, "");
  return [bare, `${bare}Exception`, `com.amazonaws.sesv2#${name}`];
};

describe("classifySesError", () => {
  test.each(CASES.flatMap(([name, message, want]) => namings(name).map((n) => [n, message, want] as const)))(
    "%s, %s",
    (name, message, want) => {
      expect(classifySesError({ name, message })).toEqual({ ...want, code: name, detail: message });
    },
  );

  test("every name of the table is among the cases", () => {
    const tried = new Set(CASES.flatMap(([name]) => namings(name)));
    expect(SES_RULES.flatMap((rule) => rule.names).filter((name) => !tried.has(name))).toEqual([]);
  });

  test("a parsed answer of a name that no rule has goes to the ladder, whatever its status", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z]{0,20}$/),
        fc.string(),
        fc.integer({ min: 300, max: 599 }),
        (word, message, httpStatus) => {
          const answer = classifySesError({ name: `Unheard${word}`, message, httpStatus });
          expect(answer).toMatchObject({ kind: "retry", alert: false });
        },
      ),
    );
  });

  test("the detail tells the status where there is one", () => {
    expect(classifySesError({ name: "X", message: "busy", httpStatus: 503 })).toMatchObject({
      detail: "busy (HTTP 503)",
    });
  });
});
