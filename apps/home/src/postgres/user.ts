import { execFileSync } from "node:child_process";
import type { User } from "../processes/program";

/**
 * The user that PostgreSQL runs as. It refuses to run as root, so for root that is `postgres` (made if missing)
 * or else `nobody`; for anyone else undefined, meaning oneself.
 */
export function postgresUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp("postgres") ?? create("postgres") ?? lookUp("nobody");
  if (found === undefined)
    throw new Error("PostgreSQL does not run as root, and no user could be made for it.");
  return found;
}

function lookUp(name: string): User | undefined {
  try {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })),
    );
    return uid !== undefined && gid !== undefined && uid > 0 ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** With the tools of Debian and Red Hat, else those of Alpine; undefined when neither works. */
function create(name: string): User | undefined {
  const ways: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]],
    ["adduser", ["-S", "-D", "-H", name]],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: "ignore" });
      return lookUp(name);
    } catch {
      continue;
    }
  }
  return undefined;
}
