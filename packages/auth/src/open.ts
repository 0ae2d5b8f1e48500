import { createHmac } from "node:crypto";
import { deriveKey } from "@sendex/crypto/derive";
import { sameBytes } from "@sendex/crypto/token";
import { cookieSecret, hasCookie, readSignedCookie, sessionCookieName } from "./cookies";
import type { Library } from "./library";
import type { AuthOptions } from "./options";

/** How people sign in. What every request of a session needs is here, and quick; the library is loaded when it is asked. */
export interface Auth {
  /** Whether a request brings a session's cookie, good or not. */
  bringsSession(cookies: string | undefined): boolean;
  /** The token of the session whose cookie is signed by us. Whether it has ended the database knows. */
  sessionToken(cookies: string | undefined): string | undefined;
  /** What a write by this session must bring beside its cookie. */
  csrfToken(sessionId: string): string;
  isCsrfToken(sessionId: string, given: string): boolean;
  /** Signs in and out, and all that stands under /api/auth. */
  handle(request: Request): Promise<Response>;
}

export function openAuth(options: AuthOptions): Auth {
  const name = sessionCookieName(options.publicUrl);
  const secret = cookieSecret(options.pepper);
  const csrfKey = deriveKey(options.pepper, "auth:csrf");
  const csrfToken = (sessionId: string): string =>
    createHmac("sha256", csrfKey).update(sessionId).digest("base64url");
  let library: Promise<Library> | undefined;
  return {
    bringsSession: (cookies) => hasCookie(cookies, name),
    sessionToken: (cookies) => readSignedCookie(cookies, name, secret),
    csrfToken,
    isCsrfToken: (sessionId, given) => sameBytes(Buffer.from(csrfToken(sessionId)), Buffer.from(given)),
    async handle(request) {
      library ??= import("@sendex/auth/library").then(({ openLibrary }) => openLibrary(options));
      return (await library).handle(request);
    },
  };
}
