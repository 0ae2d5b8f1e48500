import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { domainOf, formatMailbox, parseAddress, parseDomain, parseMailbox } from "./address";
import type { Mailbox } from "./message";

describe("parseMailbox", () => {
  test.each<[string, Mailbox]>([
    ["a@b.test", { address: "a@b.test" }],
    ["  a@b.test  ", { address: "a@b.test" }],
    ["<a@b.test>", { address: "a@b.test" }],
    ["Acme <a@b.test>", { address: "a@b.test", name: "Acme" }],
    ["Acme<a@b.test>", { address: "a@b.test", name: "Acme" }],
    ["Acme < a@b.test >", { address: "a@b.test", name: "Acme" }],
    ["Acme Inc. (Sales) <a@b.test>", { address: "a@b.test", name: "Acme Inc. (Sales)" }],
    ['"Acme, Inc." <a@b.test>', { address: "a@b.test", name: "Acme, Inc." }],
    ['"a \\"b\\" \\\\c" <a@b.test>', { address: "a@b.test", name: 'a "b" \\c' }],
    ['John "Jay, Jr" Doe <a@b.test>', { address: "a@b.test", name: "John Jay, Jr Doe" }],
    ['"<x@evil.test>" <a@b.test>', { address: "a@b.test", name: "<x@evil.test>" }],
    ['"" <a@b.test>', { address: "a@b.test" }],
    ["山田太郎 <a@b.test>", { address: "a@b.test", name: "山田太郎" }],
    ["Party \ud83d <a@b.test>", { address: "a@b.test", name: "Party \ufffd" }],
  ])("reads %j", (text, mailbox) => {
    expect(parseMailbox(text)).toEqual(mailbox);
  });

  test("takes the address from the brackets even where the name looks like one", () => {
    expect(parseMailbox("a@ok.test <b@evil.test>")).toEqual({ address: "b@evil.test", name: "a@ok.test" });
  });

  test.each([
    "",
    " ",
    "a",
    "Acme",
    "a@b.test, c@d.test",
    "a@b.test,",
    "a@b.test; c@d.test",
    "a@b.test c@d.test",
    "Acme <a@b.test>, c@d.test",
    "c@d.test, Acme <a@b.test>",
    "Acme <a@b.test> <c@d.test>",
    "Acme <a@b.test> x",
    "Acme, Inc. <a@b.test>",
    "Group: a@b.test;",
    "Acme <a@b.test",
    "Acme a@b.test>",
    '"Acme <a@b.test>',
    '"Acme\\" <a@b.test>',
    "Acme <>",
    "<@relay.test:a@b.test>",
    "a@b.test (work)",
    '"a b"@c.test',
    '"b@evil.test x"@ok.test',
  ])("refuses %j", (text) => {
    expect(parseMailbox(text)).toBeUndefined();
  });

  test.each(["\r", "\n", "\0", "\t", "\u0085", "\u2028"])(
    "refuses the control character %j anywhere",
    (control) => {
      for (const text of ["a@b.test", "Acme <a@b.test>", '"Acme" <a@b.test>']) {
        for (let i = 0; i <= text.length; i += 1) {
          expect(parseMailbox(text.slice(0, i) + control + text.slice(i))).toBeUndefined();
        }
      }
    },
  );

  test("never throws, and never lets a line break through", () => {
    const pieces = fc.constantFrom("a", "@", "b.test", "<", ">", '"', "\\", ",", " ", "\r\n", "é", "\ud800");
    const texts = fc.oneof(
      anyText(),
      fc.array(pieces).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const mailbox = parseMailbox(text);
        if (mailbox) expect(JSON.stringify(mailbox)).not.toMatch(/\\r|\\n|\\u0000/);
      }),
      { numRuns: 2000 },
    );
  });

  test("reads back every mailbox that was formatted", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .filter((text) => text === text.trim() && text !== "" && !/[\p{Cc}\u2028\u2029]/u.test(text));
    const special = fc.string({
      unit: fc.constantFrom(..."\\\"<>,;:@()[]. a'"),
      minLength: 1,
      maxLength: 20,
    });
    const names = fc.oneof(
      name,
      special.filter((text) => text === text.trim()),
    );
    fc.assert(
      fc.property(names, fc.emailAddress(), (text, email) => {
        const address = parseAddress(email);
        fc.pre(address !== undefined);
        const mailbox = { address, name: text };
        expect(parseMailbox(formatMailbox(mailbox))).toEqual(mailbox);
      }),
    );
  });

  test.each([
    ["spaces", " "],
    ["opening brackets", "<"],
    ["quotes", '"'],
    ["backslashes in quotes", '"\\'],
    ["at signs", "a@"],
    ["dots", "a@a."],
    ["names", "Name <"],
    ["international labels", "a@ü."],
  ])("answers a megabyte of %s at once", (_, unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const started = performance.now();
    for (const parse of [parseMailbox, parseAddress, parseDomain]) parse(text);
    parseMailbox(`${text.slice(0, 1000)} <a@b.test>`);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("parseAddress", () => {
  test("lowers the domain and keeps the local part", () => {
    expect(parseAddress("Jo.Doe+Tag@EXAMPLE.Test")).toBe("Jo.Doe+Tag@example.test");
  });

  test("takes every character of a dot-atom", () => {
    expect(parseAddress("!#$%&'*+/=?^_`{|}~-1a@b.test")).toBe("!#$%&'*+/=?^_`{|}~-1a@b.test");
  });

  test("turns an international domain into punycode, whichever dots and case it is written in", () => {
    expect(parseAddress("a@BÜCHER。example")).toBe("a@xn--bcher-kva.example");
    expect(parseAddress("a@XN--Bcher-KVA.example")).toBe("a@xn--bcher-kva.example");
    expect(parseAddress("a@ｅｘａｍｐｌｅ.test")).toBe("a@example.test");
  });

  test("tells look-alikes from what they look like", () => {
    expect(parseAddress("a@ехample.test")).toMatch(/^a@xn--/);
  });

  test.each([
    "a@b",
    "@b.test",
    "a@",
    "a@@b.test",
    "a@b@c.test",
    ".a@b.test",
    "a.@b.test",
    "a..b@c.test",
    "a b@c.test",
    "ä@b.test",
    "a@b..test",
    "a@.b.test",
    "a@b.test.",
    "a@-b.test",
    "a@b-.test",
    "a@b_c.test",
    "a@b.test:25",
    "a@b.test/x",
    "a@b%2etest",
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "a@１２７.0.0.1",
    "a@b.123",
    "a@xn--a.test",
    "a@ü／x.test",
    "a@ü x.test",
    "a@\ud800.test",
    "Name <a@b.test>",
  ])("refuses %j", (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  test("takes lengths up to RFC 5321's, and none above", () => {
    const domain = (length: number) => `${"d".repeat(63)}.${"d".repeat(63)}.${"d".repeat(length - 128)}`;
    expect(parseAddress(`${"l".repeat(64)}@b.test`)).toBeDefined();
    expect(parseAddress(`${"l".repeat(65)}@b.test`)).toBeUndefined();
    expect(parseAddress(`${"l".repeat(64)}@${domain(189)}`)).toHaveLength(254);
    expect(parseAddress(`${"l".repeat(64)}@${domain(190)}`)).toBeUndefined();
    expect(parseAddress(`a@${"d".repeat(63)}.test`)).toBeDefined();
    expect(parseAddress(`a@${"d".repeat(64)}.test`)).toBeUndefined();
  });
});

test("parseDomain reads what stands behind an address's at sign", () => {
  expect(parseDomain("Mail.Example.TEST")).toBe("mail.example.test");
  expect(parseDomain("a@example.test")).toBeUndefined();
  expect(parseDomain("example.test?x")).toBeUndefined();
});

test("domainOf gives the domain of an address", () => {
  expect(domainOf("a@example.test")).toBe("example.test");
});

test.each<[Mailbox, string]>([
  [{ address: "a@b.test" }, "a@b.test"],
  [{ address: "a@b.test", name: "Acme Inc." }, "Acme Inc. <a@b.test>"],
  [{ address: "a@b.test", name: "Acme, Inc." }, '"Acme, Inc." <a@b.test>'],
  [{ address: "b@evil.test", name: "a@ok.test" }, '"a@ok.test" <b@evil.test>'],
  [{ address: "a@b.test", name: 'Jo "J" \\' }, '"Jo \\"J\\" \\\\" <a@b.test>'],
])("formatMailbox writes %j as %j", (mailbox, text) => {
  expect(formatMailbox(mailbox)).toBe(text);
});
