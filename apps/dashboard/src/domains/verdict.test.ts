import { describe, expect, it } from "@jest/globals";
import type { DomainRecord } from "./queries";
import { countNeeded, groupsOf, meaningOf, problemOf } from "./verdict";

const one = (record: DomainRecord["record"], status: DomainRecord["status"]): DomainRecord => ({
  ...{ record, status, name: "a.example", value: "v", ttl: "Auto" },
  type: record === "DKIM" ? "CNAME" : "TXT",
});

describe("countNeeded", () => {
  it("counts what mail needs, and not what only helps it", () => {
    const records = [one("Ownership", "verified"), one("DKIM", "pending"), one("DMARC", "verified")];
    expect(countNeeded({ records })).toEqual({ seen: 1, all: 2 });
  });
});

describe("problemOf", () => {
  it("has nothing to say of what was seen", () => {
    expect(problemOf(one("DKIM", "verified"))).toBeUndefined();
  });

  it.each([
    ["pending", "DKIM", "wrong.nothing"],
    ["pending", "DMARC", "wrong.noText"],
    ["failed", "DKIM", "wrong.other"],
    ["temporary_failure", "DKIM", "wrong.noAnswer"],
    ["not_started", "DKIM", "wrong.unseen"],
  ] as const)("of %s %s says %s", (status, record, said) => {
    expect(problemOf(one(record, status))).toBe(said);
  });
});

describe("meaningOf", () => {
  it("does not alarm for a record that is only recommended", () => {
    expect(meaningOf(one("DMARC", "pending"))).toBe("idle");
    expect(meaningOf(one("DKIM", "pending"))).toBe("late");
  });
});

describe("groupsOf", () => {
  it("keeps the order of the API", () => {
    const records = [one("Ownership", "pending"), one("DKIM", "pending"), one("DKIM", "verified")];
    expect(groupsOf(records).map((group) => [group.purpose, group.records.length])).toEqual([
      ["Ownership", 1],
      ["DKIM", 2],
    ]);
  });
});
