import { spawn } from "node:child_process";
import type { Program } from "./program";

/**
 * Reads lines, each the whole list of what runs, as `TERM 12 13;INT 14`: groups in the order to end them. When
 * its input ends, the last list is ended: the signal, up to 10 s of grace, then SIGKILL.
 */
export const WATCHDOG_SCRIPT = `
while read -r line; do list=$line; done
IFS=';'
for group in $list; do
  IFS=' '
  set -- $group
  signal=$1
  shift
  kill -"$signal" "$@" 2>/dev/null
  tries=0
  while [ $tries -lt 100 ] && for pid in "$@"; do kill -0 "$pid" 2>/dev/null && break; done; do
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -KILL "$@" 2>/dev/null
done
`;

/** Ends what is left running when this process is killed without a chance to do so itself. */
export interface Watchdog {
  /** Tells which processes run now, in the order they are to be ended. */
  watch: (running: readonly { program: Program; pid: number }[]) => void;
  /** To be called when all have been ended: nothing more is watched. */
  dismiss: () => void;
}

export function startWatchdog(): Watchdog {
  const child = spawn("/bin/sh", ["-c", WATCHDOG_SCRIPT], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    cwd: "/",
  });
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  child.unref();
  return {
    watch: (running) => void child.stdin.write(`${watchList(running)}\n`),
    dismiss: () => void child.stdin.end("\n"),
  };
}

/** The line for the script: neighbours that end by the same signal are ended together. */
export function watchList(running: readonly { program: Program; pid: number }[]): string {
  const groups: { signal: string; pids: number[] }[] = [];
  for (const { program, pid } of running) {
    const signal = (program.farewells[0]?.[0] ?? "SIGTERM").replace(/^SIG/, "");
    const last = groups.at(-1);
    if (last?.signal === signal) last.pids.push(pid);
    else groups.push({ signal, pids: [pid] });
  }
  return groups.map((group) => [group.signal, ...group.pids].join(" ")).join(";");
}
