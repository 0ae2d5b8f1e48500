import { describe, expect, it } from "@jest/globals";
import { preview } from "./preview";

const source = (parts: { subject?: string; html?: string; text?: string }) => ({
  subject: null,
  html: null,
  text: null,
  ...parts,
});

describe("a preview", () => {
  it("renders all parts, and names the variables that they use", () => {
    const parts = {
      subject: "{{ title }}",
      html: "{% for item in items %}{% capture c %}{{ item.name }}{% endcapture %}{{ c }}{% cycle 'a', 'b' %}{% endfor %}{% echo footer %}",
      text: "{{{ order.id }}}{% assign x = 1 %}{{ x }}",
    };
    const values = { title: "<Hi>", items: [{ name: "<b>" }], footer: "f", order: { id: 7 } };
    expect(preview(source(parts), values)).toEqual({
      rendered: { subject: "<Hi>", html: "&lt;b&gt;af", text: "71" },
      problems: [],
      missing: [],
      used: ["footer", "items", "order", "title"],
    });
  });

  it("goes on past what is missing, and names it", () => {
    const { rendered, missing, problems } = preview(
      source({ subject: "Hi {{ name }}!", text: "{{ a.b }}" }),
      { a: {} },
    );
    expect(rendered).toEqual({ subject: "Hi !", text: "" });
    expect(missing.map(({ path }) => path)).toEqual(["name", "a.b"]);
    expect(problems).toEqual([]);
  });

  it("names what is wrong in each part with its place in what was written, and renders the others", () => {
    const parts = { subject: "ok", html: "<p>\n{{{a}}} {% if %}</p>", text: "{{ 'x' | nothing }}" };
    const { rendered, problems } = preview(source(parts), { a: 1 });
    expect(rendered).toEqual({ subject: "ok" });
    expect(problems).toMatchObject([
      { part: "html", kind: "syntax", line: 2, column: 14 },
      { part: "text", kind: "syntax", line: 1 },
    ]);
    for (const { message } of problems) expect(message).not.toContain("line:");
  });
});
