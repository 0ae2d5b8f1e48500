import { describe, expect, it } from "@jest/globals";
import { fieldErrors } from "./field-errors";

const wrong = (field: string) => ({ field, code: "format", message: `${field} is wrong.` });

describe("fieldErrors", () => {
  it("puts each at the field of the form that it is about", () => {
    const fields = [wrong("name"), wrong("domains[2]"), wrong("rate_limit")];
    expect(fieldErrors({ fields, message: "" })).toEqual({
      name: "name is wrong.",
      domains: "domains[2] is wrong.",
      rate: "rate_limit is wrong.",
    });
  });

  it("says at the first what is about no field", () => {
    expect(fieldErrors({ fields: [], message: "No." })).toEqual({ name: "No." });
  });
});
