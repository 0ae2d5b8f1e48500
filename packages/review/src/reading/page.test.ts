import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPage } from "./page";

describe("what a reader sees", () => {
  test("is the text, by lines, without mark-up, comments, styles and scripts", () => {
    const html =
      "<style>p{color:red}</style><p>Hello <b>Ann</b>&nbsp;&amp; Bob<!-- no --></p><script>x</script><div>2nd<br>3rd</div>";
    expect(readPage(html).visible).toBe("Hello Ann & Bob\n2nd\n3rd");
  });

  test.each([
    "display:none",
    "DISPLAY : NONE !important",
    "visibility:hidden",
    "font-size:0px",
    "font-size: 1px;",
    "opacity:0",
    "max-height:0;overflow:hidden",
    "color:#fff;background:#ffffff",
    "text-indent:-9999px",
  ])("leaves out what is styled %s", (style) => {
    const page = readPage(`<p>seen<span style="${style}">unseen <i>deep</i></span> too</p>`);
    expect(page.visible).toBe("seen too");
    expect(page.hidden).toBe("unseen deep");
  });

  test.each(["font-size:16px", "color:#fff", "height:0", "opacity:0.8", "font-size:1em", "font-size:10px"])(
    "keeps what is styled %s",
    (style) => {
      expect(readPage(`<p style="${style}">seen</p>`).visible).toBe("seen");
    },
  );

  test("takes white text on a coloured ground for seen, on white for hidden", () => {
    expect(readPage('<td bgcolor="#003366"><font color="white">seen</font></td>').hidden).toBe("");
    expect(readPage('<td bgcolor="white"><font color="#fefefe">unseen</font></td>').hidden).toBe("unseen");
  });
});

describe("what a reader can do", () => {
  test("is to click links, by their text or their image's words", () => {
    const { anchors } = readPage(
      '<a href="https://a.example"> Go <b>on</b></a><a href=https://b.example><img alt="Sale" src=x></a><a name=x>no</a>',
    );
    expect(anchors).toEqual([
      { href: "https://a.example", text: "Go on", image: false, hidden: false },
      { href: "https://b.example", text: "Sale", image: true, hidden: false },
    ]);
  });

  test("keeps a parameter that is named like a character reference", () => {
    const { anchors } = readPage('<a href="https://a.example/?n=1&copy=2&amp;m=3">Go</a>');
    expect(anchors[0]?.href).toBe("https://a.example/?n=1&copy=2&m=3");
  });

  test("is to fill in forms, and to be asked for a password", () => {
    const { forms } = readPage(
      '<form action="https://x.example"><input type=hidden><input name=u><input type="PASSWORD"></form>',
    );
    expect(forms).toEqual([{ action: "https://x.example", password: true, fields: 2 }]);
  });

  test("does not include counting images", () => {
    expect(readPage('<img width=1 height=1 src=x><img width="600" src=y><img src=z>').images).toBe(2);
  });
});

describe("a hostile page", () => {
  const pieces = fc.constantFrom(
    "<",
    ">",
    "</",
    "a",
    "<a ",
    "href=",
    '"',
    "'",
    "=",
    "<!--",
    "-->",
    "<style>",
    "<p",
  );
  test("never makes it throw", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
        expect(typeof readPage(parts.join("")).visible).toBe("string");
      }),
    );
  });

  const MEGABYTE = 1_000_000;
  /** A crowded machine takes seconds; a walk that starts again at each piece takes hours. */
  const IN_TIME_MS = 10_000;
  test.each([
    "<",
    "<a",
    "<a href='",
    '<a b="',
    "<!--",
    "</",
    "<p>",
    "<div><p>",
    "<style>",
    "&",
    "&#",
    "<a =",
    "<a x ",
  ])("of a megabyte of %s is read in time", (piece) => {
    const began = performance.now();
    readPage(piece.repeat(Math.ceil(MEGABYTE / piece.length)));
    expect(performance.now() - began).toBeLessThan(IN_TIME_MS);
  });
});
