import { describe, expect, test } from "@jest/globals";
import { isField, mayPost, ORIGIN } from "./form";
import { confirmationMail } from "./mail";

describe("a form", () => {
  test("takes posts from any page, or from those alone that it names; programs have no origin", () => {
    const ours = "https://acme.example";
    expect(mayPost({ allowedOrigins: [] }, "https://evil.example")).toBe(true);
    expect(mayPost({ allowedOrigins: [ours] }, ours)).toBe(true);
    expect(mayPost({ allowedOrigins: [ours] }, "https://evil.example")).toBe(false);
    expect(mayPost({ allowedOrigins: [ours] }, "null")).toBe(false);
    expect(mayPost({ allowedOrigins: [ours] }, undefined)).toBe(true);
  });

  test("knows an origin by its form, and a field by that of a property", () => {
    const origins = [
      "https://a.example",
      "http://localhost:3000",
      "https://a.example/",
      "a.example",
      "https://",
    ];
    expect(origins.map((text) => ORIGIN.test(text))).toEqual([true, true, false, false, false]);
    expect(["plan", "first_name", "a b", ""].map(isField)).toEqual([true, true, false, false]);
  });
});

describe("our own mail", () => {
  test.each(["en", "de", "fr", "es", "ja"] as const)(
    "asks in %s, and runs nothing that it is given",
    (language) => {
      const url = "https://mail.example/c/abc?x=1&y=2";
      const given = { sender: "Acme <b>", address: "ann@example.com", url, language };
      const { subject, text, html } = confirmationMail(given);
      expect(subject).toContain("Acme <b>");
      expect(text).toContain(url);
      expect(text).toContain("ann@example.com");
      expect(html).toContain("Acme &lt;b&gt;");
      expect(html).toContain('href="https://mail.example/c/abc?x=1&amp;y=2"');
      expect(`${subject}${text}${html}`).not.toMatch(/\{\w+\}/);
      expect(confirmationMail({ ...given, sender: null }).subject).not.toContain("null");
    },
  );
});
