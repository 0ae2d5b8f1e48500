import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { HEARTBEAT_MS } from "@sendex/core/events";
import { startHeart } from "./heart";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test("a heartbeat brings a position once all before it was told, and none while that is caught up with", async () => {
  const written: string[] = [];
  let caughtUp = (): void => undefined;
  const catching = new Promise<void>((resolve) => (caughtUp = resolve));
  const stop = startHeart({ write: (text) => void written.push(text) }, catching, () => new Date(1e12));
  await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
  caughtUp();
  await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
  stop();
  await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(written).toEqual([": heartbeat\n\n", expect.stringMatching(/^: heartbeat\nid: evt_\w{27}\n\n$/)]);
});
