import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { eventTime } from "./event-id";
import { openHandled, readHandled } from "./handled";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sendex-handled-"));
  file = path.join(folder, "listen", "a.log");
});
afterEach(() => rmSync(folder, { recursive: true }));

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** An event's id of so many seconds after some time; `n` tells those of one second apart. */
function id(seconds: number, n = 0): string {
  let [rest, time] = [1_700_000_000_000 + seconds * 1_000, ""];
  for (; time.length < 10; rest = Math.floor(rest / 32)) time = (DIGITS[rest % 32] ?? "") + time;
  return `evt_${time}000${String(n).padStart(14, "0")}`;
}

test("an id holds its time", () => {
  expect(eventTime(id(5)) - eventTime(id(0))).toBe(5_000);
});

test("what was handed over is known to the next listener, however the first one ended", () => {
  const first = openHandled(file);
  expect(first.position()).toBeUndefined();
  first.moveTo(id(0));
  first.note(id(1));
  first.note(id(2));
  const second = openHandled(file);
  expect(second.position()).toBe(id(0));
  expect([id(1), id(2), id(3)].map(second.has)).toEqual([true, true, false]);
});

test("a position only moves forward, and what can no longer be repeated is forgotten", () => {
  const handled = openHandled(file);
  handled.moveTo(id(0));
  handled.note(id(1));
  handled.note(id(500));
  handled.moveTo(id(510));
  handled.moveTo(id(100));
  expect(handled.position()).toBe(id(510));
  handled.close();
  openHandled(file).close();
  expect(readHandled(readFileSync(file, "utf8"))).toEqual({
    from: id(0),
    at: id(510),
    ids: new Set([id(500)]),
  });
});

test("an event from before the first start is not handed over when the API repeats it", () => {
  const handled = openHandled(file);
  handled.moveTo(id(100));
  expect([id(50), id(94), id(96), id(101)].map(handled.has)).toEqual([true, true, false, false]);
  handled.moveTo(id(200));
  expect(handled.has(id(150))).toBe(false);
});

test("a line that a kill cut off is passed over, and does not spoil the next one", () => {
  openHandled(file).moveTo(id(0));
  writeFileSync(file, `at ${id(0)}\nok ${id(1)}\nok ${id(2).slice(0, 12)}`);
  const handled = openHandled(file);
  expect([id(1), id(2)].map(handled.has)).toEqual([true, false]);
  handled.note(id(3));
  expect(openHandled(file).has(id(3))).toBe(true);
});

test("forgetting begins anew", () => {
  const handled = openHandled(file);
  handled.moveTo(id(0));
  handled.note(id(1));
  handled.forget();
  expect([handled.position(), handled.has(id(1))]).toEqual([undefined, false]);
  expect(openHandled(file).position()).toBeUndefined();
});

test("only its owner may read it", () => {
  openHandled(file).note(id(1));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
});

test("more ids than are remembered move the position along, and the file stays small", () => {
  const handled = openHandled(file);
  handled.moveTo(id(0));
  for (let n = 0; n < 50_010; n += 1) handled.note(id(1, n));
  expect(handled.position()).toBe(id(1, 9));
  expect(handled.has(id(1, 9))).toBe(false);
  expect(handled.has(id(1, 50_009))).toBe(true);
  handled.close();
  const again = openHandled(file);
  expect(again.position()).toBe(id(1, 9));
  expect(statSync(file).size).toBeLessThan(2_000_000);
});
