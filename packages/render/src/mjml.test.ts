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

test("attributes for all elements that would make it grow without measure are refused", async () => {
  const long = "x".repeat(30_000);
  const head = `<mj-head><mj-attributes><mj-all color="${long}"/></mj-attributes></mj-head>`;
  const source = `<mjml>${head}<mj-body>${column("<mj-text/>".repeat(3_000))}</mj-body></mjml>`;
  expect(await compileMjml(source)).toEqual({ message: expect.stringContaining("mj-attributes") });
});
