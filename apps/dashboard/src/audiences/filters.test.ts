import { describe, expect, it } from "@jest/globals";
import { fits, readContactSearch, readListSearch, toQuery } from "./filters";

describe("what narrows contacts down", () => {
  it("is read from the URL, without what is unknown", () => {
    const search = { q: 42, segment: "seg_1", state: "unsubscribed", open: "new", other: "x" };
    expect(readContactSearch(search)).toEqual({
      q: "42",
      segment: "seg_1",
      state: "unsubscribed",
      open: "new",
    });
    expect(readContactSearch({ q: "", state: true, open: "nothing" })).toEqual({});
  });

  it("is asked of the API in its words", () => {
    expect(toQuery({ q: "ada", segment: "seg_1", state: "unsubscribed" })).toEqual({
      q: "ada",
      segment_id: "seg_1",
      unsubscribed: "true",
    });
    expect(toQuery({ state: "subscribed" })).toEqual({ unsubscribed: "false", state: "confirmed" });
    expect(toQuery({ state: "pending" })).toEqual({ state: "pending" });
    expect(toQuery({})).toEqual({});
  });
});

describe("a list that is wholly there", () => {
  it("is searched by name, whatever its case", () => {
    expect(fits({ name: "Customers" }, { q: "cust" })).toBe(true);
    expect(fits({ name: "Customers" }, { q: "trial" })).toBe(false);
    expect(fits({ name: "Customers" }, {})).toBe(true);
  });

  it("says in the URL what is open over it", () => {
    expect(readListSearch({ open: "seg_1", q: ["x"] })).toEqual({ open: "seg_1" });
  });
});
