import { expect, it } from "@jest/globals";
import { readView } from "./view";

it("reads a period, or days in place of it", () => {
  expect(readView({ period: "quarter" })).toEqual({ period: "quarter" });
  expect(readView({ period: "month", from: "2026-03-01", to: "2026-03-02" })).toEqual({
    from: "2026-03-01",
    to: "2026-03-02",
  });
});

it("reads what is drawn, told apart and filtered", () => {
  const search = { show: "bounce_rate", by: "provider", tag: "campaign:spring", domain: "dom_1" };
  expect(readView(search)).toEqual(search);
});

it("keeps one filter beside the domain, as the API takes no two", () => {
  expect(readView({ tag: "a:b", provider: "google", domain: "dom_1" })).toEqual({
    tag: "a:b",
    domain: "dom_1",
  });
});

it("leaves out what nobody meant", () => {
  expect(readView({ period: "century", show: "song", by: "colour", as: 3, tag: "" })).toEqual({});
});
