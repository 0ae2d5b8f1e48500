import { describe, expect, test } from "@jest/globals";
import { compile, isFailure, render, type Rendered, type TemplateFailure } from "../liquid";

function text(source: string, values: Record<string, unknown> = {}): Rendered | TemplateFailure {
  const compiled = compile({ subject: null, html: null, text: source });
  return isFailure(compiled) ? compiled : render(compiled, values);
}

const paths = (result: object): unknown =>
  "values" in result && Array.isArray(result.values)
    ? result.values.map(({ path }: { path: string }) => path)
    : result;

describe("what is missing", () => {
  test("is told all at once, of all parts, each once", () => {
    const compiled = compile({
      subject: "{{ a }}",
      html: "{{ b | upcase }}{{ a }}",
      text: "{{ c.d }}{{ e }}",
    });
    const result = isFailure(compiled) ? compiled : render(compiled, { e: 1 });
    expect(paths(result)).toEqual(["a", "b", "c.d"]);
  });

  test.each([
    ["{{ a }}", { a: null }, "a"],
    ["{{ a.b.c }}", { a: { b: null } }, "a.b.c"],
    ["{{ a['b c'].d }}", { a: {} }, 'a["b c"].d'],
    ["{{ list[1].price }}", { list: [{ price: 1 }, {}] }, "list[1].price"],
    ["{{ a | append: b }}", { a: "x" }, "b"],
    ["{% for x in rows %}{% endfor %}", { rows: null }, "rows"],
    ["{% for x in rows limit: n %}{% endfor %}", { rows: [1] }, "n"],
  ])("%s is named as the author wrote it", (source, values, name) => {
    expect(text(source, values)).toEqual({ kind: "missing", values: [{ written: name, path: name }] });
  });

  test("in a loop is named by its place in the values, and as the author wrote it", () => {
    const values = { items: [{ price: 1 }, {}, { price: null }] };
    expect(text("{% for item in items %}{{ item.price }}{% endfor %}", values)).toEqual({
      kind: "missing",
      values: [
        { written: "item.price", path: "items[1].price" },
        { written: "item.price", path: "items[2].price" },
      ],
    });
    expect(paths(text("{% for i in (0..1) %}{{ items[i].price }}{% endfor %}", values))).toEqual([
      "items[1].price",
    ]);
    expect(paths(text("{% assign last = items | last %}{{ last.price }}", values))).toEqual([
      "items[2].price",
    ]);
  });

  test("of something that the template made has the author's name", () => {
    expect(paths(text("{% assign x = 'a,b' | split: ',' %}{{ x.y }}{% assign z = q %}{{ z }}"))).toEqual([
      "x.y",
      "z",
    ]);
  });

  test("is told up to 50 times", () => {
    const items = Array.from({ length: 60 }, () => ({}));
    expect(paths(text("{% for item in items %}{{ item.price }}{% endfor %}", { items }))).toHaveLength(50);
  });
});

describe("what may be missing", () => {
  const values = { nothing: null, items: [{ name: "a", sold: true }, { name: "b" }] };

  test.each([
    ["{% if a %}x{% endif %}", ""],
    ["{% if a.b.c == 1 %}x{% endif %}", ""],
    ["{% if nothing %}x{% else %}y{% endif %}", "y"],
    ["{% unless nothing.a %}x{% endunless %}", "x"],
    ["{% case a %}{% when 1 %}x{% else %}y{% endcase %}", "y"],
    ["{{ a | default: 'x' }}", "x"],
    ["{{ a.b | default: 'x' }}", "x"],
    ["{{ nothing | default: 'x' }}", "x"],
    ["{{ a | strip | default: 'x' }}", "x"],
    ["{{ items | where: 'sold' | map: 'name' }}", "a"],
    ["{{ items | where: 'sold', true | map: 'name' }}", "a"],
    ["{{ items | where_exp: 'i', 'i.sold' | map: 'name' }}", "a"],
    ["{{ items | map: 'sold' }}", "true"],
    ["{% assign x = nil %}{{ x }}", ""],
  ])("%s", (source, expected) => {
    expect(text(source, values)).toEqual({ text: expected });
  });
});
