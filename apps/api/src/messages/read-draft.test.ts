import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readMessage } from "./read-draft";

const now = new Date("2026-03-05T12:00:00Z");
const message = { from: "me@acme.example", recipient: "you@x.example", subject: "Hi", text: "Hello" };
const read = (body: unknown, defaultFrom: string | null = null) =>
  readMessage(structuredClone(body), now, { defaultFrom, timeZone: "UTC" });

function errorsOf(body: unknown, defaultFrom: string | null = null): Record<string, string> {
  const reading = read(body, defaultFrom);
  return "errors" in reading
    ? Object.fromEntries(reading.errors.map(({ field, code }) => [field, code]))
    : {};
}

describe("a message of the Sendarix surface", () => {
  test.each([
    ["you@x.example", [{ address: "you@x.example" }]],
    [{ email: "you@x.example", name: "You" }, [{ address: "you@x.example", name: "You" }]],
    [
      ["a@x.example", { email: "b@x.example" }, "C <c@x.example>"],
      [{ address: "a@x.example" }, { address: "b@x.example" }, { address: "c@x.example", name: "C" }],
    ],
  ])("takes the recipient %j", (recipient, to) => {
    expect(read({ ...message, recipient })).toMatchObject({ draft: { to } });
  });

  test("takes cc, bcc and reply_to in each form of a recipient", () => {
    const body = {
      ...message,
      cc: "Cc <c@x.example>",
      bcc: { email: "b@x.example" },
      reply_to: ["r@x.example", { email: "s@x.example", name: "S" }],
    };
    expect(read(body)).toMatchObject({
      draft: {
        cc: [{ address: "c@x.example", name: "Cc" }],
        bcc: [{ address: "b@x.example" }],
        replyTo: [{ address: "r@x.example" }, { address: "s@x.example", name: "S" }],
      },
    });
    expect(errorsOf({ ...message, cc: ["nobody", "a@b.example"], reply_to: { email: 5 } })).toEqual({
      "cc[0]": "format",
      "reply_to.email": "type",
    });
  });

  test("is scheduled by scheduled_time", () => {
    expect(read({ ...message, scheduled_time: "2026-03-06T12:00:00Z" })).toMatchObject({
      draft: { scheduledAt: new Date("2026-03-06T12:00:00Z") },
    });
  });

  test("uses the account's sender when it names none", () => {
    const { from: _, ...rest } = message;
    expect(read(rest, "Acme <hello@acme.example>")).toMatchObject({
      draft: { from: { address: "hello@acme.example", name: "Acme" } },
    });
    expect(read(message, "hello@acme.example")).toMatchObject({
      draft: { from: { address: "me@acme.example" } },
    });
    expect(errorsOf(rest)).toEqual({ from: "required" });
    expect(errorsOf({ ...rest, from: "nonsense" }, "hello@acme.example")).toEqual({ from: "format" });
  });

  test.each([
    [{ recipient: 5 }, { recipient: "type" }],
    [{ recipient: [] }, { recipient: "required" }],
    [{ recipient: {} }, { "recipient.email": "required" }],
    [{ recipient: { email: 5 } }, { "recipient.email": "type" }],
    [{ recipient: { email: "a@b.example", x: 1 } }, { "recipient.x": "unknown" }],
    [{ recipient: ["a@b.example", { name: "B" }] }, { "recipient[1].email": "required" }],
    [{ recipient: ["nobody", "a@b.example"] }, { "recipient[0]": "format" }],
    [{ from: [] }, { from: "type" }],
    [{ scheduled_time: "soon" }, { scheduled_time: "format" }],
    [{ to: "a@b.example" }, { to: "unknown" }],
    [{ replyTo: "a@b.example" }, { replyTo: "unknown" }],
    [{ priority: 1 }, { priority: "format" }],
  ])("with %j has exactly the errors %j", (change, errors) => {
    expect(errorsOf({ ...message, ...change })).toEqual(errors);
  });

  test("takes body and sender from its template, and the account's sender where that has none", () => {
    const body = { recipient: "user@example.com", subject: "Code", template: "otp-code", template_data: {} };
    const filled = { id: "tpl_1", version: 1, subject: "Other", text: "T", replyTo: ["r@acme.example"] };
    const readWith = (more: object) =>
      readMessage(
        structuredClone(body),
        now,
        { defaultFrom: "hello@acme.example", timeZone: "UTC" },
        { filled: { ...filled, ...more } },
      );
    expect(readWith({})).toMatchObject({
      draft: {
        subject: "Code",
        text: "T",
        from: { address: "hello@acme.example" },
        replyTo: [{ address: "r@acme.example" }],
        template: { id: "tpl_1", version: 1 },
      },
    });
    expect(readWith({ from: "t@acme.example" })).toMatchObject({
      draft: { from: { address: "t@acme.example" } },
    });
  });

  test("of any content is read or refused, never anything else", () => {
    const field = fc.constantFrom(...Object.keys(message), "headers", "attachments", "tags", "x");
    const body = fc.dictionary(field, fc.jsonValue({ maxDepth: 4 }));
    fc.assert(fc.property(body, (value) => void expect(read(value)).toBeDefined()));
  });
});
