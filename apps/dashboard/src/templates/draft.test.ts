import { expect, test } from "@jest/globals";
import { bodyOf, type Draft, realChanges, withoutStored } from "./draft";

const stored: Draft = {
  name: "Welcome",
  alias: "welcome",
  from: "",
  reply_to: [],
  subject: "Hello",
  html: "<p>Hello</p>",
  mjml: null,
  blocks: null,
  text: null,
  variables: [],
};

test("what was typed and taken back is no change", () => {
  expect(realChanges(stored, { subject: "Hello", reply_to: [], variables: [] })).toEqual({});
  expect(realChanges(stored, { subject: "Hi", reply_to: ["a@b.example"] })).toEqual({
    subject: "Hi",
    reply_to: ["a@b.example"],
  });
});

test("HTML that MJML made is nobody's change", () => {
  const written = { ...stored, mjml: "<mjml></mjml>", html: "<table></table>" };
  expect(realChanges(written, { html: "<p>else</p>" })).toEqual({});
});

test("who gives up MJML goes on with the HTML that it made", () => {
  const written = { ...stored, mjml: "<mjml></mjml>", html: "<table></table>" };
  const changes = realChanges(written, { mjml: null });
  expect(changes).toEqual({ html: "<table></table>", mjml: null });
  expect(bodyOf(changes)).toEqual({ html: "<table></table>" });
});

test("MJML and HTML are never sent together", () => {
  const changes = realChanges(stored, { mjml: "<mjml></mjml>", html: "<p>Hi</p>" });
  expect(bodyOf(changes)).toEqual({ mjml: "<mjml></mjml>" });
});

test("blocks are sent alone, and what they made goes on where they are given up", () => {
  const blocks = { items: [{ type: "divider" as const }] };
  expect(bodyOf(realChanges(stored, { blocks, html: "<p>Hi</p>" }))).toEqual({ blocks });
  const written = { ...stored, blocks, html: "<table></table>" };
  expect(realChanges(written, { blocks: { items: [{ type: "divider" }] } })).toEqual({});
  expect(bodyOf(realChanges(written, { blocks: null }))).toEqual({ html: "<table></table>" });
  expect(bodyOf(realChanges(written, { blocks: null, mjml: "<mjml></mjml>" }))).toEqual({
    mjml: "<mjml></mjml>",
  });
});

test("a plain text that is empty differs from one that is made of the HTML", () => {
  expect(bodyOf(realChanges(stored, { text: "" }))).toEqual({ text: "" });
  expect(bodyOf(realChanges({ ...stored, text: "" }, { text: null }))).toEqual({ text: null });
});

test("what is emptied is sent as null", () => {
  const full = { ...stored, from: "a@b.example", reply_to: ["c@d.example"] };
  expect(bodyOf(realChanges(full, { from: "", reply_to: [], subject: "", alias: "" }))).toEqual({
    alias: null,
    from: null,
    reply_to: null,
    subject: null,
  });
});

test("what was typed while the draft was being saved stays", () => {
  const sent = { subject: "Hi", html: "<p>1</p>" };
  expect(withoutStored({ subject: "Hi there", html: "<p>1</p>", text: "x" }, sent)).toEqual({
    subject: "Hi there",
    text: "x",
  });
});
