import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";

export interface Started {
  child: ChildProcessWithoutNullStreams;
  /** Log lines so far, parsed. */
  lines: Record<string, unknown>[];
  stderr(): string;
  /** Resolves to the first log line with this message; rejects when the process ends without it. */
  logged(message: string): Promise<Record<string, unknown>>;
  exited: Promise<number | null>;
}

/** Starts one of the built mains with an environment of the test's own. */
export function startMain(main: string, env: Record<string, string>): Started {
  const file = path.join(__dirname, "..", "dist", `${main}.js`);
  const child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH, ...env } });
  const lines: Record<string, unknown>[] = [];
  const watchers = new Set<() => void>();
  let rest = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) lines.push(JSON.parse(part));
    watchers.forEach((watcher) => watcher());
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin.on("error", () => undefined);
  const exited = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return {
    child,
    lines,
    stderr: () => errors,
    exited,
    logged: (message) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = lines.find(({ msg }) => msg === message);
          if (line) resolve(line);
        };
        watchers.add(look);
        look();
        void exited.then((code) => reject(new Error(`ended with ${code} before "${message}": ${errors}`)));
      }),
  };
}

/** What every process needs, for mail that leaves by a sandbox that does not run. */
export function processEnv(databaseUrl: string, redisUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    SES_MODE: "sandbox",
    SANDBOX_URL: "http://127.0.0.1:9",
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
    KEY_PEPPER: "a pepper for tests only",
    ADMIN_PORT: "0",
  };
}
