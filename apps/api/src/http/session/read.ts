import { SendexError } from "@sendex/core/error";
import type { Mode } from "@sendex/core/accepting/message";
import type { Tenant } from "@sendex/data/access/api-keys";
import { authenticatePerson, type SignedIn, tenantOf } from "@sendex/pipeline/people/authenticate";
import type { Request } from "express";
import type { Edge } from "../endpoint";

/**
 * A person's request: by a cookie that her browser sends unasked, so that a write must also show that it comes from our own
 * page. Source: OWASP Cross-Site Request Forgery Prevention Cheat Sheet.
 */

const ACCOUNT = "x-sendex-account";
const MODE = "x-sendex-mode";
const CSRF = "x-sendex-csrf";
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request is a person's: it brings a session's cookie and no key. */
export function isBySession({ auth }: Edge, { headers }: Request): boolean {
  return headers.authorization === undefined && auth.bringsSession(headers.cookie);
}

/** Who is signed in. @throws SendexError unauthorized, forbidden */
export async function readPerson(edge: Edge, request: Request, accountId?: string): Promise<SignedIn> {
  const { context, auth } = edge;
  const token =
    request.headers.authorization === undefined ? auth.sessionToken(request.headers.cookie) : undefined;
  const signedIn = await authenticatePerson(context, token, accountId);
  if (isWrite(request)) {
    refuseOtherOrigin(edge, request);
    if (!auth.isCsrfToken(signedIn.session.id, request.get(CSRF) ?? ""))
      throw new SendexError(
        "forbidden",
        "X-Sendex-CSRF must be the session's token: GET /api/v1/session has it.",
        {
          name: "invalid_csrf_token",
        },
      );
  }
  return signedIn;
}

/** The caller as a member of the account that she names. @throws SendexError unauthorized, forbidden, bad_request */
export async function readMember(edge: Edge, request: Request): Promise<Tenant> {
  const accountId = request.get(ACCOUNT);
  const signedIn = await readPerson(edge, request, accountId);
  if (accountId === undefined)
    throw new SendexError("bad_request", "X-Sendex-Account must name one of your accounts.");
  return tenantOf(signedIn, modeOf(request.get(MODE)));
}

export function isWrite({ method }: Request): boolean {
  return !SAFE.has(method);
}

/** @throws SendexError forbidden, for what no page of ours has sent */
export function refuseOtherOrigin({ context }: Edge, request: Request): void {
  const { publicUrl } = context.settings;
  if (request.headers.origin === publicUrl) return;
  throw new SendexError("forbidden", `This is only taken from pages of ${publicUrl} (PUBLIC_URL).`, {
    name: "invalid_origin",
  });
}

function modeOf(given: string | undefined): Mode {
  if (given === undefined || given === "live" || given === "test") return given ?? "live";
  throw new SendexError("bad_request", "X-Sendex-Mode must be live or test.");
}
