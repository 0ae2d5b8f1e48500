import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { compile, isFailure, render, type Rendered, type TemplateFailure } from "./liquid";

const EMPTY = { subject: null, html: null, text: null };

function run(source: Partial<typeof EMPTY | Record<string, string>>, values: Record<string, unknown> = {}) {
  const compiled = compile({ ...EMPTY, ...source });
  return isFailure(compiled) ? compiled : render(compiled, values);
}
const html = (source: string, values?: Record<string, unknown>): Rendered | TemplateFailure =>
  run({ html: source }, values);
const text = (source: string, values?: Record<string, unknown>): Rendered | TemplateFailure =>
  run({ text: source }, values);

describe("values", () => {
  test("are escaped in HTML, and only there", () => {
    const values = { name: `<b>"Tom" & 'Jerry'</b>` };
    expect(run({ subject: "{{ name }}", html: "{{ name }}", text: "{{ name }}" }, values)).toEqual({
      subject: values.name,
      html: "&lt;b&gt;&#34;Tom&#34; &amp; &#39;Jerry&#39;&lt;/b&gt;",
      text: values.name,
    });
  });

  test("stay what they are where the author says raw", () => {
    expect(html("{{ name | raw }}", { name: "<b>" })).toEqual({ html: "<b>" });
  });

  test("leave the place of a link to leave as it is, which each recipient has their own of", () => {
    const leave = '<a href="{{{unsubscribe_url}}}">a</a> {{ RESEND_UNSUBSCRIBE_URL }}';
    expect(html(leave, {})).toEqual({
      html: '<a href="{{{unsubscribe_url}}}">a</a> {{{RESEND_UNSUBSCRIBE_URL}}}',
    });
  });

  test("may be written with three braces, and are escaped all the same", () => {
    expect(html("{{{NAME}}} {{{ user.name }}}", { NAME: "<", user: { name: ">" } })).toEqual({
      html: "&lt; &gt;",
    });
  });

  test("of objects and lists are reached", () => {
    const values = { order: { lines: [{ name: "A" }, { name: "B" }] } };
    expect(text("{% for l in order.lines %}{{ l.name }},{% endfor %}{{ order.lines.size }}", values)).toEqual(
      {
        text: "A,B,2",
      },
    );
  });

  test("whatever they are, never end what they stand in, nor run as Liquid", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), (name) => {
        const result = html(`<a title="{{ name }}">{{ name }}</a>`, { name });
        const inner = ("html" in result ? (result.html ?? "") : "").replace(/^<a title="|<\/a>$/g, "");
        expect(inner.replace('">', "")).not.toMatch(/[<>"']/);
        expect(text("{{ name }}", { name })).toEqual({ text: name });
      }),
    );
    const liquid = "{{ secret }}{% assign x = 1 %}{% raw %}";
    expect(text("{{ name }}", { name: liquid, secret: "s" })).toEqual({ text: liquid });
  });
});

describe("a variable that is not there", () => {
  test.each([
    ["{{ code }}", "code"],
    ["{{ order.total }}", "order.total"],
    ["{% for x in rows %}{% endfor %}", "rows"],
  ])("%s names it", (source, name) => {
    const values = [{ written: name, path: name }];
    expect(text(source, { order: {} })).toEqual({ kind: "missing", values });
  });

  test("may be asked for, and given a default", () => {
    expect(text("{% if code %}a{% else %}b{% endif %}{{ code | default: 'c' }}")).toEqual({ text: "bc" });
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"])(
    "is what %s is, of the values and of anything in them",
    (name) => {
      for (const path of [name, `order.${name}`, `order["${name}"]`, `list.${name}`]) {
        expect(text(`{{ ${path} }}`, { order: {}, list: [] })).toMatchObject({ kind: "missing" });
      }
      expect(text(`{{ order.constructor.name }}`, { order: {} })).toMatchObject({ kind: "missing" });
    },
  );
});

describe("what is not Liquid is refused, with the place", () => {
  test.each(["{% if x %}", "{{ x", "{% nope %}", "{{ x | nope }}", "{% for %}"])("%s", (source) => {
    const result = text(source, { x: 1 });
    expect(result).toMatchObject({ kind: "syntax", part: "text" });
    expect(JSON.stringify(result)).toMatch(/line:1/);
    expect(JSON.stringify(result)).not.toMatch(/node_modules| at /);
  });

  test.each(["include 'a'", "render '/etc/passwd'", "layout 'a'", "block a"])("no files: %s", (tag) => {
    expect(text(`{% ${tag} %}`)).toMatchObject({ kind: "syntax" });
  });
});

describe("limits", () => {
  test.each([
    ["a loop", "{% for a in (1..99999) %}{% for b in (1..99999) %}x{% endfor %}{% endfor %}"],
    ["a range", "{% for a in (1..99999999999) %}{% endfor %}"],
    [
      "a list that doubles",
      `{% assign a = "1,2" | split: "," %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}`,
    ],
    [
      "a text that doubles",
      `{% assign a = "xx" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}`,
    ],
    [
      "a capture that doubles",
      `{% assign a = "xx" %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}`,
    ],
    ["an output", "{% for a in (1..1000) %}{{ big }}{% endfor %}"],
    ["padding", "{{ 'now' | date: '%999999999d' }}"],
  ])("%s ends in time", (_, source) => {
    const started = performance.now();
    expect(text(source, { big: "x".repeat(100_000) })).toMatchObject({ kind: "limit" });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("deep nesting is no crash", () => {
    const deep = "{% if a %}".repeat(20_000) + "{% endif %}".repeat(20_000);
    expect(text(deep, { a: 1 })).toHaveProperty("kind");
  });

  test("no text whatever makes it throw", () => {
    const piece = fc.constantFrom(
      "{{",
      "}}",
      "{%",
      "%}",
      " a",
      "|",
      "for x in",
      "if",
      "endif",
      "'",
      ".",
      "(1..9)",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        expect(typeof text(pieces.join(" "), { a: 1 })).toBe("object");
      }),
    );
  });
});
