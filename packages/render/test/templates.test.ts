import { afterEach, describe, expect, test } from "@jest/globals";
import { openTemplates, type Templates } from "../src/templates";

let templates: Templates;
afterEach(() => templates.close());

const source = (text: string) => ({ subject: null, html: null, text });
const ask = (text: string, values: Record<string, unknown> = {}, account = "acc_1") =>
  templates.ask(account, { kind: "render", source: source(text), values });

describe("the thread of templates", () => {
  test("renders, checks and compiles", async () => {
    templates = openTemplates();
    expect(await ask("Hi {{ name }}", { name: "Ann" })).toEqual({ rendered: { text: "Hi Ann" } });
    expect(await templates.ask("acc_1", { kind: "check", source: source("{{ a }}") })).toEqual({
      checked: true,
    });
    expect(await templates.ask("acc_1", { kind: "check", source: source("{{ a") })).toMatchObject({
      failure: { kind: "syntax" },
    });
    const mjml = "<mjml><mj-body></mj-body></mjml>";
    expect(await templates.ask("acc_1", { kind: "mjml", mjml })).toHaveProperty("html");
  });

  test("keeps a source under its key, and forgets one that has none", async () => {
    templates = openTemplates();
    const keyed = (text: string) =>
      templates.ask("acc_1", { kind: "render", key: "k", source: source(text), values: {} });
    expect(await keyed("one")).toEqual({ rendered: { text: "one" } });
    expect(await keyed("two")).toEqual({ rendered: { text: "one" } });
    expect(await ask("three")).toEqual({ rendered: { text: "three" } });
  });

  test("is ended when a template does not come to an end, and goes on with the next", async () => {
    templates = openTemplates();
    // One filter over a long list: the language looks at its clock only between tags.
    const list = Array.from({ length: 60_000 }, (_, i) => ({ k: `${"y".repeat(20)}${i}` }));
    const bomb = `{% assign a = list %}${"{% assign a = a | uniq %}".repeat(3)}{{ list | where_exp: "x", "list contains x" | size }}`;
    const started = performance.now();
    const [first, second] = await Promise.all([ask(bomb, { list }), ask("fine", {}, "acc_2")]);
    expect(first === undefined || "failure" in first).toBe(true);
    expect(second).toEqual({ rendered: { text: "fine" } });
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test("survives what makes its compiler run out of its stack", async () => {
    templates = openTemplates();
    const mjml = `<mjml><mj-body>${"<mj-wrapper>".repeat(5_000)}`;
    expect(await templates.ask("acc_1", { kind: "mjml", mjml })).toHaveProperty("message");
    expect(await ask("fine")).toEqual({ rendered: { text: "fine" } });
  });

  test("answers all of many at once, of several accounts", async () => {
    templates = openTemplates();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => ask("{{ i }}", { i }, `acc_${i % 3}`)),
    );
    expect(answers).toEqual(Array.from({ length: 200 }, (_, i) => ({ rendered: { text: String(i) } })));
  });

  test("refuses an account that has too much waiting", async () => {
    templates = openTemplates();
    const answers = await Promise.allSettled(Array.from({ length: 400 }, () => ask("x")));
    const refused = answers.filter(({ status }) => status === "rejected");
    expect(refused.length).toBe(100);
    expect(refused[0]).toMatchObject({ reason: { slug: "service_unavailable" } });
  });
});
