import path from "node:path";

/** What the place of a person's settings depends on. */
export interface Machine {
  env: Record<string, string | undefined>;
  platform: NodeJS.Platform;
  /** The person's home folder. */
  home: string;
}

/** Where an operating system keeps the settings of a person's programs. Source: XDG Base Directory Specification 0.8. */
export function configFolder({ env, platform, home }: Machine): string {
  if (platform === "win32")
    return path.win32.join(env["APPDATA"] ?? path.win32.join(home, "AppData", "Roaming"), "sendex");
  if (platform === "darwin") return path.posix.join(home, "Library", "Application Support", "sendex");
  const given = env["XDG_CONFIG_HOME"];
  // The specification has a relative one ignored.
  const base = given?.startsWith("/") ? given : path.posix.join(home, ".config");
  return path.posix.join(base, "sendex");
}
