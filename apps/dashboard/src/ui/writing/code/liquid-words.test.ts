import { expect, test } from "@jest/globals";
import { keysAt, localsOf } from "./liquid-words";

test("names that the template makes itself are known", () => {
  const text =
    "{% assign total = 1 %}{%- for line in lines -%}{% endfor %}{% capture note %}{% endcapture %}";
  expect(localsOf(text)).toEqual(["total", "line", "note"]);
});

test("a path leads to the keys of the test data there", () => {
  const values = { order: { number: "1", lines: [{ title: "Pen", price: 5 }] } };
  expect(keysAt(["order"], values, "")).toEqual(["number", "lines"]);
  expect(keysAt(["order", "lines", "[]"], values, "")).toEqual(["title", "price"]);
  expect(keysAt(["order", "number"], values, "")).toEqual([]);
});

test("a loop's name stands for an entry of its list, in loops of loops too", () => {
  const values = { orders: [{ lines: [{ title: "Pen" }] }] };
  const text = "{% for order in orders %}{% for line in order.lines %}";
  expect(keysAt(["line"], values, text)).toEqual(["title"]);
});

test("a loop over itself ends", () => {
  expect(keysAt(["a"], {}, "{% for a in b %}{% for b in a %}")).toEqual([]);
});
