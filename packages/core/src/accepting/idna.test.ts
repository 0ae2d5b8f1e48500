import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { domainToAscii, domainToUnicode } from "./idna";

describe("domainToAscii", () => {
  test.each([
    ["example.test", "example.test"],
    ["KÖLN.test", "xn--kln-sna.test"],
    ["xn--kln-sna.test", "xn--kln-sna.test"],
    ["faß.de", "xn--fa-hia.de"],
    ["💩.test", "xn--ls8h.test"],
    ["क्\u200dष.test", "xn--11b2ezcw70k.test"],
    ["א1.test", "xn--1-zhc.test"],
    ["a。b.test", "a.b.test"],
    ["ab--cd.köln", "ab--cd.xn--kln-sna"],
    ["é.test", "xn--9ca.test"],
    ["e\u0301.test", "xn--9ca.test"],
    // Letters of Unicode 16, which Node 20 does not know.
    ["\u{1c89}.test", "xn--d4f.test"],
  ])("writes %j as %s", (domain, ascii) => {
    expect(domainToAscii(domain)).toBe(ascii);
  });

  test.each([
    // Punycode of nothing, of ASCII, of what is not allowed, of capitals, and broken: Node 24's URL takes some.
    "xn--a.test",
    "xn--.test",
    "xn--abc-.test",
    "xn--0.test",
    "xn--u-ccb.test",
    "xn--xn--a.test",
    "xn--a-ecp.ru",
    "a\u200db.test",
    "1א.test",
    "\u0301a.test",
    "℀.test",
    "a_ü.test",
    "ü..test",
    `${"ü".repeat(64)}.test`,
  ])("refuses %j", (domain) => {
    expect(domainToAscii(domain)).toBeUndefined();
  });

  test("reads what it has written as it stands", () => {
    const unit = fc.constantFrom(..."aZ1-.ßüÖאع一💩\u200d\u0301İıς");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: "grapheme" })), (text) => {
        const ascii = domainToAscii(text);
        fc.pre(ascii !== undefined);
        expect(domainToAscii(ascii)).toBe(ascii);
        expect(ascii).toMatch(/^[a-z0-9.-]*$/);
        expect(domainToAscii(domainToUnicode(ascii))).toBe(ascii);
      }),
    );
  });
});

test.each([
  ["xn--kln-sna.test", "köln.test"],
  ["example.test", "example.test"],
  ["xn--zz.test", "xn--zz.test"],
])("domainToUnicode shows %s as %s", (domain, shown) => {
  expect(domainToUnicode(domain)).toBe(shown);
});
