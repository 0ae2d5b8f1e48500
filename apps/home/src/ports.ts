import path from "node:path";
import { readJson, writeJson } from "./json-file";
import { LOOPBACK, freePorts, isTaken } from "./port";
import { type HomeSettings, SettingsError } from "./settings";

type PortName =
  | "api"
  | "sandbox"
  | "dns"
  | "postgres"
  | "redis"
  | "admin-api"
  | "admin-send-worker"
  | "admin-webhook-worker"
  | "admin-events-worker"
  | "admin-scheduler"
  | "admin-sandbox";

export type Ports = Record<PortName, number>;

const API_PORT = 3000;

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
  const before = (name: string) => (Number.isInteger(last[name]) ? Number(last[name]) : 0);
  return {
    api,
    sandbox: before("sandbox"),
    dns: before("dns"),
    postgres: before("postgres"),
    redis: before("redis"),
    "admin-api": before("admin-api"),
    "admin-send-worker": before("admin-send-worker"),
    "admin-webhook-worker": before("admin-webhook-worker"),
    "admin-events-worker": before("admin-events-worker"),
    "admin-scheduler": before("admin-scheduler"),
    "admin-sandbox": before("admin-sandbox"),
  };
}
