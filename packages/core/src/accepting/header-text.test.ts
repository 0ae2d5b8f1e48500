import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { encodeWords } from "./encoded-word";
import { foldHeader, longestPiece } from "./fold";
import { encodeMailbox, encodePhrase, encodeText } from "./header-text";

describe("encodeText", () => {
  test.each([
    ["Hello, World: 1 < 2", "Hello, World: 1 < 2"],
    ["a\tb", "=?UTF-8?Q?a=09b?="],
    ["two  spaces", "=?UTF-8?Q?two__spaces?="],
    [" edges ", "=?UTF-8?Q?_edges_?="],
    ["Grüße", "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?="],
    ["日本語", "=?UTF-8?B?5pel5pys6Kqe?="],
    ["=?utf-8?q?a?=", "=?UTF-8?Q?=3D=3Futf-8=3Fq=3Fa=3F=3D?="],
  ])("writes %j as %j", (text, written) => {
    expect(encodeText(text)).toBe(written);
  });

  test("encodes a word that no line can hold", () => {
    expect(encodeText("a".repeat(998))).toMatch(/^(=\?UTF-8\?Q\?a+\?= ?)+$/);
  });
});

describe("encodePhrase", () => {
  test.each([
    ["Acme Sales", "Acme Sales"],
    ["Acme, Inc.", '"Acme, Inc."'],
    ["ceo@bank.example", '"ceo@bank.example"'],
    ['Jo "J"', "=?UTF-8?Q?Jo_=22J=22?="],
    ["back\\slash", "=?UTF-8?Q?back=5Cslash?="],
  ])("writes %j as %j", (name, written) => {
    expect(encodePhrase(name)).toBe(written);
  });
});

test("a mailbox without a name is its address", () => {
  expect(encodeMailbox({ address: "a@b.test" })).toBe("a@b.test");
  expect(encodeMailbox({ address: "a@b.test", name: "Ä" })).toBe("=?UTF-8?B?w4Q=?= <a@b.test>");
});

test("encoded words are at most 75 characters of ASCII, each with whole characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (text) => {
      const words = encodeWords(text).split(" ");
      expect(words.every((word) => /^=\?UTF-8\?[QB]\?[!-~]+\?=$/.test(word) && word.length <= 75)).toBe(true);
      expect(words.map(decoded).join("")).toBe(text);
    }),
  );
});

test("no encoded word begins with a byte order mark, which its reader would drop", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("ü", "w", "\uFEFF"), { maxLength: 100 }), (parts) => {
      const text = parts.join("").replaceAll(/\uFEFF{4,}/g, "\uFEFF");
      const words = encodeWords(`ü${text}`).split(" ").map(decoded);
      expect(words.join("")).toBe(`ü${text}`);
      expect(words.filter((word) => word.startsWith("\uFEFF"))).toEqual([]);
    }),
  );
  expect(decoded(encodeWords("\uFEFFü"))).toBe("ü");
});

test("a folded field is given back by taking the line breaks out, and its lines fit where words do", () => {
  const value = fc
    .array(fc.stringMatching(/^[!-~]{1,70}[ \t]{1,3}$/), { minLength: 1, maxLength: 30 })
    .map((words) => words.join("").trim());
  fc.assert(
    fc.property(value, (text) => {
      const folded = foldHeader("X-Header", text);
      expect(folded.replaceAll("\r\n", "")).toBe(`X-Header: ${text}`);
      for (const line of folded.split("\r\n")) {
        expect(line.trim()).not.toBe("");
        expect(line.length).toBeLessThanOrEqual(10 + 73);
      }
    }),
  );
});

test("what no fold can divide counts with the white space in front of it", () => {
  expect(longestPiece("ab   cdef g")).toBe(7);
});

/** What stands in one encoded word; throws where a character was cut in two. */
function decoded(word: string): string {
  const [, , encoding, body = ""] = word.split("?");
  const bytes =
    encoding === "B"
      ? Buffer.from(body, "base64")
      : Buffer.from(
          body
            .replaceAll("_", " ")
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        );
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
