import { describe, expect, it } from "@jest/globals";
import { filterQuery, narrowed, shownBy, tellable, widened } from "./narrowing";
import { given } from "../routing/search";

describe("a filter", () => {
  it("by a tag leaves domains to be told apart, and takes the place of one by a provider", () => {
    const view = narrowed({ period: "month", by: "tag", provider: "google" }, "tag", "campaign:spring");
    expect(given(view)).toEqual({ period: "month", by: "domain", tag: "campaign:spring" });
    expect(tellable(view)).toEqual(["domain", "tag"]);
  });

  it("by a domain stands beside another", () => {
    const view = narrowed({ by: "domain", tag: "a:b" }, "domain", "dom_1");
    expect(view).toEqual({ by: "tag", tag: "a:b", domain: "dom_1" });
  });

  it("that is taken away gives the table back what it told apart", () => {
    expect(given(widened({ by: "domain", tag: "a:b", domain: "dom_1" }, "tag"))).toEqual({
      by: "tag",
      domain: "dom_1",
    });
  });

  it("is asked for by the API's names", () => {
    expect(filterQuery({ key: "key_1", domain: "dom_1", period: "day" })).toEqual({
      domain_id: "dom_1",
      api_key_id: "key_1",
    });
  });
});

it("tells domains apart where what is asked for cannot be", () => {
  expect(shownBy({ by: "provider", tag: "a:b" })).toBe("domain");
  expect(shownBy({ by: "provider" })).toBe("provider");
  expect(shownBy({})).toBe("domain");
});
