import { expect, it } from "@jest/globals";
import { progressOf } from "./progress";

const nothing = { domain: false, key: false, sent: false, settled: false };

it("begins with a domain", () => {
  expect(progressOf(nothing)).toEqual({ domain: "now", key: "later", send: "later", arrive: "later" });
});

it("goes on with the first step that is missing", () => {
  expect(progressOf({ ...nothing, domain: true })).toMatchObject({ domain: "done", key: "now" });
});

it("asks for no key of who has sent without one of ours", () => {
  expect(progressOf({ ...nothing, domain: true, sent: true })).toEqual({
    ...{ domain: "done", key: "done", send: "done", arrive: "now" },
  });
});

it("ends with the mail's end", () => {
  expect(progressOf({ ...nothing, sent: true, settled: true }).arrive).toBe("done");
});
