import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { FieldError } from "../error";
import { parseAddress, parseMailbox } from "./address";
import { addressProblem, mailboxProblem } from "./mailbox-problem";
import { readMailboxes, type RawMailbox } from "./mailboxes";

function errorOf(raw: RawMailbox): FieldError | undefined {
  const errors: FieldError[] = [];
  readMailboxes([raw], "to", errors);
  return errors[0];
}

describe("a wrong address is refused with what is wrong with it", () => {
  test.each<[RawMailbox, string]>([
    ["", "it is empty"],
    ["  ", "it is empty"],
    ["kim.example.com", "the @ is missing"],
    ["Acme", "the @ is missing"],
    ["@b.test", "nothing stands before the @"],
    ["a@", "nothing stands behind the @"],
    ["a@b.test, c@d.test", "it holds a list; give several addresses as an array, each in a place of its own"],
    ["a@b.test;c@d.test", "it holds a list; give several addresses as an array, each in a place of its own"],
    [
      "Acme <a@b.test>, c@d.test",
      "it holds a list; give several addresses as an array, each in a place of its own",
    ],
    ["a@b.test,", 'it ends with ","'],
    ["Acme, Inc. <a@b.test>", 'a name that holds "," must stand in quotation marks'],
    ["a@b.test c@d.test", "it holds more than one address"],
    ["<a@b.test> <c@d.test>", "it holds more than one address"],
    ["a@b.test\r\nBcc: c@d.test", "it holds a line break"],
    ["a@b.test\n", "it holds a line break"],
    ["Ac\tme <a@b.test>", "it holds a control character"],
    ["a b@c.test", "it holds a space; behind a name the address stands in angle brackets"],
    ["Acme a@b.test", "it holds a space; behind a name the address stands in angle brackets"],
    ["a@b.test (work)", "text stands behind the address"],
    ["Acme <a@b.test> x", "text stands behind the address"],
    ["Acme <a@b.test", 'a "<" is not closed by ">"'],
    ["Acme a@b.test>", 'a ">" has no "<" before it'],
    ["Acme <>", "it has no address"],
    ["Acme <a b@c.test>", "the address holds a space"],
    ['"Acme <a@b.test>', "a quotation mark is not closed"],
    ['"a b"@c.test', "a part before the @ in quotation marks is not taken"],
    ["a@b@c.test", "it holds more than one @"],
    ["jürgen@b.test", 'the part before the @ holds "ü", and must be ASCII'],
    ["a(b@c.test", 'the part before the @ holds "("'],
    [".a@b.test", "the part before the @ begins or ends with a dot"],
    ["a.@b.test", "the part before the @ begins or ends with a dot"],
    ["a..b@c.test", "the part before the @ has two dots in a row"],
    [`${"l".repeat(65)}@b.test`, "the part before the @ has 65 characters, and at most 64 are allowed"],
    ["a@b.test.", "the domain ends with a dot"],
    ["a@.b.test", "the domain has two dots in a row, or begins with one"],
    ["a@b..test", "the domain has two dots in a row, or begins with one"],
    ["a@localhost", 'the domain "localhost" has no dot'],
    ["a@b_c.test", 'the domain holds "_"'],
    ["a@b.test:25", 'the domain holds ":"'],
    ["a@-b.test", "a part of the domain begins or ends with a hyphen"],
    ["a@[127.0.0.1]", "an IP address behind the @ is not taken"],
    ["a@127.0.0.1", "an IP address behind the @ is not taken"],
    ["a@b.123", "the domain ends with a number"],
    [`a@${"d".repeat(64)}.test`, "a part of the domain has 64 characters, and at most 63 are allowed"],
    [`a@${`${"d".repeat(60)}.`.repeat(5)}test`, "it has 311 characters, and an address has at most 254"],
    ["x".repeat(1025), "it has over 1024 characters"],
    [
      { email: "a@b.test, c@d.test" },
      "it holds a list; give several addresses as an array, each in a place of its own",
    ],
    [{ email: "Kim <a@b.test>" }, "the address holds a space"],
    [{ email: "" }, "it has no address"],
    [{ email: "a@b.test", name: "A\nB" }, "its name holds a line break or a control character"],
    [
      { email: "a@b.test", name: "n".repeat(257) },
      "its name has 257 characters, and at most 256 are allowed",
    ],
  ])("%j: %s", (raw, problem) => {
    const error = errorOf(raw);
    expect(error?.message).toBe(`to must be one email address, with or without a name: ${problem}.`);
    expect(error?.code).toBe(/at most|over/.test(problem) ? "too_long" : "format");
  });
});

test("an address header's item has at most 320 bytes as encoded", () => {
  const long = errorOf(`${"名".repeat(60)} <shop@acme.example>`);
  expect(long).toMatchObject({ field: "to", code: "too_long" });
  expect(long?.message).toMatch(
    /encoded for a mail's header it has 3\d\d bytes, and Amazon SES takes at most 320/,
  );
  expect(errorOf(`${"名".repeat(50)} <shop@acme.example>`)).toBeUndefined();
});

test("every refused text has a reason, in time that does not grow beyond its length", () => {
  const pieces = fc.constantFrom(
    "a",
    "@",
    "b.test",
    "<",
    ">",
    '"',
    "\\",
    ",",
    ";",
    " ",
    "\n",
    "é",
    ".",
    "(",
    "[",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      if (!parseMailbox(text)) expect(mailboxProblem(text).text).toMatch(/^\w/);
      if (!parseAddress(text)) expect(addressProblem(text).text).toMatch(/^\w/);
    }),
    { numRuns: 2_000 },
  );
  const started = performance.now();
  for (const unit of ['"', "<", "a@", " ", ".", ","]) addressProblem(unit.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(20_000);
});
