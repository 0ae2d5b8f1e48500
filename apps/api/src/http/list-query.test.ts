import { describe, expect, test } from "@jest/globals";
import { SendexError } from "@sendex/core/error";
import { idFloor } from "@sendex/crypto/token";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { readMessageQuery, readPage } from "./list-query";

const id = idFloor("msg", new Date("2026-03-05T12:00:00Z"));
const read = (query: string) => readMessageQuery(new URLSearchParams(query), "sendex");

function fieldsOf(act: () => unknown): Record<string, string> {
  try {
    act();
  } catch (error) {
    if (error instanceof SendexError)
      return Object.fromEntries(error.fields.map(({ field, code }) => [field, code]));
    throw error;
  }
  return {};
}

describe("readMessageQuery", () => {
  test("defaults to a page of 25", () => {
    expect(read("")).toEqual({ surface: "sendex", limit: 25 });
  });

  test("reads every parameter", () => {
    const query = new URLSearchParams({
      status: "delivered",
      recipient: "a+b@x.EXAMPLE",
      sender: "me@y.example",
      tag: "campaign:spring:2",
      metadata: "order id:17",
      created_after: "2026-03-01T00:00:00+01:00",
      created_before: "2026-03-05",
      q: "invoice",
      limit: "100",
      after: id,
    });
    expect(readMessageQuery(query, "sendex")).toEqual({
      surface: "sendex",
      status: "delivered",
      recipient: "a+b@x.example",
      sender: "me@y.example",
      tag: { name: "campaign", value: "spring:2" },
      metadata: { name: "order id", value: "17" },
      createdAfter: new Date("2026-02-28T23:00:00Z"),
      createdBefore: new Date("2026-03-05T00:00:00Z"),
      q: "invoice",
      limit: 100,
      after: id,
    });
  });

  test.each([
    ["limit=0", "limit", "out_of_range"],
    ["limit=101", "limit", "out_of_range"],
    ["limit=ten", "limit", "out_of_range"],
    ["limit=1e1", "limit", "out_of_range"],
    ["limit=", "limit", "out_of_range"],
    ["status=accepted", "status", "format"],
    ["status=", "status", "format"],
    ["metadata=order", "metadata", "format"],
    ["metadata=:17", "metadata", "format"],
    [`metadata=a:${"x".repeat(512)}`, "metadata", "too_long"],
    ["recipient=nobody", "recipient", "format"],
    ["sender=@x.example", "sender", "format"],
    ["tag=campaign", "tag", "format"],
    ["tag=:x", "tag", "format"],
    ["created_after=yesterday", "created_after", "format"],
    ["created_after=2026-02-30", "created_after", "format"],
    ["created_before=2026-03-05T12:00:00", "created_before", "format"],
    ["q=%00", "q", "format"],
    [`q=${"x".repeat(257)}`, "q", "too_long"],
    ["after=msg_1", "after", "format"],
    [`before=${id.replace("msg", "whk")}`, "before", "format"],
    [`after=${id}&before=${id}`, "before", "conflict"],
    ["limit=1&limit=2", "limit", "duplicate"],
    ["page=2", "page", "unknown"],
    ["__proto__=1", "__proto__", "unknown"],
  ])("names the field in %s", (query, field, code) => {
    expect(fieldsOf(() => read(query))).toEqual({ [field]: code });
  });

  test("reports everything that is wrong at once", () => {
    expect(fieldsOf(() => read("limit=0&status=no&x=1"))).toEqual({
      limit: "out_of_range",
      status: "format",
      x: "unknown",
    });
  });

  test("knows the status words of its surface", () => {
    const accepted = new URLSearchParams("status=accepted");
    expect(readMessageQuery(accepted, "sendarix")).toMatchObject({ status: "accepted" });
    expect(fieldsOf(() => readMessageQuery(new URLSearchParams("status=sent"), "sendarix"))).toEqual({
      status: "format",
    });
  });

  test("answers any query with a filter or with field errors", () => {
    const name = fc.constantFrom(
      "limit",
      "status",
      "recipient",
      "tag",
      "created_after",
      "q",
      "after",
      "other",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, anyText())), (pairs) => {
        fieldsOf(() => readMessageQuery(new URLSearchParams(pairs), "sendex"));
      }),
    );
  });
});

describe("readPage", () => {
  test("takes ids of its own kind only", () => {
    const webhook = id.replace("msg", "whk");
    expect(readPage(new URLSearchParams({ before: webhook, limit: "3" }), "whk")).toEqual({
      before: webhook,
      limit: 3,
    });
    expect(fieldsOf(() => readPage(new URLSearchParams({ after: id, status: "sent" }), "whk"))).toEqual({
      after: "format",
      status: "unknown",
    });
  });
});
