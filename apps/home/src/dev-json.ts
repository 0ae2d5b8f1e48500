import type { Demo } from "./demo";

/** `$SENDEX_HOME/dev.json`: what scripts need to use a running Sendex. A key appears with its feature. */
export interface DevJson {
  apiUrl: string;
  /** Where people sign in: the API's own origin. */
  dashboardUrl: string;
  /** Where programs hand mail over: in clear or with STARTTLS at `port`, with TLS at `tlsPort`. */
  smtp: { host: string; port: number; tlsPort: number };
  sandboxUrl?: string;
  databaseUrl: string;
  redisUrl: string;
  domain: string;
  account: Demo["account"];
  apiKeys: Demo["apiKeys"];
  operator: Demo["operator"];
  pids: Record<string, number>;
  /** name → base URL of /healthz, /readyz and /metrics. */
  admin: Record<string, string>;
}

export interface DevParts {
  apiUrl: string;
  smtp: DevJson["smtp"];
  sandboxUrl: string | undefined;
  databaseUrl: string;
  redisUrl: string;
  demo: Demo;
  pids: Record<string, number>;
  admin: Record<string, string>;
}

export function devJson(parts: DevParts): DevJson {
  const { apiUrl, smtp, sandboxUrl, databaseUrl, redisUrl, demo, pids, admin } = parts;
  return {
    apiUrl,
    dashboardUrl: apiUrl,
    smtp,
    ...(sandboxUrl === undefined ? {} : { sandboxUrl }),
    databaseUrl,
    redisUrl,
    domain: demo.domain,
    account: demo.account,
    apiKeys: demo.apiKeys,
    operator: demo.operator,
    pids,
    admin,
  };
}
