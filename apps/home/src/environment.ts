import path from "node:path";
import { LOOPBACK } from "./port";
import type { Ports } from "./ports";
import type { Secrets } from "./secrets";
import type { HomeSettings } from "./settings";

/** The sandbox's topic: its notifications are believed only for mail that the sandbox was given. */
const SANDBOX_TOPIC = "arn:aws:sns:us-east-1:000000000000:sendex-sandbox";
const SANDBOX_REGION = "us-east-1";
/** Of the service's own mail to account owners, which the sandbox knows as verified. */
const SYSTEM_DOMAIN = "notices.sendex.test";

type Variables = Record<string, string>;

/** Addresses that the processes need of each other. */
export interface Addresses {
  databaseUrl: string;
  redisUrl: string;
  ports: Ports;
}

/** What we set for the API, the workers and the CLI; the caller's own ENCRYPTION_KEYS and KEY_PEPPER come first. */
export function productVariables(settings: HomeSettings, secrets: Secrets, addresses: Addresses): Variables {
  const given = settings.environment;
  return {
    DATABASE_URL: addresses.databaseUrl,
    REDIS_URL: addresses.redisUrl,
    HOST: LOOPBACK,
    PORT: String(addresses.ports.api),
    PUBLIC_URL: given["PUBLIC_URL"] || `http://${LOOPBACK}:${addresses.ports.api}`,
    ...smtpVariables(settings, addresses.ports),
    SES_MODE: settings.sesMode,
    // Where no newer Node could be had, the AWS SDK would print a notice about Node 20 in every process.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    // As in the image.
    MALLOC_MMAP_THRESHOLD_: "1048576",
    ENCRYPTION_KEYS: given["ENCRYPTION_KEYS"] || secrets.encryptionKeys,
    KEY_PEPPER: given["KEY_PEPPER"] || secrets.keyPepper,
    ...(settings.sesMode === "sandbox" ? { SYSTEM_FROM: `Sendex <hello@${SYSTEM_DOMAIN}>` } : {}),
    ...passedOn(given, [
      "RETRY_TIME_SCALE",
      "AWS_REGION",
      "LOG_LEVEL",
      "RATE_LIMIT_PER_MINUTE",
      "SYSTEM_FROM",
      "SIGN_UP",
      "OIDC_ISSUER",
      "OIDC_CLIENT_ID",
      "OIDC_CLIENT_SECRET",
      "OIDC_NAME",
      "REVIEW_LLM_URL",
      "REVIEW_LLM_KEY",
      "REVIEW_LLM_MODEL",
      "REVIEW_LLM_DAILY_CALLS",
      "IMAGES_S3_BUCKET",
      "IMAGES_S3_ENDPOINT",
      "IMAGES_S3_REGION",
      "IMAGES_S3_ACCESS_KEY_ID",
      "IMAGES_S3_SECRET_ACCESS_KEY",
      "OTEL_EXPORTER_OTLP_ENDPOINT",
      "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
      "OTEL_TRACES_SAMPLER_ARG",
    ]),
    ...(settings.configSet === undefined ? {} : { SES_CONFIG_SET: settings.configSet }),
    ...(settings.sesMode === "sandbox" ? sandboxAddresses(settings, addresses.ports) : {}),
  };
}

/** Keys may come in clear, as nobody else hears loopback; the certificate is one that the process makes, unless another is named. */
function smtpVariables({ environment: given }: HomeSettings, ports: Ports): Variables {
  return {
    SMTP_PORT: String(ports.smtp),
    SMTP_TLS_PORT: String(ports["smtp-tls"]),
    PUBLIC_SMTP: given["PUBLIC_SMTP"] || `${LOOPBACK}:${ports.smtp}`,
    PUBLIC_SMTP_TLS_PORT: given["PUBLIC_SMTP_TLS_PORT"] || String(ports["smtp-tls"]),
    SMTP_ALLOW_CLEAR: given["SMTP_ALLOW_CLEAR"] || "true",
    ...passedOn(given, [
      "SMTP_CERT_FILE",
      "SMTP_KEY_FILE",
      "SMTP_PROXIES",
      "SMTP_CONNECTIONS",
      "SMTP_CONNECTIONS_PER_ADDRESS",
    ]),
  };
}

/** The sandbox's own settings (apps/sandbox/src/settings.ts). */
export function sandboxVariables(settings: HomeSettings, ports: Ports): Variables {
  return {
    HOST: LOOPBACK,
    PORT: String(ports.sandbox),
    ADMIN_PORT: String(ports["admin-sandbox"]),
    DNS_PORT: String(ports.dns),
    DATA_DIR: path.join(settings.home, "sandbox"),
    TRUST_ROOT: trustRoot(settings),
    TOPIC_ARN: SANDBOX_TOPIC,
    VERIFIED_DOMAINS: SYSTEM_DOMAIN,
    NOTIFY_URL: `http://${LOOPBACK}:${ports.api}/api/ses-notifications`,
    ...(settings.configSet === undefined ? {} : { CONFIG_SET: settings.configSet }),
  };
}

function sandboxAddresses(settings: HomeSettings, ports: Ports): Variables {
  const given = settings.environment;
  return {
    SANDBOX_URL: `http://${LOOPBACK}:${ports.sandbox}`,
    SANDBOX_TRUST_ROOT: trustRoot(settings),
    SANDBOX_TOPIC_ARN: SANDBOX_TOPIC,
    DNS_SERVERS: given["DNS_SERVERS"] || `${LOOPBACK}:${ports.dns}`,
    WEBHOOK_ALLOW_LOCAL: given["WEBHOOK_ALLOW_LOCAL"] || "true",
    AWS_REGION: given["AWS_REGION"] || SANDBOX_REGION,
  };
}

function trustRoot(settings: HomeSettings): string {
  return path.join(settings.home, "sandbox", "sns-cert.pem");
}

function passedOn(environment: NodeJS.ProcessEnv, names: string[]): Variables {
  return Object.fromEntries(names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}
