import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { html } from "./html";

test("text is escaped, markup made by the template is not", () => {
  const inner = html`<b>${"<&\"'>"}</b>`;
  expect(html`<p title="${'"x'}">${inner}${[inner]}${3}</p>`.markup).toBe(
    '<p title="&#34;x"><b>&#60;&#38;&#34;&#39;&#62;</b><b>&#60;&#38;&#34;&#39;&#62;</b>3</p>',
  );
});

test("no text can bring a character that markup is made of", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(html`${text}`.markup).not.toMatch(/[<>"']/);
    }),
  );
});
