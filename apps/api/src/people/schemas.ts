import { MAX_ADDRESS_CHARACTERS, parseAddress } from "@sendex/core/accepting/address";
import { ROLES } from "@sendex/core/people/roles";
import { MAX_NAME_CHARACTERS, PASSWORD_CHARACTERS, SIGN_UP_MODES } from "@sendex/core/people/rules";
import Joi from "joi";
import { meaning } from "../http/list-query";
import { deleted, listOf, shown, time, words } from "../http/openapi/responses";

/** What people send, and are answered. */

export const emailAddress = meaning(
  (text) => parseAddress(text.trim()),
  "address.base",
  Joi.string().max(MAX_ADDRESS_CHARACTERS),
).example("ada@acme.example");
const name = Joi.string()
  .min(1)
  .max(MAX_NAME_CHARACTERS)
  .pattern(/^\P{Cc}*$/u, { name: "text without control characters" })
  .example("Ada Lovelace");
const password = Joi.string()
  .min(PASSWORD_CHARACTERS.min)
  .max(PASSWORD_CHARACTERS.max)
  .example("correct horse battery");
const role = Joi.valid(...ROLES);
const token = Joi.string().max(200).required().description("Of the link.");

export const invitationSchema = Joi.object<{ email: string; role: (typeof ROLES)[number] }>({
  email: emailAddress.required(),
  role: role.required(),
});

export const memberChangeSchema = Joi.object<{ role: (typeof ROLES)[number] }>({ role: role.required() });

export const acceptSchema = Joi.object<{ token: string; name: string; password: string }>({
  token,
  name: name.description("Of a new user; not needed where the address has one."),
  password: password.description("Of a new user; not needed where the address has one."),
});

export const signUpSchema = Joi.object<{
  email: string;
  password: string;
  name: string;
  account_name: string;
}>({
  email: emailAddress.required(),
  password: password.required(),
  name: name.required(),
  account_name: name.required().example("Acme"),
});

export const confirmSchema = Joi.object<{ token: string }>({ token });

export const profileSchema = Joi.object<{ name: string }>({ name: name.required() });

export const signInMethods = shown({
  object: Joi.valid("sign_in_methods"),
  password: Joi.boolean(),
  sign_up: Joi.valid(...SIGN_UP_MODES).description("Who may become a user."),
  oidc: shown({ name: words }).allow(null).description("`Sign in with <name>`."),
}).meta({ name: "SignInMethods" });

export const sessionResponse = shown({
  object: Joi.valid("session"),
  id: Joi.string(),
  csrf_token: Joi.string().description("Goes into `X-Sendex-CSRF` of every write."),
  expires_at: time,
  user: shown({
    id: Joi.string(),
    email: words,
    name: words,
    operator: Joi.boolean().description("Whether she sees and decides what operators do."),
    two_factor_enabled: Joi.boolean(),
  }),
  accounts: Joi.array().items(
    shown({
      id: Joi.string(),
      name: words.description("Its owner's address where it has none."),
      role,
      standing: Joi.valid("active", "suspended"),
    }),
  ),
  sign_in: signInMethods,
}).meta({ name: "Session" });

export const sessionListResponse = listOf(
  shown({
    object: Joi.valid("listed_session"),
    id: Joi.string(),
    current: Joi.boolean().description("Whether this request is by it."),
    ip_address: words.allow(null).description("From where it was begun."),
    user_agent: words.allow(null),
    created_at: time,
    last_used_at: time.description("To a day."),
    expires_at: time,
  }).meta({ name: "ListedSession" }),
);

export const sessionGoneResponse = deleted("listed_session");

export const memberResponse = shown({
  object: Joi.valid("member"),
  id: Joi.string().description("The user's."),
  email: words,
  name: words,
  role,
  two_factor_enabled: Joi.boolean(),
  created_at: time,
}).meta({ name: "Member" });
export const memberListResponse = listOf(memberResponse);
export const memberGoneResponse = deleted("member");

export const invitationResponse = shown({
  object: Joi.valid("invitation"),
  id: Joi.string(),
  email: words,
  role,
  status: Joi.valid("pending", "expired"),
  invited_by: Joi.string().allow(null).description("A user; null: an operator."),
  created_at: time,
  expires_at: time,
}).meta({ name: "Invitation" });
export const invitationListResponse = listOf(invitationResponse);
export const invitationGoneResponse = deleted("invitation");

export const acceptedResponse = shown({
  object: Joi.valid("membership"),
  account_id: Joi.string(),
  email: words.description("What to sign in with."),
  role,
});

export const signUpResponse = shown({
  object: Joi.valid("sign_up"),
  status: Joi.valid("check_mail").description("Whether or not the address has a user."),
});

export const signedUpResponse = shown({
  object: Joi.valid("signed_up"),
  account_id: Joi.string(),
  email: words,
});

const auditEntryResponse = shown({
  object: Joi.valid("audit_entry"),
  id: Joi.string(),
  at: time,
  actor: words.description("`user:<address>`, `operator:<name>`, `cli:<login>`."),
  act: Joi.string().description(
    "An operation's id, `templates.publish`, or an operator's act, `account.suspend`.",
  ),
  subject_id: Joi.string().allow(null).description("What it was done to, where that is not the account."),
  detail: Joi.object().unknown().description("Never content."),
}).meta({ name: "AuditEntry" });
export const auditLogResponse = listOf(auditEntryResponse);
