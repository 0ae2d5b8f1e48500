import { MAX_ADDRESS_CHARACTERS } from "@sendex/core/accepting/address";
import { MODES } from "@sendex/core/accepting/message";
import { BRAND_COLOR, MAX_BRAND_NAME_CHARACTERS, MAX_LOGO_CHARACTERS } from "@sendex/core/audiences/brand";
import { MAX_APPEAL_CHARACTERS, SUSPENSION_CAUSES } from "@sendex/core/reputation/standing";
import { isTimeZone } from "@sendex/core/accepting/time-zone";
import Joi from "joi";
import { meaning } from "../http/list-query";
import { listOf, shown, time, timeOrNull, words } from "../http/openapi/responses";
import { type Language, LANGUAGE_CODES } from "../audiences/public/languages";
import { prose } from "../accepting/schemas";

export const timeZone = meaning((text) => (isTimeZone(text) ? text : undefined), "zone.base")
  .example("Europe/Berlin")
  .description("IANA name: in which `scheduled_at` in plain words is meant.");

const NO_CONTROLS = /^\P{Cc}*$/u;

interface BrandFields {
  name: string | null;
  color: string | null;
  logo: string | null;
}

const brandFields = {
  name: Joi.string()
    .max(MAX_BRAND_NAME_CHARACTERS)
    .pattern(NO_CONTROLS, { name: "text without control characters" })
    .allow("", null)
    .description("Null: the account's name."),
  color: Joi.string()
    .pattern(BRAND_COLOR, { name: "a colour like #2f5bd3" })
    .allow(null)
    .description("`#rrggbb`; text on it is black or white, whichever can be read. Null: ours."),
  logo: Joi.string()
    .max(MAX_LOGO_CHARACTERS)
    .allow(null)
    .description("A PNG, JPEG, WebP or GIF of at most 256 KB, in base64. Null takes it away."),
};

/** `POST /account/brand/preview` */
export const brandPreviewSchema = Joi.object<BrandFields & { language: Language }>({
  ...brandFields,
  language: Joi.valid(...LANGUAGE_CODES).description("Of the page; English unless said otherwise."),
});

export const brandPreviewResponse = shown({
  object: Joi.valid("brand_preview"),
  html: Joi.string().description("The whole page; it can be looked at and not be used."),
}).meta({ name: "BrandPreview" });

/** `PATCH /account` */
export const accountChangeSchema = Joi.object<{
  name: string;
  keep_content: boolean;
  unknown_policy: "resend" | "fail";
  timezone: string;
  brand: Partial<BrandFields>;
}>({
  name: Joi.string().max(100).pattern(NO_CONTROLS, { name: "text without control characters" }),
  keep_content: Joi.boolean().description("false: content is erased as soon as a message is settled."),
  unknown_policy: Joi.valid("resend", "fail").description(
    "What becomes of mail of which nobody knows whether SES took it: sent again, or given up.",
  ),
  timezone: timeZone,
  brand: Joi.object<BrandFields>(brandFields).description(
    "How the account looks on the pages that its readers see. What is absent stays.",
  ),
});

/** `POST /account/appeals` */
export const appealSchema = Joi.object<{ message: string }>({
  message: prose(MAX_APPEAL_CHARACTERS)
    .required()
    .description("What you send, to whom, and why the suspension is wrong."),
});

const evidence = Joi.object({
  sent: Joi.number().integer(),
  hurt: Joi.number().integer(),
  percent: Joi.number(),
  threshold_percent: Joi.number(),
  window_days: Joi.number().integer(),
  message_id: Joi.string(),
  label: Joi.string(),
  signals: Joi.array().items(Joi.string()),
})
  .options({ presence: "optional" })
  .description("What the decision rests on.");

export const appealResponse = shown({
  object: Joi.valid("appeal"),
  id: Joi.string(),
  suspension_id: Joi.string(),
  status: Joi.valid("open", "granted", "denied", "moot"),
  message: words,
  note: words.allow(null).description("Of whoever decided."),
  created_at: time,
  decided_at: timeOrNull,
}).meta({ name: "Appeal" });

const suspension = shown({
  id: Joi.string(),
  cause: Joi.valid(...SUSPENSION_CAUSES),
  reason: words,
  evidence,
  created_at: time,
  held_until: time.description("What was waiting at the suspension is given up then."),
  held: Joi.number().integer().description("Recipients held, counted up to 10,000."),
  appeals: Joi.array().items(appealResponse),
});

const pause = shown({
  id: Joi.string().description("Of the key or template."),
  kind: Joi.valid("key", "template"),
  reason: words,
  evidence,
  created_at: time,
});

export const suspensionListResponse = listOf(
  shown({
    id: Joi.string(),
    cause: Joi.valid(...SUSPENSION_CAUSES),
    reason: words,
    evidence,
    created_at: time,
    lifted_at: timeOrNull.description("Null: it stands."),
    note: words.allow(null).description("Of whoever lifted it."),
    appeals: Joi.array().items(appealResponse),
  }).meta({ name: "Suspension" }),
);

/** `POST /account/erase` */
export const eraseSchema = Joi.object<{ confirm: string }>({
  confirm: Joi.string()
    .max(MAX_ADDRESS_CHARACTERS)
    .required()
    .description("The account's e-mail address: nothing is erased without it."),
}).required();

export const erasureResponse = shown({
  object: Joi.valid("account_erasure"),
  id: Joi.string(),
  erasing_since: time,
  erased_at: timeOrNull.description("Null: its rows are still being removed."),
  cancelled: Joi.number().integer().description("Recipients that were waiting."),
}).meta({ name: "AccountErasure" });

export const exportResponse = shown({
  object: Joi.valid("account_export"),
  download_url: Joi.string().uri().description("Good until expires_at, without a key: JSON lines."),
  expires_at: time,
}).meta({ name: "AccountExport" });

export const pauseResumedResponse = shown({
  object: Joi.valid("pause"),
  id: Joi.string(),
  resumed: Joi.valid(true),
});

export const accountResponse = shown({
  object: Joi.valid("account"),
  id: Joi.string(),
  mode: Joi.valid(...MODES).description("Of the mail that `accepted_today` and `bounce_rate` count."),
  email: Joi.string(),
  name: words.allow(null),
  created_at: time,
  keep_content: Joi.boolean(),
  unknown_policy: Joi.valid("resend", "fail"),
  timezone: Joi.string(),
  brand: shown({
    name: words.allow(null).description("Null: the account's name."),
    color: Joi.string().allow(null),
    logo_url: Joi.string().uri().allow(null).description("Another one for each logo; nobody can guess it."),
  }).description("How the account looks on the pages that its readers see."),
  smtp: shown({
    host: Joi.string(),
    port: Joi.number().integer().description("With STARTTLS."),
    tls_port: Joi.number().integer().allow(null).description("With TLS from the first byte."),
  })
    .allow(null)
    .description("Where programs hand mail over by SMTP; null: this installation does not take any."),
  tier: Joi.string(),
  daily_guideline: Joi.number().integer().description("Recipients a UTC day; going over it refuses nothing."),
  accepted_today: Joi.number().integer(),
  missing_for_trusted: Joi.array()
    .items(Joi.valid("age", "sent", "bounce_rate", "standing"))
    .allow(null)
    .description("What the account still lacks to be promoted; null: it is trusted, or a test key asks."),
  standing: Joi.valid("active", "suspended"),
  bounce_rate: shown({
    sent: Joi.number().integer().description("Recipients in the window; of live mail, it decides."),
    hurt: Joi.number().integer().description("Of them, those that bounced for good or complained."),
    percent: Joi.number(),
    window_days: Joi.number().integer(),
    warning_percent: Joi.number(),
    suspension_percent: Joi.number(),
    min_sent: Joi.number().integer().description("Before so many nothing is judged."),
  }),
  pauses: Joi.array().items(pause),
  suspension: suspension.allow(null),
}).meta({ name: "Account" });
