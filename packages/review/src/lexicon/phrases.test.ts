import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { CONCEPTS } from "./concepts";
import { fold } from "../reading/fold";
import { phraseSet, toWords } from "./phrases";

const set = phraseSet({
  demand: "verif~|confirm your|the * account\nbestätigen sie",
  deadline: "within # hours\n24時間以内",
});
const find = (text: string) => {
  const { text: folded } = fold(text);
  return Object.fromEntries(set.find(toWords(folded), folded));
};

test("words may be open at the end, alternatives, numbers and gaps", () => {
  expect(find("Please verify your online account within 24 hours")).toEqual({ demand: 1, deadline: 1 });
  expect(find("verification of the big old bank account")).toEqual({});
  expect(find("confirm your one two three four account")).toEqual({});
});

test("accents and case do not matter, in the list or in the text", () => {
  expect(find("BESTÄTIGEN Sie. bestatigen sie")).toEqual({ demand: 1 });
});

test("scripts without spaces are searched as they are", () => {
  expect(find("24時間以内にご確認")).toEqual({ deadline: 1 });
});

test("links and addresses are no words, numbers are one", () => {
  expect(toWords("see https://verify.example/account a@b.example 12 x")).toEqual(["see", "#", "x"]);
});

test("hostile repetition is read in time", () => {
  const began = performance.now();
  const text = "account ".repeat(4000);
  CONCEPTS.find(toWords(text), text);
  expect(performance.now() - began).toBeLessThan(20_000);
});

test("never throws", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const folded = fold(text).text;
      expect(CONCEPTS.find(toWords(folded), folded)).toBeInstanceOf(Map);
    }),
  );
});
