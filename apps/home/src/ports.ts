import path from "node:path";
import { readJson, writeJson } from "./json-file";
import { LOOPBACK, freePorts, isTaken } from "./port";
import { type HomeSettings, SettingsError } from "./settings";

type PortName =
  | "api"
  | "smtp"
  | "smtp-tls"
  | "sandbox"
  | "dns"
  | "postgres"
  | "redis"
  | "admin-api"
  | "admin-smtp"
  | "admin-send-worker"
  | "admin-webhook-worker"
  | "admin-events-worker"
  | "admin-scheduler"
  | "admin-sandbox";

export type Ports = Record<PortName, number>;

const API_PORT = 3000;
/** What ordinary users may listen on, in place of 587 and 465. */
const SMTP_PORT = 2525;
const SMTP_TLS_PORT = 2465;

/**
 * Free ports for everything that listens: for the API the one asked for, else 3000 or any; for the others the ones
 * they had last time where those are free.
 *
 * @throws SettingsError when the port asked for is taken
 */
export async function choosePorts(settings: HomeSettings): Promise<Ports> {
  const { port = API_PORT } = settings;
  if (settings.port !== undefined && port !== 0 && (await isTaken(LOOPBACK, port))) {
    throw new SettingsError(`Port ${port} is taken. Set PORT to another one, or leave it out for any.`);
  }
  const file = path.join(settings.home, "ports.json");
  const ports = await freePorts(LOOPBACK, wantedPorts(readJson(file) ?? {}, port));
  writeJson(file, ports);
  return ports;
}

function wantedPorts(last: Record<string, unknown>, api: number): Ports {
  const before = (name: string, first = 0) => (Number.isInteger(last[name]) ? Number(last[name]) : first);
  return {
    api,
    smtp: before("smtp", SMTP_PORT),
    "smtp-tls": before("smtp-tls", SMTP_TLS_PORT),
    sandbox: before("sandbox"),
    dns: before("dns"),
    postgres: before("postgres"),
    redis: before("redis"),
    "admin-api": before("admin-api"),
    "admin-smtp": before("admin-smtp"),
    "admin-send-worker": before("admin-send-worker"),
    "admin-webhook-worker": before("admin-webhook-worker"),
    "admin-events-worker": before("admin-events-worker"),
    "admin-scheduler": before("admin-scheduler"),
    "admin-sandbox": before("admin-sandbox"),
  };
}
