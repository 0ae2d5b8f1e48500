import { execFile, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { eventually } from "./eventually";

const SCRIPTS = path.resolve(__dirname, "../../../scripts");

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "launchers-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the lock", () => {
  it("lets one process work at a time", async () => {
    const log = path.join(folder, "log");
    const work = `
      await withLock(file, () => undefined, async () => {
        appendFileSync(${JSON.stringify(log)}, "in ");
        await new Promise((resolve) => setTimeout(resolve, 50));
        appendFileSync(${JSON.stringify(log)}, "out ");
      });`;
    await Promise.all([1, 2, 3].map(() => runLocked(work)));
    expect(readFileSync(log, "utf8")).toBe("in out ".repeat(3));
  });

  it("names the process that has it to those that wait", async () => {
    const holder = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      locked("takeLock(file); setInterval(() => {}, 1e6);"),
    ]);
    await eventually(
      () => existsSync(path.join(folder, "lock")) && readFileSync(path.join(folder, "lock"), "utf8") !== "",
    );
    const waiter = runLocked("withLock(file, (pid) => console.log(pid), () => undefined)");
    await eventually(() => waiter.child.stdout !== null);
    await new Promise((resolve) => waiter.child.stdout?.once("data", resolve));
    holder.kill("SIGKILL");
    expect((await waiter).stdout.trim()).toBe(String(holder.pid));
  });

  it("is taken over from a process that died with it", async () => {
    writeFileSync(path.join(folder, "lock"), "999999999 1");
    expect((await runLocked("console.log(takeLock(file).holder)")).stdout.trim()).toBe("undefined");
  });

  it("is taken over when the holder's pid belongs to another process by now", async () => {
    writeFileSync(path.join(folder, "lock"), `${process.pid} 1`);
    expect((await runLocked("console.log(takeLock(file).holder)")).stdout.trim()).toBe(
      process.platform === "linux" ? "undefined" : String(process.pid),
    );
  });
});

describe("the stamp", () => {
  it("changes with a source's content and name, and not with a test's", async () => {
    const source = path.join(folder, "packages/one/src/a.ts");
    mkdirSync(path.dirname(source), { recursive: true });
    const stamps: string[] = [];
    const stamp = async () => stamps.push((await runStamp("hashFiles(root, buildInputs(root))")).trim());
    writeFileSync(source, "1");
    await stamp();
    writeFileSync(source.replace("a.ts", "a.test.ts"), "1");
    await stamp();
    writeFileSync(source, "2");
    await stamp();
    writeFileSync(source.replace("a.ts", "b.ts"), "");
    await stamp();
    expect(stamps[1]).toBe(stamps[0]);
    expect(new Set(stamps).size).toBe(3);
  });

  it.each([
    ["the same version", { version: "1.0.0" }, true],
    ["another version", { version: "1.0.1" }, false],
    ["nothing", undefined, false],
  ])("of the packages: %s installed", async (_, installed, matches) => {
    const lock = { packages: { "": {}, "node_modules/a": { version: "1.0.0" } } };
    const record = { packages: installed === undefined ? {} : { "node_modules/a": installed } };
    const call = `installedMatches(${JSON.stringify(lock)}, ${JSON.stringify(record)})`;
    expect((await runStamp(call)).trim()).toBe(String(matches));
  });

  it("does not miss packages for other machines", async () => {
    const lock = { packages: { "node_modules/a": { version: "1.0.0", optional: true } } };
    expect((await runStamp(`installedMatches(${JSON.stringify(lock)}, { packages: {} })`)).trim()).toBe(
      "true",
    );
  });
});

describe("npm test", () => {
  const projects = async (...args: string[]) =>
    JSON.parse(await runModule("test-run", `projectsIn(${JSON.stringify(args)})`)) as unknown;

  it("runs both projects unless told otherwise", async () => {
    expect(await projects("-t", "name")).toEqual({ projects: ["unit", "integration"], rest: ["-t", "name"] });
  });

  it("runs the selected project, and hands the other arguments on", async () => {
    expect(await projects("a.test.ts", "--selectProjects", "unit", "-t", "name")).toEqual({
      projects: ["unit"],
      rest: ["a.test.ts", "-t", "name"],
    });
  });

  it("counts a suite that could not run, and a run that broke down, as failures", async () => {
    const results = [
      { code: 1, counts: { numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2 } },
      { code: 1 },
    ];
    const total = await runModule("test-run", `totals(${JSON.stringify(results)})`);
    expect(JSON.parse(total)).toEqual({ passed: 5, failed: 4 });
  });

  it("names at its end what failed, for the end of a long log may be all that is kept", async () => {
    const failed = {
      status: "failed",
      fullName: "adds up",
      failureMessages: ["\u001b[31mnot 4\u001b[39m\n  at x"],
    };
    const testResults = [
      {
        name: path.join(SCRIPTS, "..", "a.test.ts"),
        message: "all",
        assertionResults: [{ status: "passed" }, failed],
      },
      { name: path.join(SCRIPTS, "..", "b.test.ts"), message: "no such module", assertionResults: [] },
      { name: path.join(SCRIPTS, "..", "c.test.ts"), message: "", assertionResults: [{ status: "passed" }] },
    ];
    const told = await runModule(
      "test-run",
      `failures(${JSON.stringify([{ counts: { testResults } }, {}])})`,
    );
    expect(JSON.parse(told)).toEqual(["a.test.ts › adds up\n  not 4 at x", "b.test.ts\n  no such module"]);
  });
});

describe("the product's Node", () => {
  const own = (node: string) =>
    `{ versions: { node: "${node}" }, platform: "linux", arch: "x64", execPath: "/own" }`;
  const choose = (node: string, given: string, fetching: string) =>
    runScript(`const { chooseNode } = await import(${url("node")});
      console.log(await chooseNode(${own(node)}, ${JSON.stringify(given)}, async (platform) => ${fetching}));`);

  it("is the machine's own where that is 24 or newer", async () => {
    for (const version of ["24.0.0", "26.1.0"])
      expect(await choose(version, "", "{ throw new Error(); }")).toEqual({ stdout: "/own\n", stderr: "" });
  });

  it("is fetched where the machine's own is older", async () => {
    for (const version of ["20.19.0", "22.14.0"])
      expect(await choose(version, "", "`/fetched/${platform}`")).toEqual({
        stdout: "/fetched/linux-x64\n",
        stderr: "",
      });
  });

  it("is the machine's own, with a line that says so, where none can be fetched", async () => {
    const { stdout, stderr } = await choose("20.19.0", "", '{ throw new Error("long\\nno network"); }');
    expect(stdout).toBe("/own\n");
    expect(stderr).toMatch(/^Running on this machine's Node 20\.19\.0, .*a third more.*\(no network\).*\n$/);
  });

  it("is the one that SENDEX_NODE names, before all", async () => {
    expect((await choose("26.0.0", process.execPath, "{ throw new Error(); }")).stdout.trim()).toBe(
      process.execPath,
    );
    await expect(choose("26.0.0", "/nowhere/node", '"/fetched"')).rejects.toThrow("does not run here");
  });

  it("is never older than 20.19", async () => {
    await expect(choose("20.18.3", "", '"/fetched"')).rejects.toThrow("Sendex needs Node 20.19 or newer");
  });
});

describe("a launcher", () => {
  /** A launcher of its own, on a Node of another path, and what it does there. */
  const launcher = (work: string) => {
    const other = path.join(folder, "node");
    symlinkSync(process.execPath, other);
    const script = path.join(folder, "launcher.mjs");
    const head = `import { launch } from ${url("launch")}; await launch(import.meta.url, []);`;
    writeFileSync(script, `${head}\n${work}`);
    const env = { ...process.env, SENDEX_NODE: other };
    return spawn(process.execPath, [script, "a", "b c"], { env, stdio: ["ignore", "pipe", "ignore"] });
  };
  const printed = (child: ReturnType<typeof launcher>) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    return () => text;
  };
  const ended = (child: ReturnType<typeof launcher>) =>
    new Promise<number | null>((resolve) => child.once("close", resolve));

  it("goes on on the other Node with its arguments, and ends with its code", async () => {
    const child = launcher(
      `console.log(process.ppid, JSON.stringify(process.argv.slice(2))); process.exit(7);`,
    );
    const text = printed(child);
    expect(await ended(child)).toBe(7);
    expect(text().trim()).toBe(`${child.pid} ["a","b c"]`);
  });

  it("passes a Ctrl-C on once, though npm doubles it", async () => {
    const child = launcher(`let heard = 0;
      process.on("SIGINT", () => { console.log("heard", heard += 1); if (heard === 1) setTimeout(() => process.exit(3), 1000); });
      console.log("up"); setInterval(() => {}, 1e6);`);
    const text = printed(child);
    await eventually(() => text().includes("up"));
    child.kill("SIGINT");
    child.kill("SIGINT");
    expect(await ended(child)).toBe(3);
    expect(text()).toBe("up\nheard 1\n");
  });

  it("leaves nobody behind when it is killed", async () => {
    const child = launcher(`process.on("SIGTERM", () => { console.log("down"); process.exit(); });
      console.log("up"); setInterval(() => {}, 1e6);`);
    const text = printed(child);
    await eventually(() => text().includes("up"));
    child.kill("SIGKILL");
    await ended(child);
    expect(text()).toBe("up\ndown\n");
  });
});

const url = (name: string) => JSON.stringify(pathToFileURL(path.join(SCRIPTS, `${name}.mjs`)).href);

function locked(code: string): string {
  return `import { appendFileSync } from "node:fs"; import { takeLock, withLock } from ${url("lock")};
    const file = ${JSON.stringify(path.join(folder, "lock"))}; ${code}`;
}

function runLocked(code: string) {
  return promisify(execFile)(process.execPath, ["--input-type=module", "-e", locked(code)]);
}

function runStamp(expression: string): Promise<string> {
  return runModule("stamp", expression, `const root = ${JSON.stringify(folder)};`);
}

/** The value of an expression over a launcher's exports, as it is printed (objects as JSON). */
async function runModule(name: string, expression: string, before = ""): Promise<string> {
  const code = `const { ${exportsOf(name)} } = await import(${url(name)}); ${before}
    const value = ${expression}; console.log(typeof value === "object" ? JSON.stringify(value) : value);`;
  return (await runScript(code)).stdout;
}

function runScript(code: string) {
  return promisify(execFile)(process.execPath, ["--input-type=module", "-e", code]);
}

function exportsOf(name: string): string {
  return name === "stamp" ? "hashFiles, buildInputs, installedMatches" : "failures, projectsIn, totals";
}
