import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { fold, isStyled, latinLook } from "./fold";

describe("fold", () => {
  test.each([
    ["Crédit Agricole", "credit agricole"],
    ["Straße, Ørsted, Łódź", "strasse, orsted, lodz"],
    ["ＰａｙＰａｌ", "paypal"],
    ["𝐀𝐦𝐚𝐳𝐨𝐧", "amazon"],
  ])("writes %s as %s", (original, folded) => {
    expect(fold(original)).toEqual({ text: folded, disguised: [] });
  });

  test("takes invisible characters out of words and tells which", () => {
    expect(fold("Pay\u200bPal and Net\u200c\u2060flix")).toEqual({
      text: "paypal and netflix",
      disguised: ["paypal", "netflix"],
    });
  });

  test("reads letters of another script in a Latin word as what they look like", () => {
    expect(fold("Αmаzоn")).toEqual({ text: "amazon", disguised: ["amazon"] });
  });

  test("leaves words of other scripts, soft hyphens and padding between words alone", () => {
    expect(fold("Ваш заказ отправлен").disguised).toEqual([]);
    expect(fold("Donau\u00addampf\u00adschiff").disguised).toEqual([]);
    expect(fold("Sale \u200c\u00a0\u200c\u00a0\u200c now").disguised).toEqual([]);
    expect(fold("می\u200cخواهم").disguised).toEqual([]);
  });

  test("never throws", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(typeof fold(text).text).toBe("string");
      }),
    );
  });
});

test("a name wholly in another script is read as what it looks like", () => {
  expect(latinLook("раураӏ")).toBe("paypai");
  expect(isStyled("𝗨𝗿𝗴𝗲𝗻𝘁")).toBe(true);
  expect(isStyled("Urgent 5️⃣")).toBe(false);
});
