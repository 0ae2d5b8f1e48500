import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bareAddress, domainOf, splitAddresses } from "./address";

describe("splitAddresses", () => {
  test.each([
    ["a@b.test, c@d.test", ["a@b.test", "c@d.test"]],
    ['"Doe, Ann" <a@b.test>,c@d.test', ['"Doe, Ann" <a@b.test>', "c@d.test"]],
    ["a@b.test (one, two), c@d.test", ["a@b.test (one, two)", "c@d.test"]],
    ['"quote \\", still" <a@b.test>', ['"quote \\", still" <a@b.test>']],
    [" , ,", []],
  ])("%s", (list, parts) => {
    expect(splitAddresses(list)).toEqual(parts);
  });

  test("splits any list of plain addresses and names it was joined from", () => {
    const mailbox = fc
      .tuple(fc.stringMatching(/^[a-z ,;()<>@]{0,12}$/), fc.stringMatching(/^[a-z]{1,8}$/))
      .map(([name, local]) => `"${name}" <${local}@example.org>`);
    fc.assert(
      fc.property(fc.array(mailbox), (mailboxes) => {
        expect(splitAddresses(mailboxes.join(", "))).toEqual(mailboxes);
      }),
    );
  });

  test("takes linear time on hostile input", () => {
    const start = performance.now();
    splitAddresses("(".repeat(200_000) + "<".repeat(200_000) + " ".repeat(200_000));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test.each([
  ["Ann <ann@example.com>", "ann@example.com"],
  ["ann@example.com", "ann@example.com"],
  ['"<x@y.test>" <ann@example.com>', "ann@example.com"],
  ["a <b", "a <b"],
])("the address of %s is %s", (mailbox, address) => {
  expect(bareAddress(mailbox)).toBe(address);
});

test("a domain is what follows the last @, lower case", () => {
  expect(domainOf('"a@b"@Example.COM')).toBe("example.com");
  expect(domainOf("nobody")).toBe("");
});
