import { describe, expect, it } from "@jest/globals";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { isNews, type NotedNetwork, networkOf } from "./network";

describe("the network of an address", () => {
  it.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["2001:db8::1", "2001:db8:0::/48"],
    ["fe80::1%eth0", "private"],
    ["127.0.0.1", "private"],
    ["::1", "private"],
    ["10.1.2.3", "private"],
    ["172.16.0.1", "private"],
    ["172.32.0.1", "172.32.0.0/24"],
    ["192.168.7.7", "private"],
    ["100.64.0.1", "private"],
    ["fd00:1::1", "private"],
  ])("%s is in %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(["", "unknown", "1.2.3", "256.1.1.1", "1:2:3", "1::2::3", "g::1", "1:2:3:4:5:6:7:8:9"])(
    "of %j there is none",
    (text) => {
      expect(networkOf(text)).toBeUndefined();
    },
  );
});

describe("a key's network is news", () => {
  const MADE = new Date("2026-11-01T00:00:00Z");
  const noted = (some: { after: number; keySeen?: number; before?: number }): NotedNetwork => ({
    keyCreatedAt: MADE,
    keySeenAt: new Date(MADE.getTime() + (some.keySeen ?? 0)),
    firstSeenAt: new Date(MADE.getTime() + (some.keySeen ?? 0) + some.after),
    before: some.before ?? 1,
  });

  it("from an hour after its first use on", () => {
    expect(isNews(noted({ after: HOUR_MS }))).toBe(false);
    expect(isNews(noted({ after: HOUR_MS + 1 }))).toBe(true);
  });

  it("unless it is the first, or the key is at home nowhere", () => {
    expect(isNews(noted({ after: 0, before: 0 }))).toBe(false);
    expect(isNews(noted({ after: DAY_MS, before: 10 }))).toBe(true);
    expect(isNews(noted({ after: DAY_MS, before: 11 }))).toBe(false);
  });

  it("from a day on where the key was in use before anybody looked", () => {
    expect(isNews(noted({ keySeen: 9 * DAY_MS, after: 2 * HOUR_MS }))).toBe(false);
    expect(isNews(noted({ keySeen: 9 * DAY_MS, after: DAY_MS + 1 }))).toBe(true);
  });
});
