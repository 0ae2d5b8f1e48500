import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "@jest/globals";

const ROOT = path.resolve(__dirname, "../../..");
const LOADED = `
const { openTracing } = require("@sendex/boot/tracing");
require("@sendex/boot/process");
const log = { debug() {}, info() {}, warn() {}, error() {} };
const tracing = process.argv[1] && { endpoint: process.argv[1], share: 1 };
openTracing(tracing || undefined, "api", log).then(() => {
  const found = Object.keys(require.cache).flatMap((file) => /@opentelemetry.([\\w-]+)/.exec(file)?.[1] ?? []);
  process.stdout.write(JSON.stringify([...new Set(found)].sort()));
  process.exit();
});`;

/** The packages of OpenTelemetry that a process has loaded once it has opened its tracing. */
function loaded(endpoint: string): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", LOADED, endpoint], {
    cwd: path.join(ROOT, "packages/boot"),
    encoding: "utf8",
    timeout: 60_000,
  });
  return stdout === "" ? stderr : JSON.parse(stdout);
}

it("loads OpenTelemetry's SDK where traces are configured, and only there", () => {
  expect(loaded("")).toEqual(["api"]);
  expect(loaded("http://127.0.0.1:9")).toEqual(expect.arrayContaining(["api", "sdk-trace"]));
});
