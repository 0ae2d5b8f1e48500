import { expect, test } from "@jest/globals";
import { compileMjml } from "./mjml";

const page = (body: string): string => `<mjml><mj-body>${body}</mj-body></mjml>`;
const column = (body: string): string => `<mj-section><mj-column>${body}</mj-column></mj-section>`;

test("MJML becomes HTML, with Liquid where it stood", async () => {
  const source = page(
    `{% for x in xs %}${column(`<mj-text>Hi {{ x.name | upcase }}</mj-text><mj-button href="{{ url }}?a=1">Go</mj-button>`)}{% endfor %}`,
  );
  const result = await compileMjml(source);
  expect(result).toHaveProperty("html");
  const html = "html" in result ? result.html : "";
  expect(html).toMatch(/<!doctype html>/i);
  for (const part of ["{% for x in xs %}", "{{ x.name | upcase }}", 'href="{{ url }}?a=1"', "{% endfor %}"])
    expect(html).toContain(part);
});

test.each(["", "plain", "<mjml>", page("<mj-nope/>"), page('<mj-include path="/etc/passwd"/>')])(
  "what is not MJML, or includes, is refused: %s",
  async (source) => {
    const result = await compileMjml(source);
    expect(result).toHaveProperty("message");
    expect(JSON.stringify(result)).not.toMatch(/root:/);
  },
);

const LOOP = ["{% for x in xs %}", "{% endfor %}"] as const;
const inColumn = (before: string, inside: string, after: string): string =>
  page(`<mj-section><mj-column>${before}${LOOP[0]}${inside}${LOOP[1]}${after}</mj-column></mj-section>`);

test.each([
  ["mj-body", page(`${LOOP[0]}${column("<mj-text>a</mj-text>")}${LOOP[1]}`)],
  ["mj-wrapper", page(`<mj-wrapper>${LOOP[0]}${column("<mj-text>a</mj-text>")}${LOOP[1]}</mj-wrapper>`)],
  [
    "mj-section",
    page(`<mj-section>${LOOP[0]}<mj-column><mj-text>a</mj-text></mj-column>${LOOP[1]}</mj-section>`),
  ],
  ["mj-group", page(`<mj-section><mj-group>${LOOP[0]}<mj-column/>${LOOP[1]}</mj-group></mj-section>`)],
  ["mj-hero", page(`<mj-hero>${LOOP[0]}<mj-text>a</mj-text>${LOOP[1]}</mj-hero>`)],
  ["mj-column", inColumn("", "<mj-text>a</mj-text>", "")],
  ["mj-text", inColumn("<mj-text>", "a", "</mj-text>")],
  ["mj-button", inColumn("<mj-button>", "a", "</mj-button>")],
  ["mj-table", inColumn("<mj-table>", "<tr><td>a</td></tr>", "</mj-table>")],
  ["mj-raw", inColumn("<mj-raw>", "<b>a</b>", "</mj-raw>")],
  [
    "mj-social",
    inColumn(
      "<mj-social>",
      `<mj-social-element name="x" href="{{ x }}">a</mj-social-element>`,
      "</mj-social>",
    ),
  ],
  ["mj-navbar", inColumn("<mj-navbar>", `<mj-navbar-link href="{{ x }}">a</mj-navbar-link>`, "</mj-navbar>")],
  [
    "mj-accordion",
    inColumn(
      "<mj-accordion>",
      "<mj-accordion-element><mj-accordion-title>{{ x }}</mj-accordion-title></mj-accordion-element>",
      "</mj-accordion>",
    ),
  ],
])("a loop may stand in %s", async (_, source) => {
  const result = await compileMjml(source);
  expect(result).toHaveProperty("html");
  const html = "html" in result ? result.html : "";
  for (const tag of LOOP) expect(html.split(tag)).toHaveLength(2);
  expect(html).not.toContain("<!--liquid");
});

test("a tag may hold a comparison", async () => {
  const result = await compileMjml(
    inColumn("<mj-text>{% if 1 < 2 %}b{% endif %}</mj-text>", "<mj-divider/>", ""),
  );
  expect(result).toEqual({ html: expect.stringContaining("{% if 1 < 2 %}b{% endif %}") });
});

test.each([
  [
    page(
      `\n<mj-section><mj-column>\n  <mj-carousel>{% if ü %}<mj-carousel-image src="a"/></mj-carousel></mj-column></mj-section>`,
    ),
    "{% if ü %} cannot stand at line 3, column 16.",
  ],
  [page(`<mj-social>{% if a %}</mj-social>\n<mj-section\n  color=>`), "at line 3, column 9"],
  ["<mjml><mj-body><mj-section>", "An element is not closed, or another is closed first."],
])("what cannot be compiled is named with its line and column: %#", async (source, message) => {
  expect(await compileMjml(source)).toEqual({ message: expect.stringContaining(message) });
});

test("attributes for all elements that would make it grow without measure are refused", async () => {
  const long = "x".repeat(30_000);
  const head = `<mj-head><mj-attributes><mj-all color="${long}"/></mj-attributes></mj-head>`;
  const source = `<mjml>${head}<mj-body>${column("<mj-text/>".repeat(3_000))}</mj-body></mjml>`;
  expect(await compileMjml(source)).toEqual({ message: expect.stringContaining("mj-attributes") });
});
