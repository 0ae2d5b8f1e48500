import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";
import { openLive } from "./open";

const window = {
  visibilityState: "visible",
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { document: window });
  // Answers nothing until it is called off.
  jest.spyOn(globalThis, "fetch").mockImplementation(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new Error("called off")));
      }),
  );
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, "document");
});

it("asks no more once nobody listens", async () => {
  const heard = jest.fn();
  const leave = openLive({ accountId: "acc_1", mode: "live", csrfToken: "x" }).listen(heard);
  await jest.advanceTimersByTimeAsync(4_000);
  expect(heard).toHaveBeenCalledTimes(1);
  leave();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(0);
});
