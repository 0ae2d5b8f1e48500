import { acceptInvitation } from "@sendex/pipeline/people/accept-invitation";
import { confirmSignUp, signUp } from "@sendex/pipeline/people/sign-up";
import type { Context } from "@sendex/pipeline/context";
import type { GuestExchange, GuestRoute } from "../http/endpoint";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { limitTries, mayMail } from "./limits";
import { inSameTime } from "./same-time";
import {
  acceptedResponse,
  acceptSchema,
  confirmSchema,
  signedUpResponse,
  signInMethods,
  signUpResponse,
  signUpSchema,
} from "./schemas";

/** For who is not signed in yet. */
export const guestRoutes: GuestRoute[] = [
  {
    surface: "guest",
    path: "/api/v1/sign-in-methods",
    endpoints: {
      GET: {
        run: async ({ context }) => ({ status: 200, body: methodsOf(context) }),
        doc: {
          id: "signInMethods.get",
          summary: "How people sign in here",
          responses: { 200: signInMethods },
        },
      },
    },
  },
  {
    surface: "guest",
    path: "/api/v1/sign-up",
    endpoints: {
      POST: {
        body: "json",
        run: askForAccount,
        doc: {
          id: "signUp.create",
          summary: "Ask for a user and an account, made once the address is confirmed by mail",
          body: signUpSchema,
          responses: { 202: signUpResponse },
          errors: ["forbidden"],
        },
      },
    },
  },
  {
    surface: "guest",
    path: "/api/v1/sign-up/confirm",
    endpoints: {
      POST: {
        body: "json",
        run: confirm,
        doc: {
          id: "signUp.confirm",
          summary: "Confirm an address by the token of its link",
          body: confirmSchema,
          responses: { 201: signedUpResponse },
          errors: ["unprocessable_entity"],
        },
      },
    },
  },
  {
    surface: "guest",
    path: "/api/v1/invitations/accept",
    endpoints: {
      POST: {
        body: "json",
        run: accept,
        doc: {
          id: "invitations.accept",
          summary: "Accept an invitation by the token of its link; a new user gives a name and a password",
          body: acceptSchema,
          responses: { 200: acceptedResponse },
          errors: ["not_found", "unprocessable_entity"],
        },
      },
    },
  },
];

export function methodsOf({ settings: { signUp: mode, oidc } }: Context) {
  return {
    object: "sign_in_methods",
    password: true,
    sign_up: mode,
    oidc: oidc ? { name: oidc.name } : null,
  };
}

async function askForAccount({ context, caller: address, parsed }: GuestExchange): Promise<Reply> {
  const { email = "", password = "", name = "", account_name = "" } = readFields(signUpSchema, parsed.body);
  const mails = await mayMail(context, address, email);
  const asked = { email, password, name, accountName: account_name };
  await inSameTime(async () => (mails ? signUp(context, asked) : undefined), { always: true });
  return { status: 202, body: { object: "sign_up", status: "check_mail" } };
}

async function confirm({ context, caller: address, parsed }: GuestExchange): Promise<Reply> {
  const { token = "" } = readFields(confirmSchema, parsed.body);
  await limitTries(context, address);
  const { accountId, email } = await confirmSignUp(context, token);
  return { status: 201, body: { object: "signed_up", account_id: accountId, email } };
}

async function accept({ context, caller: address, parsed }: GuestExchange): Promise<Reply> {
  const { token = "", name, password } = readFields(acceptSchema, parsed.body);
  await limitTries(context, address);
  const given = { token, ...(name !== undefined && { name }), ...(password !== undefined && { password }) };
  const { accountId, email, role } = await acceptInvitation(context, given);
  return { status: 200, body: { object: "membership", account_id: accountId, email, role } };
}
