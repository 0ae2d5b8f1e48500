import { PASSWORD_CHARACTERS } from "@sendex/core/people/rules";
import Joi from "joi";
import { emailAddress } from "./schemas";

/** What the library is given: these fields and no others. */

/** One that was set before may be short; it is compared, not judged. */
const typedPassword = Joi.string().max(PASSWORD_CHARACTERS.max).required();
const newPassword = Joi.string().min(PASSWORD_CHARACTERS.min).max(PASSWORD_CHARACTERS.max).required();
const code = Joi.string().max(80).required();
/** A page of ours. */
const page = Joi.string()
  .max(200)
  .pattern(/^\/(?![/\\])[\x21-\x7e]*$/, { name: "a path" });

export const AUTH_BODIES = {
  "sign-in/email": Joi.object({
    email: emailAddress.required(),
    password: typedPassword,
    rememberMe: Joi.boolean(),
  }),
  "sign-in/social": Joi.object({
    provider: Joi.valid("oidc").required(),
    callbackURL: page,
    errorCallbackURL: page,
  }),
  "sign-out": Joi.object({}),
  "request-password-reset": Joi.object({ email: emailAddress.required() }),
  "reset-password": Joi.object({ token: Joi.string().max(200).required(), newPassword }),
  "change-password": Joi.object({ currentPassword: typedPassword, newPassword }),
  "two-factor/enable": Joi.object({ password: typedPassword }),
  "two-factor/verify-totp": Joi.object({ code }),
  "two-factor/verify-backup-code": Joi.object({ code }),
  "two-factor/disable": Joi.object({ password: typedPassword }),
  "two-factor/generate-backup-codes": Joi.object({ password: typedPassword }),
} satisfies Record<string, Joi.ObjectSchema<Record<string, unknown>>>;

export type AuthAct = keyof typeof AUTH_BODIES;

/** What is meant where a body does not say, or cannot. */
export const MEANT: Partial<Record<AuthAct, object>> = {
  "sign-in/social": { callbackURL: "/", errorCallbackURL: "/sign-in", disableRedirect: true },
  "change-password": { revokeOtherSessions: true },
  "two-factor/enable": { method: "totp" },
};
