import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createTestDatabase, type TestDatabase } from "@sendex/testing/database";
import { testRedisUrl } from "@sendex/testing/redis";
import { until } from "@sendex/testing/until";
import { processEnv, startMain, type Started } from "./process";

/** A database number of its own: these processes use the real key prefix. */
const REDIS_DATABASE = 9;

describe("worker processes", () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  const started: Started[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    env = processEnv(database.url, testRedisUrl(REDIS_DATABASE));
  });
  afterEach(async () => {
    for (const { child, exited } of started.splice(0)) {
      child.kill("SIGKILL");
      await exited;
    }
  });
  afterAll(() => database.drop());

  function start(main: string, changes: Record<string, string> = {}): Started {
    const one = startMain(main, { ...env, ...changes });
    started.push(one);
    return one;
  }

  async function adminGet(line: Record<string, unknown>, path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${String(line.adminPort)}${path}`);
  }

  it.each(["send", "deliver", "ingest", "schedule"])(
    "%s starts, becomes ready, and ends at SIGTERM with 0",
    async (main) => {
      const one = start(main);
      const line = await one.logged("ready");
      expect(line).toMatchObject({ sesMode: "sandbox", configurationSet: null, retryTimeScale: 1 });
      expect((await adminGet(line, "/healthz")).status).toBe(200);
      await expectReady(line);
      expect(await (await adminGet(line, "/metrics")).text()).toContain("sendex_queue_waiting");
      one.child.kill("SIGTERM");
      expect(await one.exited).toBe(0);
      expect(one.lines.some(({ msg }) => msg === "stopped")).toBe(true);
    },
  );

  async function expectReady(line: Record<string, unknown>): Promise<void> {
    await until(async () => (await adminGet(line, "/readyz")).status === 200);
  }

  it("says that without a configuration set there is no evidence", async () => {
    const one = start("schedule");
    await one.logged("ready");
    await until(() => one.lines.some(({ msg }) => String(msg).includes("SES_CONFIG_SET")));
  });

  it("ends when its parent's pipe does", async () => {
    const one = start("schedule", { SENDEX_PARENT_PIPE: "1" });
    await one.logged("ready");
    one.child.stdin.end();
    expect(await one.exited).toBe(0);
  });

  it("does not mind a closed stdin otherwise", async () => {
    const one = start("schedule");
    one.child.stdin.end();
    const line = await one.logged("ready");
    await expectReady(line);
    expect(one.child.exitCode).toBeNull();
  });

  it("names each bad variable on a line of stderr and exits with 1", async () => {
    const one = start("schedule", { DATABASE_URL: "mysql://secret-word@db", KEY_PEPPER: "" });
    expect(await one.exited).toBe(1);
    expect(one.stderr().trim().split("\n")).toEqual([
      "DATABASE_URL is not a URL of the right kind",
      "KEY_PEPPER is missing",
    ]);
    expect(one.stderr()).not.toContain("secret-word");
  });

  it("starts without PostgreSQL and Redis, and says it is not ready", async () => {
    const one = start("deliver", {
      DATABASE_URL: "postgresql://127.0.0.1:9/none",
      REDIS_URL: "redis://127.0.0.1:9",
    });
    const line = await one.logged("ready");
    const response = await adminGet(line, "/readyz");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      postgres: expect.stringContaining("down"),
      redis: expect.stringContaining("down"),
      deliver: "not taking jobs",
    });
    one.child.kill("SIGTERM");
    one.child.kill("SIGTERM");
    expect([0, 130]).toContain(await one.exited);
  });
});
