import { describe, expect, it } from "@jest/globals";
import { byId, isWhole, readFilters, toQuery } from "./filters";

const MESSAGE = `msg_${"0".repeat(27)}`;

describe("the filters of the request log", () => {
  it("are read from the address, without what is none", () => {
    expect(readFilters({ status: "4xx", method: "PURGE", endpoint: "/v1", from: "2026-02-30x" })).toEqual({
      status: "4xx",
      endpoint: "/v1",
    });
  });

  it("ask the API for moments", () => {
    expect(toQuery({ method: "POST", from: "2026-03-05", to: "2026-03-05" })).toEqual({
      method: "POST",
      created_after: new Date(2026, 2, 5).toISOString(),
      created_before: new Date(2026, 2, 6).toISOString(),
    });
  });

  it.each([
    [MESSAGE, { message_id: MESSAGE }],
    ["req-1", { request_id: "req-1" }],
    [undefined, {}],
  ])("take %s for what it names", (id, expected) => {
    expect(byId(id)).toEqual(expected);
  });

  it.each([
    ["msg_0", false],
    [MESSAGE, true],
    ["9f0e", true],
  ])("ask for %s: %s", (id, expected) => {
    expect(isWhole(id)).toBe(expected);
  });
});
