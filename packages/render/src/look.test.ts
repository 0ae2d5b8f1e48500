import { contrast } from "@sendex/core/audiences/mail-checks";
import { describe, expect, it, test } from "@jest/globals";
import { blocksHtml } from "./blocks/html";
import { colorOf } from "./colors";
import { lookAt } from "./look";

test.each([
  ["#ABCDEF", "#abcdef"],
  ["#abc", "#aabbcc"],
  [" rgb(255, 0 16) ", "#ff0010"],
  ["White !important", "#ffffff"],
  ["rgb(300,0,0)", undefined],
  ["rgba(0,0,0,.5)", undefined],
  ["transparent", undefined],
  ["var(--x)", undefined],
])("the colour %j is %j", (written, color) => {
  expect(colorOf(written)).toBe(color);
});

describe("a look at a mail", () => {
  it("finds links and images, with and without alternative texts", () => {
    const html = `<a href="https://a.example">A</a><a name="here">B</a><a href="">C</a><a href="{{{unsubscribe_url}}}">D</a>
      <img src="a.png" alt=""><img src="b.png"><img alt="C">`;
    expect(lookAt(html)).toMatchObject({
      links: ["https://a.example", "", "{{{unsubscribe_url}}}"],
      images: [
        { src: "a.png", alt: "" },
        { src: "b.png", alt: null },
        { src: "", alt: "C" },
      ],
    });
  });

  it("knows a text's colours where both are told, by whichever element around it", () => {
    const texts = (html: string) =>
      lookAt(html).texts.map(({ text, ...colors }) => [text, ...Object.values(colors)]);
    expect(texts('<td bgcolor="white"><p style="color:#777">pale</p>plain</td>')).toEqual([
      ["pale", "#777777", "#ffffff"],
    ]);
    expect(
      texts('<div style="background:#000;color:white">a<p style="background-color: #fff">b</p>c</div>'),
    ).toEqual([
      ["a", "#ffffff", "#000000"],
      ["b", "#ffffff", "#ffffff"],
      ["c", "#ffffff", "#000000"],
    ]);
    expect(texts('<p style="color:#777">who knows on what</p>')).toEqual([]);
    expect(texts('<td style="background:#fff url(a.png);color:#eee">on a picture</td>')).toEqual([]);
    expect(texts('<div style="color:#fff;background:#fff;display:none">preview</div>')).toEqual([]);
    expect(texts('<br><img src="a"><p style="color:#111;background:#fff">after voids</p>')).toHaveLength(1);
  });

  it("finds nothing pale in a mail of blocks with the colours that it comes with", () => {
    const html = blocksHtml({
      items: [
        { type: "heading", level: 1, spans: [{ text: "Hello" }] },
        {
          type: "text",
          parts: [
            { type: "paragraph", spans: [{ text: "A " }, { text: "link", link: "https://a.example" }] },
          ],
        },
        { type: "button", text: "Go", link: "https://a.example" },
        { type: "footer", parts: [], unsubscribe: "Leave" },
      ],
    });
    const look = lookAt(html);
    expect(look.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Hello", "link", "Go", "Leave"]),
    );
    expect(contrast(look).level).toBe("ok");
  });

  it("takes bounded time for whatever is given", () => {
    const started = performance.now();
    for (const unit of ["<div style='color:#fff'>", "<a href=", "<img>", "</p>", "<!--"])
      lookAt(unit.repeat(1_000_000 / unit.length));
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
