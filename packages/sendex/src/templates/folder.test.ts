import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { namesIn, readTemplate, writeTemplate } from "./folder";
import type { Template } from "./template";

let base: string;
beforeEach(() => void (base = mkdtempSync(path.join(tmpdir(), "sendex-templates-"))));
afterEach(() => rmSync(base, { recursive: true }));

const TEMPLATE: Template = {
  ...{
    name: "Welcome",
    alias: "welcome",
    subject: "Hi {{ name }}",
    from: "a@b.example",
    reply_to: ["c@b.example"],
  },
  variables: [{ key: "name", type: "string", fallback_value: "you" }],
  ...{ mjml: null, blocks: null, html: "<p>Grüße</p>", text: "" },
};

test("a template comes back from its files as it was", async () => {
  await writeTemplate(base, "welcome", TEMPLATE);
  expect(await readTemplate(base, "welcome")).toEqual(TEMPLATE);
  expect(await namesIn(base)).toEqual(["welcome"]);
});

test("a part that is no longer there is taken away", async () => {
  await writeTemplate(base, "welcome", TEMPLATE);
  await writeTemplate(base, "welcome", { ...TEMPLATE, mjml: "<mjml></mjml>", html: null, text: null });
  expect(existsSync(path.join(base, "welcome/template.html"))).toBe(false);
  expect(await readTemplate(base, "welcome")).toMatchObject({ html: null, text: null });
});

test("blocks stand among what is said of it, and never beside HTML", async () => {
  const blocks = { items: [{ type: "divider" as const }] };
  await writeTemplate(base, "welcome", { ...TEMPLATE, blocks, html: null });
  expect(await readTemplate(base, "welcome")).toEqual({ ...TEMPLATE, blocks, html: null });
  writeFileSync(path.join(base, "welcome/template.html"), "<p></p>");
  await expect(readTemplate(base, "welcome")).rejects.toThrow("has blocks, which HTML is made from");
});

test.each(["..", ".", "a/b", "a\\b", ""])("no file is read or written outside: %p", async (name) => {
  await expect(writeTemplate(base, name, TEMPLATE)).rejects.toThrow("cannot be a template's folder");
  await expect(readTemplate(base, name)).rejects.toThrow("cannot be a template's folder");
});

test("what is missing or wrong is named", async () => {
  await expect(readTemplate(base, "nobody")).rejects.toThrow("template.json is not there");
  await expect(namesIn(path.join(base, "nowhere"))).rejects.toThrow("holds no template");
  await writeTemplate(base, "welcome", TEMPLATE);
  writeFileSync(path.join(base, "welcome/template.mjml"), "<mjml></mjml>");
  await expect(readTemplate(base, "welcome")).rejects.toThrow("has MJML and HTML");
  writeFileSync(path.join(base, "welcome/template.json"), "[]");
  await expect(readTemplate(base, "welcome")).rejects.toThrow('no JSON object with a "name"');
});
