import { describe, expect, it } from "@jest/globals";
import { group } from "./group";

/** A run that notes its groups and ends when told to. */
function recorder(answer: (item: number) => number = (item) => item * 2) {
  const groups: number[][] = [];
  const release: (() => void)[] = [];
  const run = async (items: number[]): Promise<number[]> => {
    groups.push(items);
    await new Promise<void>((resolve) => release.push(resolve));
    return items.map(answer);
  };
  return { groups, run, next: () => release.shift()?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("group", () => {
  it("runs a lone call at once and by itself", async () => {
    const { groups, run, next } = recorder();
    const call = group(run, { items: 10 });
    const answer = call(1);
    expect(groups).toEqual([[1]]);
    next();
    await expect(answer).resolves.toBe(2);
  });

  it("gathers what comes while a group is in flight into the next one", async () => {
    const { groups, run, next } = recorder();
    const call = group(run, { items: 10 });
    const answers = Promise.all([1, 2, 3].map(call));
    next();
    await settled();
    expect(groups).toEqual([[1], [2, 3]]);
    next();
    await expect(answers).resolves.toEqual([2, 4, 6]);
  });

  it("bounds a group by its items and by its cost, and lets one that is too large go alone", async () => {
    const groups: number[][] = [];
    const run = async (items: number[]): Promise<number[]> => {
      groups.push(items);
      return items;
    };
    const call = group(run, { items: 3, cost: 10, costOf: (item) => item });
    await Promise.all([1, 1, 1, 1, 50, 6, 6].map(call));
    expect(groups).toEqual([[1], [1, 1, 1], [50], [6], [6]]);
  });

  it("waits for more calls where it may linger, and not once there are enough", async () => {
    const { groups, run, next } = recorder();
    const call = group(run, { items: 3, linger: { ms: 60_000, fewer: 3 } });
    const answers = Promise.all([1, 2].map(call));
    await settled();
    expect(groups).toEqual([]);
    const more = Promise.all([3, 4, 5, 6].map(call));
    while (groups.length === 0) await settled();
    expect(groups).toEqual([[1, 2, 3]]);
    next();
    await answers;
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    next();
    await expect(more).resolves.toEqual([6, 8, 10, 12]);
  });

  it("goes alone when nobody came in time", async () => {
    const { groups, run, next } = recorder();
    const answer = group(run, { items: 3, linger: { ms: 5, fewer: 3 } })(1);
    while (groups.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(groups).toEqual([[1]]);
    next();
    await expect(answer).resolves.toBe(2);
  });

  it("lets only the item fail that a group fails over", async () => {
    const run = async (items: number[]): Promise<number[]> => {
      if (items.includes(3)) throw new Error("three");
      return items;
    };
    const call = group(run, { items: 10 });
    const answers = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(call));
    expect(answers.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
  });

  it("fails a whole group at once where the trouble is shared, and goes on afterwards", async () => {
    let calls = 0;
    const run = async (items: number[]): Promise<number[]> => {
      calls += 1;
      if (calls === 2) throw new Error("connection lost");
      return items;
    };
    const call = group(run, { items: 10, shared: () => true });
    const answers = await Promise.allSettled([0, 1, 2].map(call));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(calls).toBe(2);
    await expect(call(7)).resolves.toBe(7);
  });

  it("refuses a run that answers too little", async () => {
    const call = group(async (items: number[]) => items.slice(1), { items: 10 });
    await expect(call(1)).rejects.toThrow("one output an item");
  });
});
