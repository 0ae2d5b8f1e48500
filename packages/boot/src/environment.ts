import Joi from "joi";
import type { FailAt } from "@sendex/core/fail-point";
import { SIGN_UP_MODES, type SignUpMode } from "@sendex/core/people/rules";
import type { MasterKey } from "@sendex/crypto/seal";
import { SMTP, type SmtpEnvironment } from "./environment-smtp";
import { list, number, readFailAt, readFrom, readKeys, text, url, yesOrNo } from "./environment-values";

/** What a process does, which decides what it must be told. */
export const ROLES = ["api", "smtp", "send", "deliver", "ingest", "schedule", "cli"] as const;
export type Role = (typeof ROLES)[number];

/** The environment as it has been read: names as outside, values parsed. */
export interface Environment extends SmtpEnvironment {
  DATABASE_URL: string;
  DATABASE_POOL: number;
  DATABASE_PATIENCE: number;
  REDIS_URL: string;
  HOST: string;
  PORT: number;
  ADMIN_PORT?: number;
  TRUST_PROXY?: string;
  SES_MODE: "sandbox" | "aws";
  SES_CONFIG_SET?: string;
  AWS_REGION?: string;
  SANDBOX_URL?: string;
  SANDBOX_TRUST_ROOT?: string;
  SANDBOX_TOPIC_ARN?: string;
  SNS_TOPIC_ARNS: string[];
  SNS_REQUIRE_V2: boolean;
  DNS_SERVERS: string[];
  ACCEPT_IMPLICIT_MX: boolean;
  ENCRYPTION_KEYS: MasterKey[];
  KEY_PEPPER: string;
  RATE_LIMIT_PER_MINUTE: number;
  METADATA_RETENTION_DAYS: number;
  RETRY_TIME_SCALE: number;
  SEND_CONCURRENCY: number;
  WEBHOOK_ALLOW_LOCAL: boolean;
  SYSTEM_FROM?: string;
  PUBLIC_URL?: string;
  SIGN_UP: SignUpMode;
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  OIDC_CLIENT_SECRET?: string;
  OIDC_NAME: string;
  REVIEW_LLM_URL?: string;
  REVIEW_LLM_KEY?: string;
  REVIEW_LLM_MODEL?: string;
  REVIEW_LLM_DAILY_CALLS: number;
  IMAGES_S3_BUCKET?: string;
  IMAGES_S3_ENDPOINT?: string;
  IMAGES_S3_REGION?: string;
  IMAGES_S3_ACCESS_KEY_ID?: string;
  IMAGES_S3_SECRET_ACCESS_KEY?: string;
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string;
  OTEL_TRACES_SAMPLER_ARG: number;
  LOG_LEVEL: "debug" | "info" | "warn" | "error";
  SENDEX_PARENT_PIPE: boolean;
  FAIL_AT?: FailAt;
}

const MIN_PEPPER_CHARACTERS = 16;

/** How notifications of the sandbox are known: in aws mode nothing but a sandbox for test mail has any. */
function ofSandbox(schema: Joi.StringSchema): Joi.StringSchema {
  const needed = Joi.when("$role", { is: "api", then: Joi.required() });
  const unless = Joi.when("SANDBOX_URL", {
    is: Joi.exist(),
    then: needed,
    otherwise: Joi.forbidden().messages({ "any.unknown": "{{#label}} is of no use without SANDBOX_URL" }),
  });
  return schema.when("SES_MODE", { is: "sandbox", then: needed, otherwise: unless });
}

function withIssuer(schema: Joi.StringSchema): Joi.StringSchema {
  return schema.when("OIDC_ISSUER", { is: Joi.exist(), then: Joi.required() });
}

/** Every variable, described where it is checked; what else is in the environment is ignored. */
export const ENVIRONMENT = Joi.object<Environment>({
  DATABASE_URL: url("postgres", "postgresql").required().description("PostgreSQL, as a URL."),
  DATABASE_POOL: number()
    .integer()
    .min(2)
    .max(200)
    .default(10)
    .description("Connections to PostgreSQL a process may hold."),
  DATABASE_PATIENCE: number()
    .positive()
    .max(100)
    .default(1)
    .description(
      "Multiplies every time-out towards PostgreSQL. For tests only: callers give up at ten seconds.",
    ),
  REDIS_URL: url("redis", "rediss")
    .required()
    .description("Redis, as a URL; its maxmemory-policy must be noeviction."),
  HOST: text().default("0.0.0.0").description("The address that the API listens on."),
  PORT: number().port().default(3000).description("The API's public port; 0 takes any free one."),
  ADMIN_PORT: number()
    .port()
    .description("Loopback port of /healthz, /readyz and /metrics; absent: none, 0: any free one."),
  ...SMTP,
  TRUST_PROXY: text().description(
    "Proxies whose X-Forwarded-For is believed, in Express' words: loopback, 1, 10.0.0.0/8.",
  ),
  SES_MODE: text()
    .valid("sandbox", "aws")
    .required()
    .description("aws sends real mail. It must be chosen: AWS credentials that happen to be there never do."),
  SES_CONFIG_SET: text().description(
    "The SES configuration set that publishes events to us; without it unknown outcomes cannot be settled by evidence.",
  ),
  AWS_REGION: text()
    .when("SES_MODE", { is: "aws", then: Joi.required() })
    .description("The region of SES, in aws mode."),
  SANDBOX_URL: url("http", "https")
    .when("SES_MODE", {
      is: "sandbox",
      then: Joi.when("$role", { is: Joi.valid("api", "smtp", "send", "schedule"), then: Joi.required() }),
    })
    .description("Base URL of the sandbox; in aws mode only mail of test keys goes there."),
  SANDBOX_TRUST_ROOT: ofSandbox(text()).description(
    "File with the certificate, as PEM, that the sandbox signs its notifications with.",
  ),
  SANDBOX_TOPIC_ARN: ofSandbox(text()).description("The one topic that this certificate is good for."),
  SNS_TOPIC_ARNS: list().description("Topics of AWS whose notifications are taken, separated by commas."),
  SNS_REQUIRE_V2: yesOrNo().description("Refuse notifications signed with SHA-1 (SignatureVersion 1)."),
  DNS_SERVERS: list().description("host:port of resolvers, separated by commas; absent: the system's."),
  ACCEPT_IMPLICIT_MX: yesOrNo().description(
    "Take recipients whose domain has an address and no MX record (RFC 5321 5.1).",
  ),
  ENCRYPTION_KEYS: text()
    .required()
    .custom(readKeys)
    .messages({
      "keys.format": "{{#label}} must read id:key,id:key with 32-byte keys in base64",
      "keys.twice": "{{#label}} names one id twice",
    })
    .description("Master keys, id:base64,…; the first encrypts, all decrypt."),
  KEY_PEPPER: text()
    .min(MIN_PEPPER_CHARACTERS)
    .required()
    .description(
      "Secret that API keys are hashed with, and sessions, links and second factors protected; changing it voids them all.",
    ),
  RATE_LIMIT_PER_MINUTE: number()
    .integer()
    .min(1)
    .default(1000)
    .description("Requests a UTC minute an API key may make, unless it has a limit of its own."),
  METADATA_RETENTION_DAYS: number()
    .integer()
    .min(60)
    .default(400)
    .description("Days that messages and their timelines are kept; content goes after 30 in any case."),
  RETRY_TIME_SCALE: number()
    .positive()
    .max(100)
    .default(1)
    .description("Multiplies every delay, lease and settling wait. For tests and drills only."),
  SEND_CONCURRENCY: number()
    .integer()
    .min(2)
    .max(1000)
    .default(50)
    .description("SES calls a send worker makes at a time; critical mail has slots beside these."),
  WEBHOOK_ALLOW_LOCAL: yesOrNo().description(
    "Let webhooks and attachments by URL go to http and loopback addresses.",
  ),
  SYSTEM_FROM: text()
    .custom(readFrom)
    .messages({ "from.format": "{{#label}} is not a mailbox" })
    .description(
      "Sender of the service's own mail to account owners and people: suspensions, invitations, new passwords.",
    ),
  PUBLIC_URL: url("http", "https").description(
    "The API as browsers see it, https://mail.example.com: for links in mail, and the one origin whose pages may use a session; absent: http://localhost and PORT.",
  ),
  SIGN_UP: text()
    .valid(...SIGN_UP_MODES)
    .default("invite")
    .description(
      "Who may become a user: whom an operator makes one (closed), the invited (invite), anyone (open).",
    ),
  OIDC_ISSUER: url("http", "https").description(
    "An OpenID Connect issuer that people may sign in by; absent: passwords alone.",
  ),
  OIDC_CLIENT_ID: withIssuer(text()).description("What this Sendex is known as there."),
  OIDC_CLIENT_SECRET: withIssuer(text()).description("Its secret there."),
  OIDC_NAME: text().max(40).default("Single sign-on").description("On the button: Sign in with …."),
  REVIEW_LLM_URL: url("http", "https").description(
    "Base URL of an OpenAI-compatible API (https://host/v1) that content review asks where it has a doubt; absent: none.",
  ),
  REVIEW_LLM_KEY: text().description("Key of that API, where it wants one."),
  REVIEW_LLM_MODEL: text()
    .when("REVIEW_LLM_URL", { is: Joi.exist(), then: Joi.required() })
    .description("The model to ask there."),
  REVIEW_LLM_DAILY_CALLS: number()
    .integer()
    .min(0)
    .default(1000)
    .description("Calls to it a UTC day, by each process; beyond them the embedded review stands alone."),
  IMAGES_S3_BUCKET: text().description("A bucket for the images of mails; absent: they are in PostgreSQL."),
  IMAGES_S3_ENDPOINT: url("http", "https").description(
    "Base URL of a store that speaks S3; absent: Amazon S3.",
  ),
  IMAGES_S3_REGION: text().description("The bucket's region; absent: AWS_REGION, else us-east-1."),
  IMAGES_S3_ACCESS_KEY_ID: text().description("Whom the store knows; absent: whom the AWS SDK finds."),
  IMAGES_S3_SECRET_ACCESS_KEY: text()
    .when("IMAGES_S3_ACCESS_KEY_ID", { is: Joi.exist(), then: Joi.required(), otherwise: Joi.forbidden() })
    .messages({ "any.unknown": "{{#label}} is of no use without IMAGES_S3_ACCESS_KEY_ID" })
    .description("Its secret."),
  OTEL_EXPORTER_OTLP_ENDPOINT: url("http", "https").description(
    "Where traces go, as OTLP over HTTP, /v1/traces left out; absent: there are none. OpenTelemetry's own variables hold beside it.",
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url("http", "https").description("The same with its whole path."),
  OTEL_TRACES_SAMPLER_ARG: number()
    .min(0)
    .max(1)
    .default(1)
    .description("The share of traces that are recorded, by their id."),
  LOG_LEVEL: text()
    .valid("debug", "info", "warn", "error")
    .default("info")
    .description("The least that is logged."),
  SENDEX_PARENT_PIPE: yesOrNo().description("End gracefully when stdin ends, so as not to outlive a parent."),
  FAIL_AT: text()
    .when("SES_MODE", { is: "sandbox", otherwise: Joi.forbidden() })
    .custom(readFailAt)
    .messages({
      "any.unknown": "{{#label}} is for SES_MODE=sandbox, not for aws",
      "failAt.format": "{{#label}} must read name[@message][:N][:stop] with the name of a fail-point",
    })
    .description(
      "Kill or stop the process at a fail-point, in sandbox mode. For drills only; see docs/faults.md.",
    ),
});
