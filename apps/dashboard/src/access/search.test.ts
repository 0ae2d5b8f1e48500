import { describe, expect, it } from "@jest/globals";
import { fits, readKeySearch } from "./search";

const key = { name: "Shop", hint: "sk_live_…9f2c", domains: ["mail.shop.example"], mode: "live" };

describe("readKeySearch", () => {
  it("takes what it knows and leaves the rest", () => {
    expect(readKeySearch({ q: "shop", mode: "sandbox", open: "new", other: 1 })).toEqual({
      q: "shop",
      open: "new",
    });
  });
});

describe("fits", () => {
  it.each(["shop", "9F2C", "mail."])("finds a key by %s", (q) => {
    expect(fits(key, { q })).toBe(true);
  });

  it("fits no other words, nor the other world", () => {
    expect(fits(key, { q: "billing" })).toBe(false);
    expect(fits(key, { mode: "test" })).toBe(false);
    expect(fits(key, { mode: "live" })).toBe(true);
  });
});
