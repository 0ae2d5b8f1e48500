import type { SecurityChange } from "@sendex/core/people/mails";
import { AUTH_PATH, OIDC_PROVIDER } from "@sendex/auth/options";
import { findSession, type UserRow } from "@sendex/data/people/sessions";
import { afterCommit } from "@sendex/data/database/trouble";
import { tellChange } from "@sendex/pipeline/people/security";
import type { Request, Response } from "express";
import type { Edge, PublicRoute } from "../http/endpoint";
import { countGuest } from "../http/identify";
import type { Reply } from "../http/reply";
import { refuseOtherOrigin } from "../http/session/read";
import { readFields } from "../http/shape";
import { ask, readSmallJson } from "./ask-library";
import { AUTH_BODIES, type AuthAct, MEANT } from "./auth-schemas";
import { limitTries, mayMail } from "./limits";
import { inSameTime } from "./same-time";

/** `/api/auth/…`: signing in and out, second factors and passwords, by the library. docs/people.md describes them. */
export const authRoutes: PublicRoute[] = [
  ...(Object.keys(AUTH_BODIES) as AuthAct[]).map((act): PublicRoute => ({
    surface: "public",
    path: `${AUTH_PATH}/${act}`,
    endpoints: { POST: { run: (...given) => run(act, ...given) } },
  })),
  {
    surface: "public",
    path: `${AUTH_PATH}/callback/${OIDC_PROVIDER}`,
    endpoints: { GET: { run: comeBack } },
  },
];

async function run(act: AuthAct, edge: Edge, request: Request, response: Response): Promise<Reply> {
  const { context } = edge;
  const address = await countGuest(context, request);
  refuseOtherOrigin(edge, request);
  const fields: Record<string, unknown> = readFields(
    AUTH_BODIES[act],
    await readSmallJson(edge, request, response),
  );
  const email = typeof fields["email"] === "string" ? fields["email"] : "";
  const body = { ...MEANT[act], ...fields };
  const go = () => ask(edge, request, response, { path: act, body });
  switch (act) {
    case "sign-out":
    case "sign-in/social":
      return go();
    case "sign-in/email":
      await limitTries(context, address, email);
      // Who gets in need not wait.
      return inSameTime(go, { always: false });
    case "request-password-reset": {
      const mails = await mayMail(context, address, email);
      return inSameTime(mails ? go : async () => MAILED, { always: true });
    }
    default:
      await limitTries(context, address);
      return withNews(edge, request, act, go);
  }
}

/** As the library answers, whether or not there is such a user. */
const MAILED: Reply = {
  status: 200,
  body: {
    status: true,
    message: "If this email exists in our system, check your email for the reset link",
  },
};

/** The answer of the issuer, by which the browser comes back. */
async function comeBack(edge: Edge, request: Request, response: Response): Promise<Reply> {
  await countGuest(edge.context, request);
  const at = request.url.indexOf("?");
  return ask(edge, request, response, {
    path: `callback/${OIDC_PROVIDER}${at < 0 ? "" : request.url.slice(at)}`,
  });
}

/** Acts that change what protects a user. */
const CHANGES: Partial<Record<AuthAct, SecurityChange>> = {
  "change-password": "password.change",
  "two-factor/disable": "two_factor.disable",
  "two-factor/generate-backup-codes": "recovery_codes.generate",
};

/** Tells the user, and the audit log, what was changed. Whose it was is read before: some of these end the session. */
async function withNews(
  edge: Edge,
  request: Request,
  act: AuthAct,
  go: () => Promise<Reply>,
): Promise<Reply> {
  const user = await userOf(edge, request);
  const reply = await go();
  const enables = act === "two-factor/verify-totp" && user?.twoFactorEnabled === false;
  const change = enables ? "two_factor.enable" : CHANGES[act];
  if (user && change) await afterCommit(() => tellChange(edge.context, user, change));
  return reply;
}

async function userOf({ auth, context }: Edge, request: Request): Promise<UserRow | undefined> {
  const token = auth.sessionToken(request.headers.cookie);
  if (token === undefined) return undefined;
  const found = await findSession(context.data, { token, accountId: null, now: context.clock() });
  return found?.session.user;
}
