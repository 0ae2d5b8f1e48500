import { describe, expect, it } from "@jest/globals";
import { countNew, isKnown, mergeHead, updateRows } from "./head";

const page = (ids: string[], has_more = true, status = "queued") => ({
  data: ids.map((id) => ({ id, status })),
  has_more,
});
const idsOf = (pages: { data: { id: string }[] }[]) => pages.flatMap(({ data }) => data.map(({ id }) => id));

describe("mergeHead", () => {
  it("puts new rows before those that were read", () => {
    const merged = mergeHead([page(["5", "4"]), page(["3", "2"])], page(["6", "5"]));
    expect(idsOf(merged)).toEqual(["6", "5", "4", "3", "2"]);
  });

  it("keeps the end of the list where it was", () => {
    const merged = mergeHead([page(["5", "4"]), page(["3"], false)], page(["6", "5"]));
    expect(merged.at(-1)?.has_more).toBe(false);
  });

  it("takes the fresh rows for those that it knew", () => {
    const merged = mergeHead([page(["5", "4"])], page(["5", "4"], true, "delivered"));
    expect(merged.flatMap(({ data }) => data.map(({ status }) => status))).toEqual([
      "delivered",
      "delivered",
    ]);
  });

  it("forgets the old rows when more came than a page holds", () => {
    expect(idsOf(mergeHead([page(["3", "2"])], page(["9", "8"])))).toEqual(["9", "8"]);
  });

  it("drops what left the filter within the fresh page", () => {
    expect(idsOf(mergeHead([page(["5", "4", "3", "2"])], page(["5", "3"])))).toEqual(["5", "3", "2"]);
  });

  it("is the fresh page alone where that is the whole list", () => {
    expect(idsOf(mergeHead([page(["5", "4"])], page([], false)))).toEqual([]);
  });
});

describe("updateRows", () => {
  it("changes states and moves nothing", () => {
    const updated = updateRows([page(["4", "3"])], page(["5", "4"], true, "sent"));
    expect(updated[0]?.data).toEqual([
      { id: "4", status: "sent" },
      { id: "3", status: "queued" },
    ]);
  });
});

describe("countNew", () => {
  it("counts the rows above the first", () => {
    expect(countNew([page(["4", "3"])], page(["6", "5", "4"]))).toBe(2);
  });

  it("counts all where there was none", () => {
    expect(countNew([page([])], page(["2", "1"]))).toBe(2);
  });
});

describe("isKnown", () => {
  it("compares the fresh page with as many rows, over the borders of pages", () => {
    expect(isKnown([page(["4"]), page(["3", "2"])], page(["4", "3"]))).toBe(true);
  });

  it("sees another state, and a new row", () => {
    expect(isKnown([page(["4", "3"])], page(["4", "3"], true, "sent"))).toBe(false);
    expect(isKnown([page(["4", "3"])], page(["5", "4"]))).toBe(false);
  });
});
