import type { Demo } from "./demo";

/** `$SENDEX_HOME/dev.json`: what scripts need to use a running Sendex. A key appears with its feature. */
export interface DevJson {
  apiUrl: string;
  /** Where people sign in: the API's own origin. */
  dashboardUrl: string;
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
  sandboxUrl: string | undefined;
  databaseUrl: string;
  redisUrl: string;
  demo: Demo;
  pids: Record<string, number>;
  admin: Record<string, string>;
}

export function devJson(parts: DevParts): DevJson {
  const { apiUrl, sandboxUrl, databaseUrl, redisUrl, demo, pids, admin } = parts;
  return {
    apiUrl,
    dashboardUrl: apiUrl,
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
