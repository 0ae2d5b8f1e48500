import { betterAuth } from "better-auth/minimal";
import { createAuthMiddleware } from "better-auth/api";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import {
  PASSWORD_CHARACTERS,
  RESET_MINUTES,
  SESSION_DAYS,
  SESSION_RENEWED_HOURS,
} from "@sendex/core/people/rules";
import { newId } from "@sendex/crypto/token";
import { authRecords } from "@sendex/data/people/auth-records";
import { ADDRESS_HEADER } from "./address-header";
import { cookiePrefix, cookieSecret, isSecure, sessionCookieName } from "./cookies";
import { AUTH_PATH, type AuthOptions, OIDC_PROVIDER, type OidcSettings } from "./options";
import { hashPassword, verifyPassword } from "./passwords";
import { hashRecoveryCode, newRecoveryCodes, storedCodes } from "./recovery-codes";

/** better-auth over our tables. Its file is loaded when someone first signs in: it is most of what this package weighs. */
export interface Library {
  /** Rejects with what was thrown below it, such as a database that is away. */
  handle(request: Request): Promise<Response>;
}

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

const PREFIXES: Record<string, string> = {
  user: "usr",
  session: "ses",
  account: "crd",
  verification: "vrf",
  twoFactor: "tfa",
};

export function openLibrary(options: AuthOptions): Library {
  const { data, clock, publicUrl, pepper, people, oidc } = options;
  const auth = betterAuth({
    appName: "Sendex",
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    secret: cookieSecret(pepper),
    trustedOrigins: [new URL(publicUrl).origin],
    database: prismaAdapter(authRecords(data), { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    // Counted before, in Redis, with all that counts (apps/api/src/people/limits.ts).
    rateLimit: { enabled: false },
    logger: { level: "warn", log: (level, message) => tell(options, level, message) },
    onAPIError: { throw: true, errorURL: `${publicUrl}/sign-in` },
    user: { validateUserInfo: (asked) => validateNew(people, asked) },
    session: { expiresIn: SESSION_DAYS * DAY_S, updateAge: SESSION_RENEWED_HOURS * HOUR_S },
    account: { modelName: "credential" },
    // Only hashes of what is in links and cookies.
    verification: { storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_CHARACTERS.min,
      maxPasswordLength: PASSWORD_CHARACTERS.max,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * MINUTE_S,
      sendResetPassword: ({ user, token }) => people.sendReset(user, token),
      onPasswordReset: ({ user }) => people.passwordReset(user),
    },
    databaseHooks: {
      user: { create: { after: (user) => people.joined(user) } },
      account: {
        create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
        update: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
      },
    },
    hooks: { before: hashTypedCode(pepper) },
    plugins: [recovering(pepper), ...(oidc ? [byIssuer(oidc)] : [])],
    advanced: {
      database: { generateId: ({ model }) => newId(PREFIXES[model] ?? "oth", clock()) },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      ...cookies(publicUrl),
    },
  });
  return { handle: (request) => auth.handler(request) };
}

/** The issuer's tokens are good for nothing here, and are not kept. */
const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

/** The library knows `__Secure-` of itself, and we want `__Host-`. */
function cookies(publicUrl: string) {
  const attributes = { secure: isSecure(publicUrl), httpOnly: true, sameSite: "lax", path: "/" } as const;
  return {
    useSecureCookies: false,
    cookiePrefix: cookiePrefix(publicUrl),
    defaultCookieAttributes: attributes,
    cookies: { session_token: { name: sessionCookieName(publicUrl), attributes } },
  };
}

function recovering(pepper: string) {
  return twoFactor({
    issuer: "Sendex",
    backupCodeOptions: {
      customBackupCodesGenerate: newRecoveryCodes,
      storeBackupCodes: {
        encrypt: async (codes) => JSON.stringify(storedCodes(pepper, JSON.parse(codes) as string[])),
        decrypt: async (stored) => stored,
      },
    },
  });
}

/** What a person typed is compared as it is stored. */
function hashTypedCode(pepper: string) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.path !== "/two-factor/verify-backup-code") return;
    const body = ctx.body as { code: string };
    return { context: { body: { ...body, code: hashRecoveryCode(pepper, body.code) } } };
  });
}

function byIssuer({ issuer, clientId, clientSecret }: OidcSettings) {
  return genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        requireIdTokenVerification: true,
        mapProfileToUser: ({ name, email }) => ({ name: nameOf(name, email), image: undefined }),
      },
    ],
  });
}

function nameOf(name: unknown, email: unknown): string {
  if (typeof name === "string" && name.trim() !== "") return name.trim();
  return typeof email === "string" ? (email.split("@")[0] ?? "") : "";
}

/** Whom the issuer brings: an address that it has not proven is nobody's, and a new one needs leave. */
async function validateNew(
  people: AuthOptions["people"],
  {
    user,
    source: { action },
  }: { user: { email?: string; emailVerified?: boolean }; source: { action: string } },
): Promise<{ error: string } | undefined> {
  if (action === "sign-in") return undefined;
  if (user.email === undefined || user.emailVerified !== true) return { error: "email_not_verified" };
  if (action !== "create-user" || (await people.mayJoin(user.email.toLowerCase()))) return undefined;
  return { error: "not_invited" };
}

/** Its words may quote what it was given: they are for who looks closely. */
function tell({ log }: AuthOptions, level: string, message: string): void {
  if (level === "error") log.warn({ said: message }, "the sign-in library complains");
  else log.debug({ said: message }, "the sign-in library says");
}
