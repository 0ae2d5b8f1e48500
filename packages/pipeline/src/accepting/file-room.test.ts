import { describe, expect, test } from "@jest/globals";
import { openFileRoom } from "./file-room";

describe("the room for fetched files", () => {
  test("is shared by all calls, and given back when one ends", () => {
    const room = openFileRoom({ totalBytes: 10 });
    const first = room.enter("a");
    const second = room.enter("b");
    expect([first.take(7), second.take(4), second.take(3)]).toEqual([true, false, true]);
    first.leave();
    first.leave();
    expect([second.take(8), second.take(7)]).toEqual([false, true]);
  });

  test("gives an account so many turns at a time, in the order of asking, and others theirs", async () => {
    const room = openFileRoom({ atOnce: 2 });
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const run = (account: string, name: string): Promise<void> =>
      room.enter(account).inTurn(async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
      });
    const runs = [run("a", "a1"), run("a", "a2"), run("a", "a3"), run("a", "a4"), run("b", "b1")];
    await Promise.resolve();
    expect(begun).toEqual(["a1", "a2", "b1"]);
    ends[0]?.();
    await runs[0];
    await Promise.resolve();
    expect(begun).toEqual(["a1", "a2", "b1", "a3"]);
    while (begun.length < 5 || ends.length > 0) {
      ends.splice(0).forEach((end) => end());
      await Promise.resolve();
    }
    await Promise.all(runs);
    expect(begun.at(-1)).toBe("a4");
  });

  test("hands a turn on when the work fails", async () => {
    const hold = openFileRoom({ atOnce: 1 }).enter("a");
    const failing = hold.inTurn(() => Promise.reject(new Error("broke")));
    const next = hold.inTurn(() => Promise.resolve("done"));
    await expect(failing).rejects.toThrow("broke");
    expect(await next).toBe("done");
  });
});
