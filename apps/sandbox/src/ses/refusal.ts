/**
 * An error as the SES v1 Query API puts it on the wire.
 * https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** Known errors by the name a fault asks for: code on the v1 wire, HTTP status, AWS's own words. */
const NAMED: Record<string, [code: string, status: number, message: string]> = {
  Throttling: ["Throttling", 400, "Maximum sending rate exceeded."],
  DailyQuota: ["Throttling", 400, "Daily message quota exceeded."],
  ServiceUnavailable: ["ServiceUnavailable", 503, "Service is unavailable, try again later."],
  InternalFailure: ["InternalFailure", 500, "An internal failure occurred."],
  MessageRejected: ["MessageRejected", 400, "Email message rejected."],
  InvalidParameterValue: ["InvalidParameterValue", 400, "The value of a parameter is not valid."],
  AccountSendingPausedException: [
    "AccountSendingPausedException",
    400,
    "Email sending is disabled for the account.",
  ],
  ConfigurationSetSendingPausedException: [
    "ConfigurationSetSendingPausedException",
    400,
    "Email sending is disabled for the configuration set.",
  ],
  ConfigurationSetDoesNotExist: ["ConfigurationSetDoesNotExist", 400, "Configuration set does not exist."],
  MailFromDomainNotVerifiedException: [
    "MailFromDomainNotVerifiedException",
    400,
    "The MAIL FROM domain is not verified.",
  ],
  LimitExceeded: ["LimitExceeded", 400, "A resource limit was exceeded."],
  InvalidClientTokenId: [
    "InvalidClientTokenId",
    403,
    "The security token included in the request is invalid.",
  ],
  SignatureDoesNotMatch: [
    "SignatureDoesNotMatch",
    403,
    "The request signature we calculated does not match the signature you provided.",
  ],
  AccessDenied: ["AccessDenied", 403, "The caller is not authorized to perform this operation."],
  RequestExpired: ["RequestExpired", 400, "Request has expired."],
  MissingAuthenticationToken: ["MissingAuthenticationToken", 403, "Missing Authentication Token"],
};

/** The refusal of this name; an unknown name is sent as it is, with 400. */
export function namedRefusal(name: string): Refusal {
  const [code, status, message] = NAMED[name] ?? [name, 400, `${name}.`];
  return new Refusal(code, message, status);
}

/** The v2 names of the v1 codes. https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
const V2_NAMES: Record<string, [type: string, status: number]> = {
  Throttling: ["TooManyRequestsException", 429],
  InvalidParameterValue: ["BadRequestException", 400],
  AccountSendingPausedException: ["SendingPausedException", 400],
  ConfigurationSetSendingPausedException: ["SendingPausedException", 400],
  ConfigurationSetDoesNotExist: ["NotFoundException", 404],
  LimitExceeded: ["LimitExceededException", 400],
  InvalidClientTokenId: ["UnrecognizedClientException", 403],
  SignatureDoesNotMatch: ["InvalidSignatureException", 403],
  AccessDenied: ["AccessDeniedException", 403],
  MissingAuthenticationToken: ["MissingAuthenticationTokenException", 403],
};

/** How SES v2 names the same trouble, and the HTTP status it has there. */
export function v2Name(refusal: Refusal): { type: string; status: number } {
  const [type, status] = V2_NAMES[refusal.code] ?? [refusal.code, refusal.status];
  return { type, status };
}
