import { expect, test } from "@jest/globals";
import { hueOf, initialOf, nameOf } from "./people";

test("a mailbox has a name, or is its address", () => {
  expect(nameOf('"Acme, Inc." <hello@acme.example>')).toEqual({
    name: "Acme, Inc.",
    address: "hello@acme.example",
  });
  expect(nameOf("hello@acme.example")).toEqual({ name: "hello@acme.example", address: undefined });
  expect(nameOf("<hello@acme.example>")).toEqual({ name: "hello@acme.example", address: undefined });
});

test("the letter of a sender is a letter", () => {
  expect(initialOf("«acme»")).toBe("A");
  expect(initialOf("山田")).toBe("山");
  expect(initialOf("…")).toBe("?");
});

test("a name always has the same colour, one of six", () => {
  expect(hueOf("Acme")).toBe(hueOf("Acme"));
  expect(hueOf("Acme")).toBeLessThan(6);
});
