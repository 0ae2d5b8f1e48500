import { describe, expect, it } from "@jest/globals";
import { type ErrorSlug, ERRORS, invalidFields, SendexError } from "../error";
import { replyOf } from "./reply";

const slugs = Object.keys(ERRORS) as ErrorSlug[];

describe("a reply", () => {
  it.each(slugs)("of %s has codes that agree, and says whether to try again", (slug) => {
    const { code, enhanced } = replyOf(new SendexError(slug, "why"));
    expect(enhanced).toMatch(/^[45]\.\d\.\d{1,2}$/);
    expect(String(code)[0]).toBe(enhanced[0]);
    const mayPass =
      ERRORS[slug].status >= 500 || ["too_many_requests", "insufficient_credits"].includes(slug);
    expect(code < 500).toBe(mayPass);
  });

  it("is one line of printable ASCII that fits", () => {
    const fields = [1, 2, 3, 4].map((n) => ({
      field: "f",
      code: "c",
      message: `${n}\r\n${"ä".repeat(300)}`,
    }));
    const { text } = replyOf(invalidFields(fields));
    expect(text).toMatch(/^[\x20-\x7e]{1,480}$/);
  });

  it("tells nothing of what nobody expected", () => {
    expect(replyOf(new Error("password hunter2"))).toMatchObject({ code: 451 });
    expect(replyOf(new Error("password hunter2")).text).not.toContain("hunter2");
  });
});
