import { expect, test } from "@jest/globals";
import type { Side } from "./comparison";
import { interleave } from "./interleave";

function sidesThatLog(log: string[]): Side[] {
  return ["ours", "floor", "ceiling"].map((name) => ({
    name,
    title: name,
    role: name as Side["role"],
    run: () => {
      log.push(name);
      return Promise.resolve({ order: log.length });
    },
  }));
}

test("runs every side once a round, every other round backwards", async () => {
  const log: string[] = [];
  await interleave(sidesThatLog(log), 3, () => undefined);
  expect(log).toEqual([
    ...["ours", "floor", "ceiling"],
    ...["ceiling", "floor", "ours"],
    ...["ours", "floor", "ceiling"],
  ]);
});

test("keeps each side's samples in the order of rounds, so that pairs belong together", async () => {
  const sides = sidesThatLog([]);
  const samples = await interleave(sides, 2, () => undefined);
  expect(sides.map((side) => samples.get(side))).toEqual([
    [{ order: 1 }, { order: 6 }],
    [{ order: 2 }, { order: 5 }],
    [{ order: 3 }, { order: 4 }],
  ]);
});

test("ends with the first run that fails", async () => {
  const log: string[] = [];
  const [ours, floor, ceiling] = sidesThatLog(log);
  if (!ours || !floor || !ceiling) throw new Error("Three sides were made");
  const broken = { ...floor, run: () => Promise.reject(new Error("no answer")) };
  await expect(interleave([ours, broken, ceiling], 2, () => undefined)).rejects.toThrow("no answer");
  expect(log).toEqual(["ours"]);
});
