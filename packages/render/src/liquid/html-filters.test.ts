import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { filters } from "liquidjs";
import { compile, isFailure, render } from "../liquid";

function html(source: string, values: Record<string, unknown> = {}): string {
  const compiled = compile({ subject: null, html: source, text: null });
  const result = isFailure(compiled) ? compiled : render(compiled, values);
  return isFailure(result) ? `${result.kind}: ${JSON.stringify(result)}` : (result.html ?? "");
}

describe("HTML that a filter makes is HTML, and what a value holds is escaped once", () => {
  const values = { note: "1 < 2\nyes", name: "Tom & Ann", list: ["<a>", 2], html: "<p>a &amp; b</p>" };

  test.each([
    ["{{ note | newline_to_br }}", "1 &lt; 2<br />\nyes"],
    ["{{ note | escape | newline_to_br }}", "1 &lt; 2<br />\nyes"],
    ["{{ note | newline_to_br | escape }}", "1 &lt; 2<br />\nyes"],
    ["{{ note | newline_to_br | upcase }}", "1 &lt; 2<br />\nYES"],
    ["{{ note | newline_to_br | truncate: 7 }}", "1 ..."],
    ["{{ note | newline_to_br | truncatewords: 9 }}", "1 &lt; 2<br />\nyes"],
    ["{{ note | newline_to_br | split: '<br />' | size }}", "2"],
    ["{% assign l = note | newline_to_br | split: '<br />' %}{{ l | last | strip }}", "yes"],
    ["{{ note | newline_to_br | default: 'none' }}", "1 &lt; 2<br />\nyes"],
    ["{{ note | replace: '\\n', '<br>' }}", "1 &lt; 2<br>yes"],
    ["{{ note | append: '&nbsp;' | append: name }}", "1 &lt; 2\nyes&nbsp;Tom &amp; Ann"],
    ["{{ '<b>' | append: name | append: '</b>' }}", "<b>Tom &amp; Ann</b>"],
    ["{{ '<b>' | escape }}", "&lt;b&gt;"],
    ["{{ 'a < b & c' }}", "a &lt; b &amp; c"],
    ["{{ list | join: '<br>' }}", "&lt;a&gt;<br>2"],
    ["{{ list | push: '<br>' }}", "&lt;a&gt;2<br>"],
    ["{{ name | truncate: 6, '&hellip;' }}", "&hellip;"],
    ["{{ name | truncatewords: 2, '&hellip;' }}", "Tom &amp;&hellip;"],
    ["{{ html | strip_html | truncate: 4 }}", "a..."],
    ["{{ html | strip_html }}", "a &amp; b"],
    ["{% cycle '<i>', '<b>' %}{% cycle '<i>', '<b>' %}", "<i><b>"],
    ["{% echo note | newline_to_br %}", "1 &lt; 2<br />\nyes"],
    ["{% liquid echo name %}", "Tom &amp; Ann"],
  ])("%s", (source, expected) => {
    expect(html(source, values)).toBe(expected);
  });

  test("what a tag or a filter holds is found in a condition as it is written", () => {
    const source = "{% assign br = '<br>' %}{% if br == '<br>' and note contains '<' %}same{% endif %}";
    expect(html(source, values)).toBe("same");
  });

  test("capture holds HTML where the template's own is in it, and else text", () => {
    expect(html("{% capture x %}<b>{{ name }}</b>{% endcapture %}{{ x }}", values)).toBe(
      "<b>Tom &amp; Ann</b>",
    );
    const text =
      "{% capture x %}{{ name }},{{ name }}{% endcapture %}{{ x | split: ',' | uniq | size }}{{ x }}";
    expect(html(text, values)).toBe("1Tom &amp; Ann,Tom &amp; Ann");
    expect(html("{% capture x %}{{ name }}{% endcapture %}{% if x == name %}same{% endif %}", values)).toBe(
      "same",
    );
  });

  test("JSON that stands raw in a script does not end it", () => {
    expect(html("<script>{{ list | json | raw }}</script>", { list: ["</script>"] })).toBe(
      `<script>["\\u003c/script\\u003e"]</script>`,
    );
  });
});

describe("whatever a value holds", () => {
  const piece = fc.constantFrom(
    ...["<script>", "</SCRIPT>", "<", ">", "&", "&lt;", "&#60;", "%3Cb%3E", '"', "'", "X", "\n", " ", "PGI+"],
  );
  const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  const argument = fc.constantFrom("'X'", "'<br>'", "'&nbsp;'", "v", "w", "list", "2", "5");
  const filter = fc
    .tuple(
      fc.constantFrom(...Object.keys(filters).filter((name) => name !== "raw")),
      fc.array(argument, { maxLength: 2 }),
    )
    .map(([name, args]) => (args.length > 0 ? `${name}: ${args.join(", ")}` : name));
  const OURS = /<br(?: \/)?>|&nbsp;/g;

  test("no filter, nor any chain of them, lets it become HTML", () => {
    fc.assert(
      fc.property(
        value,
        value,
        fc.constantFrom("v", "list", "'<br>'"),
        fc.array(filter, { minLength: 1, maxLength: 4 }),
        (v, w, start, chain) => {
          const result = html(`[{{ ${[start, ...chain].join(" | ")} }}]`, { v, w, list: [v, w] });
          if (!result.startsWith("[")) return;
          expect(result.replace(OURS, "")).not.toMatch(/[<>"']/);
        },
      ),
      { numRuns: 600 },
    );
  });

  test("it is escaped exactly once, however often the template asks for it", () => {
    const escaping = fc.constantFrom("escape", "xml_escape", "newline_to_br", "append: ''", "default: 'X'");
    fc.assert(
      fc.property(value, fc.array(escaping, { maxLength: 4 }), (text, chain) => {
        const v = `a${text.replace(/\n/g, "")}`;
        expect(html(["{{ v", ...chain].join(" | ") + " }}", { v })).toBe(html("{{ v }}", { v }));
      }),
    );
  });
});
