import { expect, test } from "@jest/globals";
import { discard } from "./discard";

const LARGE = 1024 * 1024;

test("large memory of its own is empty afterwards", () => {
  const bytes = new Uint8Array(LARGE);
  discard(bytes);
  expect(bytes.length).toBe("transfer" in ArrayBuffer.prototype ? 0 : LARGE);
});

test("small memory and parts of a buffer stay", () => {
  const small = new Uint8Array(LARGE - 1);
  const whole = new Uint8Array(2 * LARGE);
  discard(small);
  discard(whole.subarray(LARGE));
  expect([small.length, whole.length]).toEqual([LARGE - 1, 2 * LARGE]);
});
