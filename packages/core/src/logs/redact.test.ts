import { describe, expect, it } from "@jest/globals";
import { LOG_BODY_CHARACTERS, redactBody } from "./redact";

const MESSAGE = `msg_${"0".repeat(27)}`;

const redacted = (body: unknown, author: "caller" | "us" = "caller"): unknown => {
  const text = redactBody(body, author);
  return text === null ? null : JSON.parse(text);
};

describe("redactBody", () => {
  it("keeps the fields of an email, and of their values what names nobody", () => {
    const email = {
      from: "Acme <hello@acme.example>",
      to: ["ada@inbox.example", "Bo <bo@Other.example>"],
      subject: "Your order",
      text: "Hello",
      html: "<p>Hello</p>",
      headers: { "X-A": "b" },
      attachments: [{ filename: "a.txt", content: new Uint8Array(5) }],
      tags: [{ name: "campaign", value: "spring" }],
      metadata: { order: 7 },
      priority: "bulk",
      scheduled_at: "2026-03-05T12:00:00.000Z",
      template: { id: "otp-code", variables: { code: 123456 } },
    };
    expect(redacted(email)).toEqual({
      from: "…@acme.example",
      to: ["…@inbox.example", "…@Other.example"],
      subject: "[10 characters]",
      text: "[5 characters]",
      html: "[12 characters]",
      headers: "[1 field]",
      attachments: "[1 item]",
      tags: "[1 item]",
      metadata: "[1 field]",
      priority: "bulk",
      scheduled_at: "2026-03-05T12:00:00.000Z",
      template: { id: "otp-code", variables: "[1 field]" },
    });
  });

  it("keeps people of Sendarix by their domains", () => {
    expect(redacted({ recipient: [{ email: "ada@inbox.example", name: "Ada" }] })).toEqual({
      recipient: [{ email: "…@inbox.example", name: "[3 characters]" }],
    });
  });

  it("counts fields that a request cannot have, without their names", () => {
    expect(redacted({ form: "x", "ada@inbox.example": 1, __proto__: null })).toEqual({ "[other fields]": 2 });
  });

  it.each([
    ["a number", { priority: 7 }, { priority: 7 }],
    ["nothing", { priority: null }, { priority: null }],
    ["a time in words", { scheduled_at: "in 5 minutes" }, { scheduled_at: "[12 characters]" }],
    ["a key for a word", { priority: "sk_live_0123456789AB" }, { priority: "[20 characters]" }],
    ["a key for a template", { template: "sk_live_0123456789AB" }, { template: "[20 characters]" }],
    ["a list for a word", { priority: [["bulk"]] }, { priority: [["bulk"]] }],
    ["an object for a word", { priority: { a: 1 } }, { priority: "[1 field]" }],
    ["no address", { to: "nobody" }, { to: "[6 characters]" }],
    ["an address at no domain", { to: "ada@secret" }, { to: "[10 characters]" }],
    ["an endpoint", { endpoint: "https://u:p@a.example/x?t=1" }, { endpoint: "[27 characters]" }],
    ["a URL with a token", { endpoint: "https://a.example/x?t=1" }, { endpoint: "https://a.example/…" }],
    ["a scope", { domains: ["a.example", "no domain"] }, { domains: ["a.example", "[9 characters]"] }],
    [
      "bytes",
      { content: new Uint8Array(9), priority: new Uint8Array(3) },
      { content: "[9 bytes]", priority: "[3 bytes]" },
    ],
  ])("keeps %s", (_what, body, expected) => {
    expect(redacted(body)).toEqual(expected);
  });

  it.each([[null], [undefined], ["text"], [7], [new Uint8Array(3)]])("keeps nothing of %p", (body) => {
    expect(redactBody(body, "caller")).toBeNull();
  });

  it("keeps of our answers every name, and numbers under it", () => {
    const answer = {
      object: "api_key",
      id: MESSAGE,
      token: "sk_live_x",
      shown: 3,
      name: "A",
      deep: { a: 1 },
    };
    expect(redacted(answer, "us")).toEqual({
      ...{ object: "api_key", id: MESSAGE, token: "[9 characters]", shown: 3 },
      ...{ name: "[1 character]", deep: "[1 field]" },
    });
  });

  it("shows the first ten of a list, and fewer where they would be too long", () => {
    const list = (n: number, to: string[]) => Array.from({ length: n }, () => ({ to }));
    expect(redacted(list(12, ["a@a.example"]))).toHaveLength(11);
    const long = list(
      100,
      Array.from({ length: 50 }, () => `a@${"d".repeat(60)}.example`),
    );
    const text = redactBody(long, "caller") ?? "";
    expect(text.length).toBeLessThanOrEqual(LOG_BODY_CHARACTERS);
    expect(JSON.parse(text)).toHaveLength(3);
  });

  it("looks into hostile bodies no further than it must", () => {
    let deep: unknown = "x";
    for (let n = 0; n < 5_000; n += 1) deep = { data: deep };
    expect(JSON.stringify(redacted(deep)).length).toBeLessThan(100);
    const begun = performance.now();
    redacted({
      from: `@${" ".repeat(5_000_000)}x`,
      endpoint: "h".repeat(5_000_000),
      to: "a@".repeat(1_000_000),
    });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
