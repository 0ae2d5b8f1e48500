import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText, anyUrl } from "@sendex/testing/any-text";
import { isScripted, readLink } from "./link";

const own = new Set(["shop.example"]);
const read = (href: string) => readLink({ href, text: "", image: false, hidden: false }, own);

describe("a link's target", () => {
  test.each([
    ["https://mail.shop.example/x", "own"],
    ["https://www.paypal.com/", "brand"],
    ["https://bit.ly/3x", "shortener"],
    ["https://thing.pages.dev", "tenant"],
    ["https://docs.google.com/forms/d/1", "form"],
    ["https://docs.google.com/document/d/1", "lent"],
    ["https://u1.ct.sendgrid.net/ls/click", "tracker"],
    ["https://facebook.com/shop", "platform"],
    ["//elsewhere.example/x", "foreign"],
    ["elsewhere.example/x", "foreign"],
  ])("%s is %s", (href, kind) => {
    expect(read(href)?.kind).toBe(kind);
  });

  test.each([
    "mailto:a@b.example",
    "tel:+1",
    "#top",
    "{{url}}",
    "https://localhost/",
    "",
    "https://",
    "javascript:x()",
  ])("%s is no page", (href) => {
    expect(read(href)).toBeUndefined();
  });

  test("is where another company's redirect leads", () => {
    const link = read("https://www.google.com/url?q=https://evil.example/x&sa=D");
    expect(link).toMatchObject({ host: "evil.example", redirected: true, kind: "foreign" });
    expect(read("https://www.google.com/amp/s/evil.example/x")?.host).toBe("evil.example");
  });

  test("shows what stands before the host, and bare numbers", () => {
    expect(read("https://bank.example@evil.example/")).toMatchObject({
      host: "evil.example",
      userInfo: "bank.example",
    });
    expect(read("http://192.0.2.1/x")?.number).toBe(true);
    expect(read("http://3232235521/x")?.number).toBe(true);
  });
});

test("scripts and pages inside a link are known, also broken up", () => {
  expect(isScripted("java\nscript:alert(1)")).toBe(true);
  expect(isScripted("data:text/html;base64,xx")).toBe(true);
  expect(isScripted("data:image/png;base64,xx")).toBe(false);
});

test("never throws", () => {
  fc.assert(
    fc.property(fc.oneof(anyUrl(), anyText()), (href) => {
      read(href);
    }),
  );
});
