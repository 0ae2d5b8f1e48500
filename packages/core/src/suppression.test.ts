import { describe, expect, test } from "@jest/globals";
import { normalizeAddress, suppressionFor } from "./suppression";

const bounce = (type: string) => ({
  type: "bounced" as const,
  data: { bounce: { type, subType: "General", message: "" } },
});
const complaint = { type: "complained" as const, data: { complaint: { type: "abuse" } } };

describe("suppressionFor", () => {
  test("a permanent bounce and a complaint suppress the address, in lower case", () => {
    expect(suppressionFor(bounce("Permanent"), "Jane@Example.COM")).toEqual({
      address: "jane@example.com",
      reason: "bounce",
    });
    expect(suppressionFor(complaint, "jane@example.com")).toEqual({
      address: "jane@example.com",
      reason: "complaint",
    });
  });

  test.each([
    ["a transient bounce", bounce("Transient")],
    ["an undetermined bounce", bounce("Undetermined")],
    ["a not-spam report", { type: "not_spam" as const, data: { complaint: { type: "not-spam" } } }],
    ["a failure of ours", { type: "failed" as const, data: { reason: "retries_exhausted" } }],
    ["a delivery", { type: "delivered" as const, data: {} }],
    ["an unsubscribe", { type: "unsubscribed" as const, data: {} }],
  ])("%s does not", (_name, item) => {
    expect(suppressionFor(item, "jane@example.com")).toBeUndefined();
  });

  test.each(["success", "bounce", "complaint", "ooto", "suppressionlist"])(
    "the simulator's %s@ never enters the list, with a label it does",
    (box) => {
      const bare = `${box}@simulator.amazonses.com`;
      expect(suppressionFor(bounce("Permanent"), bare)).toBeUndefined();
      expect(suppressionFor(complaint, bare.toUpperCase())).toBeUndefined();
      const labelled = `${box}+label@simulator.amazonses.com`;
      expect(suppressionFor(complaint, labelled)).toEqual({ address: labelled, reason: "complaint" });
    },
  );

  test("a simulator's name at another domain is an address like any other", () => {
    expect(suppressionFor(bounce("Permanent"), "bounce@example.com")?.address).toBe("bounce@example.com");
  });
});

test("addresses compare without case and surrounding space", () => {
  expect(normalizeAddress(" Jane.Doe@Example.Com ")).toBe("jane.doe@example.com");
});
