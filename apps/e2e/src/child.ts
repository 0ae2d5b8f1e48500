import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { inherited } from "./environment";

const ROOT = path.resolve(__dirname, "../../..");
const PATIENCE_MS = 20_000;

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A process under test. What it writes goes, line by line, into `lines`. */
export interface Child {
  pid: number;
  exited: Promise<Exit>;
  hasExited(): boolean;
  signal(name: NodeJS.Signals): void;
}

/** Starts `node <main> …args` (a path below the repository's root) with exactly this environment. It ends when we do. */
export function startChild(
  main: string,
  env: Record<string, string>,
  lines: string[],
  args: string[] = [],
): Child {
  const child = spawn(process.execPath, [path.join(ROOT, main), ...args], {
    env: { ...inherited(), ...env, SENDEX_PARENT_PIPE: "1" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  collect(child, lines);
  let over = false;
  const exited = new Promise<Exit>((resolve) => {
    child.once("close", (code, signal) => {
      over = true;
      lines.push(JSON.stringify({ harness: "exited", code, signal }));
      resolve({ code, signal });
    });
  });
  return {
    pid: child.pid ?? 0,
    exited,
    hasExited: () => over,
    signal: (name) => void child.kill(name),
  };
}

/** Ends a process and waits until it is gone: with SIGKILL where it does not go by itself. */
export async function endChild(child: Child): Promise<Exit> {
  if (!child.hasExited()) child.signal("SIGTERM");
  // A stopped process cannot take the signal.
  if (!child.hasExited()) child.signal("SIGCONT");
  const killer = setTimeout(() => child.signal("SIGKILL"), PATIENCE_MS);
  const exit = await child.exited;
  clearTimeout(killer);
  return exit;
}

/** Runs `node <main> …args` to its end. → what it printed. @throws Error with its output when it fails */
export async function runMain(main: string, args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [path.join(ROOT, main), ...args], {
    env: { ...inherited(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (err += piece.toString()));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${main} ${args.join(" ")} ended with ${String(code)}\n${err}${out}`);
  return out;
}

function collect(child: ChildProcess, lines: string[]): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8");
    stream?.on("data", (piece: string) => {
      const parts = (rest + piece).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    });
    stream?.on("end", () => {
      if (rest !== "") lines.push(rest);
    });
  }
}
