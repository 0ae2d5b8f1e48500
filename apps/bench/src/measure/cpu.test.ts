import { expect, test } from "@jest/globals";
import { cpuBelow, parseStat, timeBelow } from "./cpu";

test("reads pid, parent and all four times, whatever the command is called", () => {
  const line = "42 (a (b) c) S 7 42 42 0 -1 4194560 100 0 0 0 11 5 2 1 20 0 1 0 100 0 0";
  expect(parseStat(line)).toEqual({ pid: 42, parent: 7, ms: 190 });
});

test("adds up children and theirs, but neither the root, nor strangers, nor those left out with all below them", () => {
  const all = [
    { pid: 1, parent: 0, ms: 1000 },
    { pid: 2, parent: 1, ms: 10 },
    { pid: 3, parent: 2, ms: 20 },
    { pid: 4, parent: 1, ms: 40 },
    { pid: 5, parent: 4, ms: 80 },
    { pid: 6, parent: 9, ms: 160 },
  ];
  expect(timeBelow(all, 1, [])).toBe(150);
  expect(timeBelow(all, 1, [4, undefined])).toBe(30);
});

test("a process without children has used nothing below it", () => {
  const mine = cpuBelow(2 ** 30, []);
  expect(mine).toBe(process.platform === "linux" ? 0 : undefined);
});
