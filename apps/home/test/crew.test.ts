import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Crew, gatherCrew } from "../src/processes/crew";
import { openLog } from "../src/processes/log-file";
import type { Program } from "../src/processes/program";
import { WATCHDOG_SCRIPT } from "../src/processes/watchdog";
import { eventually, isRunning } from "./eventually";

const STUBBORN = "process.on('SIGTERM', () => undefined);";
const STAY = "setInterval(() => undefined, 1000);";

let folder: string;
let told: string[];
let crew: Crew;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "crew-"));
  told = [];
  crew = gatherCrew((program) => openLog(folder, program.name), {
    started: ({ name }) => told.push(`${name} started`),
    died: ({ name }, { how }) => told.push(`${name} ${how}`),
    back: ({ name }) => told.push(`${name} back`),
  });
});

afterEach(async () => {
  await crew.stop();
  rmSync(folder, { recursive: true });
});

describe("crew", () => {
  it("starts a dead process again, tells of it, and knows its new pid", async () => {
    await crew.start(script("one", STAY));
    const first = pidOf("one");
    process.kill(first, "SIGKILL");
    await eventually(() => told.includes("one back"));
    expect(pidOf("one")).not.toBe(first);
    expect(isRunning(pidOf("one"))).toBe(true);
    expect(told).toEqual(["one started", "one was ended by SIGKILL", "one started", "one back"]);
  });

  it("shows the end of the log of a process that dies before it was ready", async () => {
    const dying = {
      ...script("dying", "console.log('no such file'); process.exit(3);"),
      ready: () => Promise.resolve(false),
    };
    await expect(crew.start(dying)).rejects.toThrow(/dying ended with exit code 3.*no such file/s);
  });

  it("says so when a command cannot be started at all", async () => {
    await expect(crew.start({ ...script("ghost", ""), command: "/no/such/command" })).rejects.toThrow(
      /ghost could not be started/,
    );
  });

  it("kills what does not end when asked to", async () => {
    await crew.start({ ...script("stubborn", STUBBORN + STAY), farewells: [["SIGTERM", 50]] });
    const pid = pidOf("stubborn");
    await crew.stop();
    expect(isRunning(pid)).toBe(false);
  });

  it("ends later groups before it touches earlier ones", async () => {
    await crew.start(script("base", STAY));
    await crew.start(
      script("late", "process.on('SIGTERM', () => setTimeout(() => process.exit(), 200));" + STAY),
    );
    const [base, late] = [pidOf("base"), pidOf("late")];
    const stopped = crew.stop();
    await eventually(() => {
      const baseRan = isRunning(base);
      if (isRunning(late)) expect(baseRan).toBe(true);
      return !isRunning(late);
    });
    await stopped;
    expect(isRunning(base)).toBe(false);
  });

  it("starts nothing any more once it was stopped", async () => {
    await crew.stop();
    await expect(crew.start(script("late", STAY))).rejects.toThrow();
    expect(told).toEqual([]);
  });

  it("gives up a start that is not ready yet when it is stopped", async () => {
    const never = { ...script("never", STAY), ready: () => Promise.resolve(false) };
    const started = crew.start(never);
    await eventually(() => told.includes("never started"));
    const pid = pidOf("never");
    const refused = expect(started).rejects.toThrow(/never/);
    await crew.stop();
    await refused;
    expect(isRunning(pid)).toBe(false);
  });
});

describe("the watchdog's script", () => {
  it("ends what runs when its input breaks off, also what ignores the signal", async () => {
    const victims = [STAY, STUBBORN + STAY].map((code) =>
      spawn(process.execPath, ["-e", code], { stdio: "ignore" }),
    );
    const gone = victims.map((victim) => new Promise((resolve) => victim.once("exit", resolve)));
    const dog = spawn("/bin/sh", ["-c", WATCHDOG_SCRIPT], { stdio: ["pipe", "ignore", "ignore"] });
    dog.stdin.end(`TERM 999999999\nTERM ${victims.map(({ pid }) => pid).join(" ")}\n`);
    await Promise.all(gone);
    expect(victims.map(({ signalCode }) => signalCode !== null)).toEqual([true, true]);
  });

  it("ends nothing when it was dismissed", async () => {
    const bystander = spawn(process.execPath, ["-e", STAY], { stdio: "ignore" });
    const dog = spawn("/bin/sh", ["-c", WATCHDOG_SCRIPT], { stdio: ["pipe", "ignore", "ignore"] });
    const over = new Promise((resolve) => dog.once("exit", resolve));
    dog.stdin.end(`TERM ${bystander.pid}\n\n`);
    await over;
    expect(bystander.pid !== undefined && isRunning(bystander.pid)).toBe(true);
    bystander.kill("SIGKILL");
  });
});

function script(name: string, code: string): Program {
  return {
    name,
    command: process.execPath,
    args: ["-e", code],
    env: process.env,
    cwd: folder,
    leash: false,
    farewells: [["SIGTERM", 5_000]],
    ready: (pid) => Promise.resolve(isRunning(pid)),
  };
}

function pidOf(name: string): number {
  const pid = crew.pids()[name];
  if (pid === undefined) throw new Error(`${name} does not run`);
  return pid;
}
