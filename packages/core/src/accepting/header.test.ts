import { describe, expect, test } from "@jest/globals";
import { checkHeaders, isReservedHeader, takeIdempotencyKey } from "./header";

const codes = (headers: Record<string, string>) =>
  checkHeaders(headers, "headers").map(({ field, code }) => `${field}: ${code}`);

describe("checkHeaders", () => {
  test.each([
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "In-Reply-To",
    "References",
    "X-Entity-Ref-ID",
    "X-Priority",
    "Feedback-ID",
    "Auto-Submitted",
    "Precedence",
  ])("lets a customer set %s", (name) => {
    expect(codes({ [name]: "<value@x.test>" })).toEqual([]);
  });

  test.each([
    "From",
    "TO",
    "cc",
    "Bcc",
    "Sender",
    "Reply-To",
    "Return-Path",
    "Subject",
    "Date",
    "Message-ID",
    "Received",
    "DKIM-Signature",
    "MIME-Version",
    "Content-Type",
    "content-transfer-encoding",
    "ARC-Seal",
    "Resent-From",
    "Authentication-Results",
    "X-SES-CONFIGURATION-SET",
    "x-ses-message-tags",
    "Idempotency-Key",
  ])("refuses %s", (name) => {
    expect(isReservedHeader(name)).toBe(true);
    expect(codes({ [name]: "x" })).toEqual([`headers.${name}: forbidden`]);
  });

  test.each(["", "A B", "A:", "Ä", "A\r\nBcc", "A\0"])("refuses %j as a name", (name) => {
    expect(checkHeaders({ [name]: "x" }, "headers")).toMatchObject([{ code: "format" }]);
  });

  test("shows a hostile name on one short line", () => {
    const [error] = checkHeaders({ [`A\r\n${"b".repeat(5000)}`]: "x" }, "headers");
    expect(error?.field).not.toMatch(/[\r\n]/);
    expect(error?.field.length).toBeLessThan(200);
  });

  test.each(["a\r\nBcc: b@c.test", "a\nb", "a\rb", "a\0b", "a\u0085b"])("refuses %j as a value", (value) => {
    expect(codes({ "X-A": value })).toEqual(["headers.X-A: format"]);
  });

  test("takes tabs, other scripts and empty values", () => {
    expect(codes({ "X-A": "a\tb", "X-B": "日本語", "X-C": "" })).toEqual([]);
  });

  test("refuses a name given twice in different case", () => {
    expect(codes({ "X-A": "1", "x-a": "2" })).toEqual(["headers.x-a: duplicate"]);
  });

  test("bounds the name, the value and the part of a value that cannot be folded", () => {
    expect(codes({ ["a".repeat(76)]: "x" })).toEqual([]);
    expect(codes({ ["a".repeat(77)]: "x" })).toHaveLength(1);
    expect(codes({ "X-A": "abc ".repeat(998) })).toEqual([]);
    expect(codes({ "X-A": `${"abc ".repeat(998)}d` })).toEqual(["headers.X-A: too_long"]);
    expect(codes({ "X-A": "a".repeat(993) })).toEqual([]);
    expect(codes({ "X-A": "a".repeat(994) })).toEqual(["headers.X-A: too_long"]);
  });

  test("takes a hundred headers and no more", () => {
    const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`X-${i}`, "x"]));
    expect(codes(many(100))).toEqual([]);
    expect(codes(many(101))).toEqual(["headers: too_many"]);
  });
});

describe("takeIdempotencyKey", () => {
  test("takes the key out in any case, under either name", () => {
    const headers = { "x-IDEMPOTENCY-key": "k1", "Idempotency-Key": "k2", "X-A": "1" };
    expect(takeIdempotencyKey(headers)).toEqual({ keys: ["k1", "k2"], rest: { "X-A": "1" } });
    expect(Object.keys(headers)).toHaveLength(3);
  });

  test("leaves nothing where nothing else was", () => {
    expect(takeIdempotencyKey({ "X-Idempotency-Key": "k" })).toEqual({ keys: ["k"], rest: undefined });
  });

  test.each([undefined, null, "x", 1, [["Idempotency-Key", "k"]], {}, { "X-A": "1" }])(
    "leaves %j as it is",
    (headers) => {
      expect(takeIdempotencyKey(headers)).toEqual({ keys: [], rest: headers });
    },
  );

  test("leaves a key that is not text for validation to name", () => {
    expect(takeIdempotencyKey({ "Idempotency-Key": 5 })).toEqual({
      keys: [],
      rest: { "Idempotency-Key": 5 },
    });
  });
});
