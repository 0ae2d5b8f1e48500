import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { ENDPOINT_WINDOW } from "@sendex/core/sending/admission";
import { type EndpointSlots, type Entry, MAX_IN_FLIGHT, PROBING, openEndpointSlots } from "./slots";

const HOOK = "wh_1";

describe("endpoint slots", () => {
  let slots: EndpointSlots;
  beforeEach(() => {
    jest.useFakeTimers();
    slots = openEndpointSlots();
  });
  afterEach(() => void jest.useRealTimers());

  const enter = async (hook = HOOK, now = 0): Promise<Entry> => {
    const entry = slots.enter(hook, now);
    await jest.advanceTimersByTimeAsync(1_000);
    return entry;
  };
  const leave = (entry: Entry | undefined, succeeded: boolean, ms = 10): void => {
    if (entry?.kind === "go") entry.leave({ succeeded, ms });
  };
  const fill = (hook = HOOK) => Promise.all(Array.from({ length: MAX_IN_FLIGHT }, () => enter(hook)));

  it("lets 16 requests to one endpoint be in flight, and other endpoints go on", async () => {
    expect((await fill()).map(({ kind }) => kind)).toEqual(Array(MAX_IN_FLIGHT).fill("go"));
    expect(await enter()).toMatchObject({ kind: "later" });
    expect(await enter("wh_2")).toMatchObject({ kind: "go" });
  });

  it("gives a slot that becomes free within 250 ms to the delivery that waits", async () => {
    const [first] = await fill();
    const waiting = slots.enter(HOOK, 0);
    await jest.advanceTimersByTimeAsync(200);
    leave(first, true);
    expect(await waiting).toMatchObject({ kind: "go" });
    expect(await enter()).toMatchObject({ kind: "later" });
  });

  it("finds a slot for all that is admitted at once to an endpoint that responds quickly", async () => {
    leave(await enter(), true);
    const entries: Entry[] = [];
    const all = Array.from({ length: ENDPOINT_WINDOW }, async () => {
      const entry = await slots.enter(HOOK, 0);
      entries.push(entry);
      await new Promise((resolve) => setTimeout(resolve, 10));
      leave(entry, true);
    });
    await jest.advanceTimersByTimeAsync(1_000);
    await Promise.all(all);
    expect(entries.map(({ kind }) => kind)).toEqual(Array(ENDPOINT_WINDOW).fill("go"));
  });

  it("lets no delivery wait after one waited in vain, until a request ends", async () => {
    const [first] = await fill();
    await enter();
    const prompt = slots.enter(HOOK, 0);
    expect(await prompt).toMatchObject({ kind: "later" });
    leave(first, true);
    await enter();
    const standing = slots.enter(HOOK, 0);
    expect(await Promise.race([standing, Promise.resolve("standing")])).toBe("standing");
  });

  it("lets two through while an endpoint fails, and 16 again after it answered", async () => {
    const entries = await fill();
    for (const entry of entries) leave(entry, false);
    const probes = await Promise.all([1, 2, 3].map(() => enter()));
    expect(probes.map(({ kind }) => kind)).toEqual([...Array<string>(PROBING).fill("go"), "later"]);
    for (const entry of probes) leave(entry, true);
    expect((await fill()).every(({ kind }) => kind === "go")).toBe(true);
  });

  it("takes another's word that an endpoint fails", async () => {
    const first = await enter();
    if (first.kind === "go") first.knownToFail();
    await enter();
    expect(await enter()).toMatchObject({ kind: "later" });
  });

  it("sends the line away when the endpoint fails", async () => {
    const [first] = await fill();
    const waiting = slots.enter(HOOK, 0);
    leave(first, false);
    expect(await waiting).toMatchObject({ kind: "later" });
  });

  it("gives each one sent away a turn of its own, at the endpoint's speed and at most half a minute away", async () => {
    const entries = await fill();
    for (const entry of entries) leave(entry, false, 15_000);
    await Promise.all([enter(), enter()]);
    const waits: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      const entry = await enter();
      if (entry.kind === "later") waits.push(entry.waitMs);
    }
    expect(waits).toHaveLength(20);
    expect(waits[0]).toBe(1_000);
    expect((waits[1] ?? 0) - (waits[0] ?? 0)).toBeGreaterThan(5_000);
    expect(Math.max(...waits)).toBe(30_000);
  });

  it("counts no request that was not made", async () => {
    const entries = await fill();
    for (const entry of entries) if (entry.kind === "go") entry.leave();
    expect((await fill()).every(({ kind }) => kind === "go")).toBe(true);
  });
});
