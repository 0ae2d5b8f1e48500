import { describe, expect, test } from "@jest/globals";
import { checkHeaders } from "./header";
import { encodeHeaderValue, mustBeAscii } from "./header-value";

describe("encodeHeaderValue", () => {
  test.each([
    ["List-Id", '"Acme News" <news.acme.example>'],
    ["List-Unsubscribe", "<https://acme.example/u?a=1&b=2>, <mailto:u@acme.example?subject=stop>"],
    ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click"],
    ["References", "<a@b.test> <c@d.test>\t<e@f.test>"],
    ["In-Reply-To", "bare-id@b.test"],
    ["X-Raw", 'tabs\tand  spaces "quotes" =?utf-8?q?h=C3=A4?='],
    ["Feedback-ID", "campaign:customer:type:sender"],
  ])("leaves ASCII as it is: %s: %s", (name, value) => {
    expect(encodeHeaderValue(name, value)).toBe(value);
  });

  test.each([
    ["X-Note", "für Kim", "=?UTF-8?Q?f=C3=BCr_Kim?="],
    ["List-Id", '"Acme Grüße" <news.acme.example>', "=?UTF-8?Q?Acme_Gr=C3=BC=C3=9Fe?= <news.acme.example>"],
    ["List-Id", "Grüße, alle <n.acme.example>", "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=, alle <n.acme.example>"],
    [
      "List-Help",
      "<https://acme.example/hilfe/für> (Hilfe für alle)",
      "<https://acme.example/hilfe/f%C3%BCr> (=?UTF-8?Q?Hilfe_f=C3=BCr_alle?=)",
    ],
    ["Keywords", "grün, blue", "=?UTF-8?Q?gr=C3=BCn?=, blue"],
    ["Auto-Submitted", 'auto-replied; reason="für Kim"', "auto-replied; reason*=UTF-8''f%C3%BCr%20Kim"],
    [
      "Return-Receipt-To",
      "Müller <m@acme.example>, b@acme.example",
      "=?UTF-8?Q?M=C3=BCller?= <m@acme.example>, b@acme.example",
    ],
  ])("encodes %s: %s by part", (name, value, written) => {
    expect(encodeHeaderValue(name, value)).toBe(written);
  });

  test("divides a long parameter", () => {
    expect(encodeHeaderValue("Auto-Submitted", `auto-replied; reason=${"ü".repeat(30)}`)).toMatch(
      /^auto-replied; reason\*0\*=UTF-8''(%C3%BC)+(%C3)?; reason\*1\*=(%BC)?(%C3%BC)+/,
    );
  });

  test.each(['"', "(", "<", "\\", "ü<", 'ü"', ";ü=", "ü("])("takes linear time for a value of %j", (unit) => {
    const started = performance.now();
    for (const name of ["X-A", "List-Id", "List-Help", "Auto-Submitted"])
      expect(encodeHeaderValue(name, `ü${unit.repeat(4_000 / unit.length)}`)).toMatch(/^[\t -~]*$/);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

test.each([
  ["In-Reply-To", "<ü@b.test>", "<ü@b.test>"],
  ["References", "<a@b.test> <ü@b.test>", "<a@b.test> <ü@b.test>"],
  ["List-Id", '"Grüße" <nü.acme.example>', "<nü.acme.example>"],
  ["Return-Receipt-To", "jürgen@acme.example", "jürgen@acme.example"],
  ["List-Help", "https://acme.example/für", "https://acme.example/für"],
])("%s: %s cannot be encoded, and the field error shows the part", (name, value, part) => {
  expect(mustBeAscii(name, value)).toBe(part);
  const [error] = checkHeaders({ [name]: value }, "headers");
  expect(error).toMatchObject({ field: `headers.${name}`, code: "format" });
  expect(error?.message).toContain(part);
});
