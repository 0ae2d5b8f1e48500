import { expect, test } from "@jest/globals";
import { MAX_HTML_CHARACTERS, textOf } from "./html-text";

test.each([
  ["<p>Hello <b>Kim</b>,</p><p>Gr&uuml;&szlig;e &amp; &lt;b&gt;</p>", "Hello Kim,\n\nGrüße & <b>"],
  ["one<br>two", "one\ntwo"],
  ["<h1>Order 7</h1><ul><li>tea</li><li>cake</li></ul>", "Order 7\n\n * tea\n * cake"],
  ['<a href="https://acme.example/x?a=1&amp;b=2">Read</a>', "Read [https://acme.example/x?a=1&b=2]"],
  ['<a href="https://acme.example">https://acme.example</a>', "https://acme.example"],
  ['<img src="cid:logo" alt="Acme"> <img src="cid:pixel">', "Acme"],
  ["<style>p{color:red}</style><script>alert(1)</script><title>T</title><p>Hi</p>", "Hi"],
])("%s is read as %j", (html, text) => {
  expect(textOf(html)).toBe(text);
});

test.each(["", "<p></p>", '<img src="https://acme.example/pixel.gif">', "<!-- nothing -->"])(
  "%j has no words and gives no text",
  (html) => {
    expect(textOf(html)).toBeUndefined();
  },
);

test.each([
  "<table><tr><td>",
  "<div></x>",
  "<div><!--</div>-->",
  "<b>",
  "<ul><li>",
  "<p><div>",
  "<",
  "&amp;",
  "<a b=c ",
])("a megabyte of %s ends in bounded time", (unit) => {
  const html = unit.repeat(1_000_000 / unit.length);
  const started = performance.now();
  textOf(html);
  textOf(html.slice(0, MAX_HTML_CHARACTERS));
  expect(performance.now() - started).toBeLessThan(15_000);
});

test("HTML of more than 256 Ki characters gives no text", () => {
  expect(textOf(`<p>${"a".repeat(MAX_HTML_CHARACTERS)}</p>`)).toBeUndefined();
});
