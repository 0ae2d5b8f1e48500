import path from "node:path";

/** Of a start on one's own machine; everything else in the environment goes on to the processes as it is. */
export interface HomeSettings {
  /** The checkout. */
  root: string;
  /** Where everything that is written lies. */
  home: string;
  /** The API's port if one was asked for; 0 for any. */
  port?: number;
  databaseUrl?: string;
  redisUrl?: string;
  sesMode: "sandbox" | "aws";
  /** Undefined only with AWS: there, none is used unless it is named. */
  configSet?: string;
  environment: NodeJS.ProcessEnv;
}

/** A setting that cannot be used; the message is one line for the terminal. */
export class SettingsError extends Error {}

const SANDBOX_CONFIG_SET = "sendex";

/** @throws SettingsError naming the first variable that cannot be used */
export function readSettings(root: string, home: string, environment: NodeJS.ProcessEnv): HomeSettings {
  const port = portIn(environment["PORT"]);
  const sesMode = sesModeIn(environment["SES_MODE"]);
  const configSet = environment["SES_CONFIG_SET"] || (sesMode === "sandbox" ? SANDBOX_CONFIG_SET : undefined);
  return {
    root,
    home: path.resolve(home),
    sesMode,
    environment: withoutNpm(environment),
    ...(port === undefined ? {} : { port }),
    ...(configSet === undefined ? {} : { configSet }),
    ...(environment["DATABASE_URL"] ? { databaseUrl: environment["DATABASE_URL"] } : {}),
    ...(environment["REDIS_URL"] ? { redisUrl: environment["REDIS_URL"] } : {}),
  };
}

function portIn(value: string | undefined): number | undefined {
  if (value === undefined || value === "") return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SettingsError(`PORT must be a port number, not "${value}".`);
}

function sesModeIn(value: string | undefined): "sandbox" | "aws" {
  if (value === undefined || value === "" || value === "sandbox") return "sandbox";
  if (value === "aws") return "aws";
  throw new SettingsError(`SES_MODE must be sandbox or aws, not "${value}".`);
}

/** npm's own variables mean nothing to the processes. */
function withoutNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^npm_/i.test(name) && name !== "INIT_CWD"),
  );
}
