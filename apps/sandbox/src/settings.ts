import { join, resolve } from "node:path";

/** A sandbox's settings. Ports: 0 takes any free one. Delays are milliseconds. */
export interface Settings {
  host: string;
  port: number;
  /** Null: no admin server. */
  adminPort: number | null;
  dnsPort: number;
  dataDir: string;
  /** Where the PEM of the certificate that signs notifications is written. */
  trustRoot: string;
  topicArn: string;
  /** The endpoint subscribed to the topic; null until one is given. */
  notifyUrl: string | null;
  configSet: string;
  verifiedDomains: string[];
  verifyDelayMs: number;
  /** Recipients per second, as in GetSendQuota. */
  maxSendRate: number;
  max24HourSend: number;
  eventDelayMs: number;
  retryTimeScale: number;
  snsSignatureVersion: "1" | "2";
  /** Accept and count, check, store and publish nothing: for benchmarks. */
  countOnly: boolean;
  /** Base of the links in notifications; null: the address listened on. */
  publicUrl: string | null;
}

/** A variable that is missing or cannot be understood; the message is one line for the operator. */
export class SettingsError extends Error {}

type Environment = Record<string, string | undefined>;

const DEFAULT_TOPIC = "arn:aws:sns:us-east-1:000000000000:sendex-sandbox";

/** Settings from environment variables. Throws SettingsError naming the first bad one. */
export function readSettings(env: Environment): Settings {
  const dataDir = text(env, "DATA_DIR");
  if (dataDir === undefined) throw new SettingsError("DATA_DIR is missing: a folder for the sandbox's data");
  return completeSettings({
    dataDir,
    ...given("host", text(env, "HOST")),
    ...given("port", port(env, "PORT")),
    ...given("adminPort", port(env, "ADMIN_PORT")),
    ...given("dnsPort", port(env, "DNS_PORT")),
    ...given("trustRoot", text(env, "TRUST_ROOT")),
    ...given("topicArn", text(env, "TOPIC_ARN")),
    ...given("notifyUrl", url(env, "NOTIFY_URL")),
    ...given("configSet", text(env, "CONFIG_SET")),
    ...given("verifiedDomains", list(env, "VERIFIED_DOMAINS")),
    ...given("verifyDelayMs", atLeastZero(env, "VERIFY_DELAY_MS")),
    ...given("maxSendRate", atLeastZero(env, "MAX_SEND_RATE")),
    ...given("max24HourSend", atLeastZero(env, "MAX_24_HOUR_SEND")),
    ...given("eventDelayMs", atLeastZero(env, "EVENT_DELAY_MS")),
    ...given("retryTimeScale", atLeastZero(env, "RETRY_TIME_SCALE")),
    ...given("snsSignatureVersion", signatureVersion(env)),
    ...given("countOnly", flag(env, "COUNT_ONLY")),
    ...given("publicUrl", url(env, "PUBLIC_URL")),
  });
}

/** Fills in the defaults around what is given. */
export function completeSettings(given: Partial<Settings> & { dataDir: string }): Settings {
  const dataDir = resolve(given.dataDir);
  return {
    host: "127.0.0.1",
    port: 0,
    adminPort: null,
    dnsPort: 0,
    trustRoot: join(dataDir, "sns-cert.pem"),
    topicArn: DEFAULT_TOPIC,
    notifyUrl: null,
    configSet: "sendex",
    verifiedDomains: [],
    verifyDelayMs: 2_000,
    maxSendRate: 500,
    max24HourSend: 1_000_000,
    eventDelayMs: 100,
    retryTimeScale: 1,
    snsSignatureVersion: "2",
    countOnly: false,
    publicUrl: null,
    ...given,
    dataDir,
  };
}

function given<K extends keyof Settings>(name: K, value: Settings[K] | undefined): Partial<Settings> {
  return value === undefined ? {} : { [name]: value };
}

function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === "" ? undefined : value;
}

function atLeastZero(env: Environment, name: string): number | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number) || number < 0) throw new SettingsError(`${name} must be a number from 0 up`);
  return number;
}

function port(env: Environment, name: string): number | undefined {
  const number = atLeastZero(env, name);
  if (number === undefined) return undefined;
  if (!Number.isInteger(number) || number > 65_535) throw new SettingsError(`${name} must be a port number`);
  return number;
}

function url(env: Environment, name: string): string | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  if (!URL.canParse(value) || !/^https?:/.test(value)) throw new SettingsError(`${name} must be an http URL`);
  return value;
}

function list(env: Environment, name: string): string[] | undefined {
  return text(env, name)
    ?.split(",")
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== "");
}

function flag(env: Environment, name: string): boolean | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  if (["1", "true", "yes"].includes(value)) return true;
  if (["0", "false", "no"].includes(value)) return false;
  throw new SettingsError(`${name} must be 1 or 0`);
}

function signatureVersion(env: Environment): "1" | "2" | undefined {
  const value = text(env, "SNS_SIGNATURE_VERSION");
  if (value === undefined || value === "1" || value === "2") return value;
  throw new SettingsError("SNS_SIGNATURE_VERSION must be 1 or 2");
}
