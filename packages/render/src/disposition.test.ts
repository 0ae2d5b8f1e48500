import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { disposition } from "./disposition";

describe("disposition", () => {
  it("quotes what fits into a line", () => {
    expect(disposition("attachment", "Two  spaces (1).pdf")).toBe(
      'attachment;\r\n filename="Two  spaces (1).pdf"',
    );
  });

  it("encodes what does not, and what quotes cannot hold", () => {
    expect(disposition("inline", 'Übersicht "neu".csv')).toBe(
      "inline;\r\n filename*=utf-8''%C3%9Cbersicht%20%22neu%22.csv",
    );
    expect(disposition("attachment", `${"a".repeat(61)}.txt`)).toBe(
      `attachment;\r\n filename*0*=utf-8''${"a".repeat(50)};\r\n filename*1*=${"a".repeat(11)}.txt`,
    );
  });

  it("keeps every name, on lines of 78 characters at most that no reader can fold", () => {
    const names = fc.string({ unit: "grapheme", maxLength: 255 });
    fc.assert(
      fc.property(names, (name) => {
        const [, ...lines] = disposition("attachment", name).split(";\r\n");
        expect(lines.every((line) => /^ \S+=("[^"]*"|\S*)$/.test(line) && line.length <= 78)).toBe(true);
        expect(readBack(lines)).toBe(name);
      }),
    );
  });
});

function readBack(lines: string[]): string {
  const values = lines.map((line) => line.slice(line.indexOf("=") + 1));
  if (values[0]?.startsWith('"')) return values[0].slice(1, -1);
  return decodeURIComponent(values.join("").replace("utf-8''", ""));
}
