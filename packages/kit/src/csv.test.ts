import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { csvLine, readCsv } from "./csv";

describe("a CSV record", () => {
  it("quotes what needs it, and leaves numbers and nothing as they are", () => {
    expect(csvLine(["a", 'b"c', "d,e", "f\ng", -1, true, null])).toBe('a,"b""c","d,e","f\ng",-1,true,\r\n');
  });

  it.each(["=1+1", "+49", "-x", "@sum", "\tx", "\rx"])("keeps a spreadsheet from running %j", (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
    expect([...readCsv(csvLine([cell]))]).toEqual([{ line: 1, cells: [cell] }]);
  });
});

describe("reading CSV", () => {
  it("knows lines, quotes and both line ends", () => {
    const text = '\uFEFFemail,reason\r\n"a@x.example","two\nlines"\n\nb@x.example,"say ""no"""';
    expect([...readCsv(text)]).toEqual([
      { line: 1, cells: ["email", "reason"] },
      { line: 2, cells: ["a@x.example", "two\nlines"] },
      { line: 5, cells: ["b@x.example", 'say "no"'] },
    ]);
  });

  it("gives back what was written", () => {
    const cell = fc.string().filter((text) => !text.startsWith("'"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const text = rows.map(csvLine).join("");
        const filled = rows.filter((cells) => cells.some((one) => one !== ""));
        expect([...readCsv(text)].map(({ cells }) => cells)).toEqual(filled);
      }),
    );
  });

  it("comes to an end with a quote that is not closed", () => {
    expect([...readCsv('a,"b')]).toEqual([{ line: 1, cells: ["a", "b"] }]);
  });
});
