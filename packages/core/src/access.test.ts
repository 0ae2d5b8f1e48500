import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  covers,
  inScope,
  isOfWholeAccount,
  managesDomains,
  pausedAmong,
  permits,
  type Person,
  type Powers,
} from "./access";

const DEFAULT_RATE = 1_000;
const all: Powers = { mode: "live", permission: "full", domains: [], rateLimit: null };

describe("a key's powers", () => {
  it.each<[Partial<Powers>, Partial<Powers>, boolean]>([
    [{}, {}, true],
    [{}, { mode: "test", permission: "send_only", domains: ["a.test"], rateLimit: 5 }, true],
    [{ mode: "test" }, {}, false],
    [{ permission: "send_only" }, {}, false],
    [{ domains: ["a.test"] }, {}, false],
    [{ domains: ["a.test", "b.test"] }, { domains: ["b.test"] }, true],
    [{ domains: ["a.test"] }, { domains: ["a.test", "b.test"] }, false],
    [{ rateLimit: 50 }, {}, false],
    [{ rateLimit: 50 }, { rateLimit: 50 }, true],
    [{}, { rateLimit: DEFAULT_RATE + 1 }, false],
    [{ rateLimit: DEFAULT_RATE + 1 }, {}, true],
  ])("of %j cover %j: %s", (own, other, covered) => {
    expect(covers({ ...all, ...own }, { ...all, ...other }, DEFAULT_RATE)).toBe(covered);
  });

  const powers: fc.Arbitrary<Powers> = fc.record({
    mode: fc.constantFrom("live", "test"),
    permission: fc.constantFrom("full", "send_only"),
    domains: fc.subarray(["a.test", "b.test", "c.test"]),
    rateLimit: fc.option(fc.integer({ min: 1, max: 2_000 })),
  });

  it("cover themselves, and what those cover whom they cover: nobody climbs by making keys", () => {
    fc.assert(
      fc.property(powers, powers, powers, (a, b, c) => {
        expect(covers(a, a, DEFAULT_RATE)).toBe(true);
        if (covers(a, b, DEFAULT_RATE) && covers(b, c, DEFAULT_RATE))
          expect(covers(a, c, DEFAULT_RATE)).toBe(true);
      }),
    );
  });
});

describe("a key", () => {
  it("that only sends may send and nothing else", () => {
    const may = (permission: Powers["permission"]) =>
      (["send", "full", "person"] as const).map((need) => permits({ permission }, need));
    expect(may("send_only")).toEqual([true, false, false]);
    expect(may("full")).toEqual([true, true, false]);
  });

  it("bound to domains sends from those and not from their subdomains; one bound to none, from all", () => {
    expect(inScope(["a.test"], "A.test")).toBe(true);
    expect(inScope(["a.test"], "mail.a.test")).toBe(false);
    expect(inScope([], "b.test")).toBe(true);
  });

  it("of test mode does not manage domains", () => {
    expect([managesDomains({ mode: "live" }), managesDomains({ mode: "test" })]).toEqual([true, false]);
  });

  it("is paused where it is named among the account's paused sources", () => {
    expect(pausedAmong(["key_1"], ["tpl_1", "key_1"])).toBe("key_1");
    expect(pausedAmong(["key_1"], ["key_2"])).toBeUndefined();
  });
});

describe("a person", () => {
  const person: Person = { userId: "usr_1", email: "ada@acme.example", role: "developer" };

  it("is bound by no mode: what both worlds share, and keys of either, are hers", () => {
    expect(managesDomains({ mode: "test", person })).toBe(true);
    expect(isOfWholeAccount({ mode: "test", domains: [], person })).toBe(true);
    expect(covers({ ...all, mode: "test", person }, all, DEFAULT_RATE)).toBe(true);
    expect(permits({ permission: "full", person }, "person")).toBe(true);
  });

  it("makes no key that is quicker than the service's", () => {
    expect(covers({ ...all, person }, { ...all, rateLimit: DEFAULT_RATE + 1 }, DEFAULT_RATE)).toBe(false);
  });
});

it("a key for some domains, or for test mail, does not stand for the whole account", () => {
  expect(isOfWholeAccount({ mode: "live", domains: [] })).toBe(true);
  expect(isOfWholeAccount({ mode: "live", domains: ["a.test"] })).toBe(false);
  expect(isOfWholeAccount({ mode: "test", domains: [] })).toBe(false);
});
