import type { Clock, Log } from "@sendex/core/ports";
import type { Data } from "@sendex/data/database/open";

export interface AuthOptions {
  data: Data;
  clock: Clock;
  log: Log;
  /** KEY_PEPPER: all that signs and hashes here is derived from it. */
  pepper: string;
  /** Scheme, host and port that browsers see. */
  publicUrl: string;
  oidc?: OidcSettings;
  people: PeopleEvents;
}

/** An OIDC issuer that people may sign in by. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** On the button. */
  name: string;
}

interface AuthUser {
  id: string;
  email: string;
}

/** What the service does about what happens here. */
export interface PeopleEvents {
  /** Mails the link that lets this user set a new password. */
  sendReset(user: AuthUser, token: string): Promise<void>;
  /** After it, with every session ended. */
  passwordReset(user: AuthUser): Promise<void>;
  /** Whether whoever the issuer knows by this proven address may become a user. */
  mayJoin(email: string): Promise<boolean>;
  /** A user was made of it. */
  joined(user: AuthUser): Promise<void>;
}

/** As the issuer's credentials are named, in the database and in its redirect URI. */
export const OIDC_PROVIDER = "oidc";
export const AUTH_PATH = "/api/auth";
