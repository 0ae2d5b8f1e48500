import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { watchProgress, type Progress } from "./watchdog";

describe("watchdog", () => {
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  function watch(progress: Progress, waiting: () => Promise<number>, running = true) {
    const replaced: string[] = [];
    let checks = 0;
    const counted = () => {
      checks += 1;
      return waiting();
    };
    const replace = (why: string) => void replaced.push(why);
    const watchdog = watchProgress({
      progress,
      running: () => running,
      waiting: counted,
      replace,
      stuckMs: 30,
      checkMs: 5,
    });
    stop = () => watchdog.stop();
    return { replaced, checks: () => checks };
  }

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await sleep(5);
  }

  it("replaces a worker that leaves waiting jobs alone", async () => {
    const { replaced } = watch({ active: 0, lastAt: performance.now() }, async () => 3);
    await until(() => replaced.length > 0);
    expect(replaced[0]).toContain("none is taken");
  });

  it("says when the worker's loop has ended", async () => {
    const { replaced } = watch({ active: 0, lastAt: performance.now() }, async () => 3, false);
    await until(() => replaced.length > 0);
    expect(replaced[0]).toContain("loop has ended");
  });

  it.each([
    ["nothing waits", 0, async () => 0],
    ["a job is in hand", 1, async () => 3],
    ["Redis cannot be asked", 0, () => Promise.reject(new Error("away"))],
  ])("leaves it alone while %s", async (_why, active, waiting) => {
    const { replaced, checks } = watch({ active, lastAt: performance.now() }, waiting);
    await until(() => checks() > 15);
    expect(replaced).toEqual([]);
  });

  it("leaves it alone while jobs end", async () => {
    const progress = { active: 0, lastAt: performance.now() };
    const { replaced, checks } = watch(progress, async () => {
      progress.lastAt = performance.now();
      return 3;
    });
    await until(() => checks() > 15);
    expect(replaced).toEqual([]);
  });
});
