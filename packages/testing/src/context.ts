import type { Log } from "@sendex/core/ports";
import { openContext } from "@sendex/boot/context";
import { openMeters } from "@sendex/boot/meters";
import type { Settings } from "@sendex/boot/settings";
import type { Context } from "@sendex/pipeline/context";
import { openTestClock, type TestClock } from "./clock";
import { createTestDatabase } from "./database";
import { silentLog } from "./log";
import { fakePorts } from "./ports";
import { testPrefix } from "./redis";
import { testSettings } from "./settings";
import { openTestWorld, type TestWorld } from "./world";

/** A context over a database and a Redis prefix of its own, with a clock and a world that the test controls. */
export interface TestContext {
  context: Context;
  clock: TestClock;
  world: TestWorld;
  /** For connections of the test's own, such as a consumer's. */
  redis: { url: string; prefix: string };
  settings: Settings;
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export interface TestOverrides {
  settings?: Partial<Settings>;
  ports?: Partial<Context["ports"]>;
  log?: Log;
  now?: Date;
}

export async function openTestContext(overrides: TestOverrides = {}): Promise<TestContext> {
  const database = await createTestDatabase();
  const prefix = testPrefix();
  const settings = { ...testSettings(database.url), ...overrides.settings };
  const clock = openTestClock(overrides.now ?? twentyPastTen());
  const world = openTestWorld();
  const { meters, text } = openMeters();
  const opened = await openContext({
    settings,
    name: "test",
    log: overrides.log ?? silentLog,
    meters,
    clock: clock.now,
    prefix,
    ports: { ...fakePorts(world), ...overrides.ports },
  });
  return {
    context: opened.context,
    clock,
    world,
    redis: { url: settings.redisUrl, prefix },
    settings,
    metrics: text,
    async close() {
      await opened.close();
      await database.drop();
    },
  };
}

/**
 * Of today, for which the partitions are made; in the middle of an hour and of a quarter of one, so that what a test finds
 * does not depend on when it runs.
 */
function twentyPastTen(): Date {
  return new Date(new Date().setUTCHours(10, 20, 30, 400));
}
