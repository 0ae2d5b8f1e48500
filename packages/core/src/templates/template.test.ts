import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { MAX_MJML_CHARACTERS, MAX_TEMPLATE_CHARACTERS, readTemplate, subjectLine } from "./template";

const wrong = (raw: Parameters<typeof readTemplate>[0]): Record<string, string> => {
  const reading = readTemplate(raw);
  return "errors" in reading
    ? Object.fromEntries(reading.errors.map(({ field, code }) => [field, code]))
    : {};
};

describe("readTemplate", () => {
  test("takes a whole template", () => {
    const variables = [{ key: "code" }, { key: "n", type: "number" as const, fallback: 1 }];
    const raw = { name: " Code ", alias: "otp-code", subject: "{{ code }}", html: "<p>", text: "t" };
    expect(
      readTemplate({ ...raw, from: "Me <me@Acme.example>", replyTo: ["r@acme.example"], variables }),
    ).toEqual({
      change: {
        ...raw,
        name: "Code",
        mjml: null,
        blocks: null,
        from: "Me <me@acme.example>",
        replyTo: ["r@acme.example"],
        variables: [
          { key: "code", type: "string" },
          { key: "n", type: "number", fallback: 1 },
        ],
      },
    });
  });

  test("leaves alone what is not named, and empties what is null or empty", () => {
    expect(readTemplate({})).toEqual({ change: {} });
    expect(readTemplate({ alias: null, subject: "", text: null, from: "" })).toEqual({
      change: { alias: null, subject: null, text: null, from: null },
    });
    expect(readTemplate({ mjml: "<mjml/>" })).toEqual({ change: { mjml: "<mjml/>", blocks: null } });
    expect(readTemplate({ html: "<p>" })).toEqual({ change: { html: "<p>", mjml: null, blocks: null } });
    const blocks = { items: [] };
    expect(readTemplate({ blocks })).toEqual({ change: { blocks, mjml: null } });
    expect(readTemplate({ blocks: null })).toEqual({ change: { blocks: null } });
  });

  test.each([
    [{ name: "  " }, { name: "required" }],
    [{ name: "a\nb" }, { name: "format" }],
    [{ name: "x".repeat(129) }, { name: "too_long" }],
    [{ alias: "" }, { alias: "format" }],
    [{ alias: "a b" }, { alias: "format" }],
    [{ alias: "-a" }, { alias: "format" }],
    [{ alias: "tpl_a" }, { alias: "format" }],
    [{ alias: "x".repeat(65) }, { alias: "too_long" }],
    [{ subject: "a\r\nBcc: x" }, { subject: "format" }],
    [{ subject: "x".repeat(999) }, { subject: "too_long" }],
    [{ html: "x".repeat(MAX_TEMPLATE_CHARACTERS + 1) }, { html: "too_long" }],
    [{ text: "\0" }, { text: "format" }],
    [{ text: "\ud800" }, { text: "format" }],
    [{ mjml: "x".repeat(MAX_MJML_CHARACTERS + 1) }, { mjml: "too_long" }],
    [{ mjml: "<mjml/>", html: "<p>" }, { mjml: "conflict" }],
    [{ mjml: "<mjml/>", blocks: { items: [] } }, { blocks: "conflict" }],
    [{ html: "<p>", blocks: { items: [] } }, { blocks: "conflict" }],
    [{ blocks: { items: [{ type: "x" }] } }, { "blocks.items[0].type": "unknown" }],
    [{ from: "nobody" }, { from: "format" }],
    [{ replyTo: ["a@b.example", "nobody"] }, { "reply_to[1]": "format" }],
    [{ variables: [{ key: "1" }] }, { "variables[0].key": "format" }],
  ])("%j is refused by its field", (raw, errors) => {
    expect(wrong(raw)).toEqual(errors);
  });
});

describe("subjectLine", () => {
  test("is one line, whatever it was made of", () => {
    expect(subjectLine("\n  Your code \r\n is 5\n")).toBe("Your code is 5");
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(subjectLine(text)).not.toMatch(/[\r\n\u2028\u2029\u0085]/);
      }),
    );
  });
});
