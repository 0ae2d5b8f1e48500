import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText, anyUrl } from "@sendex/testing/any-text";
import { hasControl } from "@sendex/kit/text";
import { nameOfUrl } from "./attachment-source";

describe("the name of a file that is named by its URL", () => {
  test.each([
    ["https://files.example/a/report.pdf?sig=1#x", "report.pdf"],
    ["https://files.example/Rechnung%20M%C3%A4rz.pdf", "Rechnung März.pdf"],
    ["https://files.example/%E0%A4.pdf", "%E0%A4.pdf"],
    ["https://files.example/%20a.pdf%20", "a.pdf"],
    ["https://files.example/%3D%3FUTF-8%3FB%3FYQ%3D%3D%3F%3D", undefined],
    ["https://files.example/", undefined],
    ["https://files.example", undefined],
    ["https://files.example/a%0D%0Ab.pdf", undefined],
    ["https://files.example/..%2F..%2Fetc%2Fpasswd", undefined],
    ["/etc/passwd", undefined],
    [undefined, undefined],
  ])("%s is %s", (url, name) => {
    expect(nameOfUrl(url)).toBe(name);
  });

  test("is one line without a path, whatever the URL", () => {
    fc.assert(
      fc.property(anyUrl(), anyText(), (base, tail) => {
        const name = nameOfUrl(`${base}/${encodeURIComponent(tail.replace(/\p{Surrogate}/gu, ""))}`) ?? "x";
        expect([hasControl(name), /[\\/]/.test(name), name.length > 255, name === ""]).toEqual(
          Array(4).fill(false),
        );
      }),
    );
  });
});
