import { describe, expect, it } from "@jest/globals";
import { fieldErrors, reasonsOf } from "./field-errors";

describe("fieldErrors", () => {
  it("gives each field what the API said of it", () => {
    const fields = [
      { field: "properties.seats", code: "type", message: "properties.seats must be a number." },
      { field: "segments[1].id", code: "unknown", message: "segments[1].id is the id of no segment." },
    ];
    expect(fieldErrors({ fields, message: "wrong" }, "email")).toEqual({
      "properties.seats": "properties.seats must be a number.",
      segments: "segments[1].id is the id of no segment.",
    });
  });

  it("says at the first field what is about none", () => {
    expect(fieldErrors({ fields: [], message: "An account has at most 50 topics." }, "name")).toEqual({
      name: "An account has at most 50 topics.",
    });
  });
});

describe("reasonsOf", () => {
  it("says once what is wrong with several fields", () => {
    const said = { code: "required", message: "from and subject are required." };
    const fields = [
      { field: "from", ...said },
      { field: "subject", ...said },
    ];
    expect(reasonsOf({ fields, message: "wrong" })).toEqual(["from and subject are required."]);
  });

  it("says what is about no field", () => {
    expect(reasonsOf({ fields: [], message: "It is sent." })).toEqual(["It is sent."]);
  });
});
