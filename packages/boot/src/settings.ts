import type Joi from "joi";
import type { SmtpDoor } from "@sendex/core/smtp/door";
import type { FailAt } from "@sendex/core/fail-point";
import type { SignUpMode } from "@sendex/core/people/rules";
import type { MasterKey } from "@sendex/crypto/seal";
import { ENVIRONMENT, type Environment, type Role } from "./environment";

/** What a process is told, typed and complete. */
export interface Settings {
  databaseUrl: string;
  databasePool: number;
  /** Times every time-out towards PostgreSQL (1). */
  databasePatience: number;
  redisUrl: string;
  host: string;
  port: number;
  /** Absent: no admin server. */
  adminPort: number | undefined;
  /** Of the SMTP process: where it listens, its certificate (absent: one of its own making), and what it takes at a time. */
  smtp: {
    port: number;
    tlsPort?: number;
    certificate?: { certFile: string; keyFile: string };
    clear: boolean;
    proxies: string[];
    maxConnections: number;
    maxPerAddress: number;
  };
  /** Where customers' programs hand mail over; absent: nowhere. */
  publicSmtp: SmtpDoor | undefined;
  trustProxy: string | undefined;
  sesMode: "sandbox" | "aws";
  /** Present in aws mode. */
  awsRegion: string | undefined;
  configurationSet: string | undefined;
  /** Present in sandbox mode, and in aws mode where test mail has one; with what the role needs of it. */
  sandbox: { url?: string; trustRoot?: string; topicArn?: string } | undefined;
  snsTopicArns: string[];
  snsRequireV2: boolean;
  /** Empty: the system's. */
  dnsServers: string[];
  /** Whether a recipient's domain without an MX takes mail at its address. */
  acceptImplicitMx: boolean;
  encryptionKeys: MasterKey[];
  keyPepper: string;
  rateLimitPerMinute: number;
  metadataRetentionDays: number;
  retryTimeScale: number;
  sendConcurrency: number;
  webhookAllowLocal: boolean;
  systemFrom: string | undefined;
  /** Scheme, host and port, without a path. */
  publicUrl: string;
  signUp: SignUpMode;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  /** Whom content review asks beside the embedded one. */
  reviewLlm: { url: string; key?: string; model: string; dailyCalls: number } | undefined;
  /** Absent: images are kept in PostgreSQL. Without an endpoint it is Amazon S3's; without credentials, those that the AWS SDK finds. */
  imageStore:
    | {
        bucket: string;
        region: string;
        endpoint?: string;
        credentials?: { accessKeyId: string; secretAccessKey: string };
      }
    | undefined;
  /** Absent: nothing is traced. `share`: of all traces, 0 to 1. */
  tracing: { endpoint: string; share: number } | undefined;
  logLevel: Environment["LOG_LEVEL"];
  parentPipe: boolean;
  /** Where a drill strikes; only in sandbox mode. */
  failAt: FailAt | undefined;
}

/** The environment is not usable. `problems` are one line each, name a variable, and never show its value. */
export class SettingsError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("; "));
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** @throws SettingsError naming everything that is missing or wrong */
export function readSettings(env: Record<string, string | undefined>, role: Role): Settings {
  const result = ENVIRONMENT.validate(env, {
    abortEarly: false,
    stripUnknown: true,
    context: { role },
    errors: { wrap: { label: false } },
  });
  if (result.error) throw new SettingsError(result.error.details.map(toLine));
  return toSettings(result.value);
}

/** Joi quotes the offending value in some messages, and values can be secrets. */
function toLine({ type, message, context }: Joi.ValidationErrorItem): string {
  const name = context?.label ?? "The environment";
  if (type === "any.required") return `${name} is missing`;
  if (type === "string.uriCustomScheme") return `${name} is not a URL of the right kind`;
  return message;
}

function toSettings(env: Environment): Settings {
  const sandbox = {
    ...(env.SANDBOX_URL === undefined ? {} : { url: env.SANDBOX_URL }),
    ...(env.SANDBOX_TRUST_ROOT === undefined ? {} : { trustRoot: env.SANDBOX_TRUST_ROOT }),
    ...(env.SANDBOX_TOPIC_ARN === undefined ? {} : { topicArn: env.SANDBOX_TOPIC_ARN }),
  };
  return {
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    databasePatience: env.DATABASE_PATIENCE,
    redisUrl: env.REDIS_URL,
    host: env.HOST,
    port: env.PORT,
    adminPort: env.ADMIN_PORT,
    smtp: toSmtp(env),
    publicSmtp: toPublicSmtp(env),
    trustProxy: env.TRUST_PROXY,
    sesMode: env.SES_MODE,
    awsRegion: env.AWS_REGION,
    configurationSet: env.SES_CONFIG_SET,
    sandbox: env.SES_MODE === "sandbox" || env.SANDBOX_URL !== undefined ? sandbox : undefined,
    snsTopicArns: env.SNS_TOPIC_ARNS,
    snsRequireV2: env.SNS_REQUIRE_V2,
    dnsServers: env.DNS_SERVERS,
    acceptImplicitMx: env.ACCEPT_IMPLICIT_MX,
    encryptionKeys: env.ENCRYPTION_KEYS,
    keyPepper: env.KEY_PEPPER,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    metadataRetentionDays: env.METADATA_RETENTION_DAYS,
    retryTimeScale: env.RETRY_TIME_SCALE,
    sendConcurrency: env.SEND_CONCURRENCY,
    webhookAllowLocal: env.WEBHOOK_ALLOW_LOCAL,
    systemFrom: env.SYSTEM_FROM,
    publicUrl: new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin,
    signUp: env.SIGN_UP,
    oidc: toOidc(env),
    reviewLlm: toReviewLlm(env),
    imageStore: toImageStore(env),
    tracing: toTracing(env),
    logLevel: env.LOG_LEVEL,
    parentPipe: env.SENDEX_PARENT_PIPE,
    failAt: env.FAIL_AT,
  };
}

function toSmtp(env: Environment): Settings["smtp"] {
  const { SMTP_TLS_PORT: tlsPort, SMTP_CERT_FILE: certFile, SMTP_KEY_FILE: keyFile } = env;
  return {
    port: env.SMTP_PORT,
    ...(tlsPort !== undefined && { tlsPort }),
    ...(certFile !== undefined && keyFile !== undefined && { certificate: { certFile, keyFile } }),
    clear: env.SMTP_ALLOW_CLEAR,
    proxies: env.SMTP_PROXIES,
    maxConnections: env.SMTP_CONNECTIONS,
    maxPerAddress: env.SMTP_CONNECTIONS_PER_ADDRESS,
  };
}

function toPublicSmtp({
  PUBLIC_SMTP: door,
  PUBLIC_SMTP_TLS_PORT: tlsPort,
}: Environment): SmtpDoor | undefined {
  if (door === undefined) return undefined;
  const [host = "", port] = door.split(":");
  return { host, port: Number(port), tlsPort: tlsPort ?? null };
}

function toReviewLlm(env: Environment): Settings["reviewLlm"] {
  const { REVIEW_LLM_URL: url, REVIEW_LLM_KEY: key, REVIEW_LLM_MODEL: model } = env;
  if (url === undefined || model === undefined) return undefined;
  return { url, ...(key !== undefined && { key }), model, dailyCalls: env.REVIEW_LLM_DAILY_CALLS };
}

function toImageStore(env: Environment): Settings["imageStore"] {
  const { IMAGES_S3_BUCKET: bucket, IMAGES_S3_ENDPOINT: endpoint } = env;
  const { IMAGES_S3_ACCESS_KEY_ID: accessKeyId, IMAGES_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (bucket === undefined) return undefined;
  return {
    bucket,
    region: env.IMAGES_S3_REGION ?? env.AWS_REGION ?? ANY_REGION,
    ...(endpoint !== undefined && { endpoint }),
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
  };
}

/** What stores that know no regions take. */
const ANY_REGION = "us-east-1";

function toTracing(env: Environment): Settings["tracing"] {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_ENDPOINT;
  return endpoint === undefined ? undefined : { endpoint, share: env.OTEL_TRACES_SAMPLER_ARG };
}

function toOidc(env: Environment): Settings["oidc"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME };
}
