import { expect, test } from "@jest/globals";
import { changeAsText, changesOf, lineChanges } from "./changes";
import type { Template } from "./template";

const TEMPLATE: Template = {
  ...{
    name: "Welcome",
    alias: "welcome",
    subject: "Hi",
    from: null,
    reply_to: null,
    mjml: null,
    blocks: null,
  },
  variables: [{ key: "name", type: "string", fallback_value: null }],
  html: "<p>one</p>\n<p>two</p>\n<p>three</p>",
  text: null,
};

test("what is the same is no change, however its keys are ordered", () => {
  const same = { ...TEMPLATE, variables: [{ fallback_value: null, type: "string" as const, key: "name" }] };
  expect(changesOf(TEMPLATE, same)).toEqual([]);
});

test("a short field shows both, a long one the lines that differ", () => {
  const after = { ...TEMPLATE, subject: "Hello", html: "<p>one</p>\n<p>2</p>\n<p>three</p>", text: "" };
  expect(changesOf(TEMPLATE, after).flatMap(changeAsText)).toEqual([
    "subject: Hi → Hello",
    "html: 1 lines out, 1 in",
    "  - <p>two</p>",
    "  + <p>2</p>",
    "text: nothing → ",
  ]);
});

test("of blocks the lines that differ are shown", () => {
  const blocks = (text: string) => ({
    ...TEMPLATE,
    html: null,
    blocks: { items: [{ type: "button" as const, text, link: "" }] },
  });
  expect(changesOf(blocks("Go"), blocks("Stay")).flatMap(changeAsText)).toEqual([
    "blocks: 1 lines out, 1 in",
    '  -       "text": "Go",',
    '  +       "text": "Stay",',
  ]);
});

test("a new one changes all that it has", () => {
  expect(changesOf(undefined, TEMPLATE).map(({ field }) => field)).toEqual([
    ...["name", "alias", "subject", "variables", "html"],
  ]);
});

test.each([
  ["a a", "a", ["a"], []],
  ["a", "a a", [], ["a"]],
  ["a b c", "a c", ["b"], []],
  ["", "x", [""], ["x"]],
])("from %j to %j", (before, after, removed, added) => {
  expect(lineChanges(before.split(" "), after.split(" "))).toEqual({ removed, added });
});

test("of many lines some are shown", () => {
  const html = Array.from({ length: 100 }, (_, i) => `<p>${i}</p>`).join("\n");
  const [change] = changesOf(TEMPLATE, { ...TEMPLATE, html });
  expect(change && changeAsText(change)).toContainEqual("  + … and 80 more");
});
