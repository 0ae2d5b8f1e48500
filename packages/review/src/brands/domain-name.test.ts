import { expect, test } from "@jest/globals";
import { ownLabel, registrable, suffixOf } from "./domain-name";

test.each([
  ["example.com", "example.com"],
  ["mail.news.example.com", "example.com"],
  ["www.example.co.uk", "example.co.uk"],
  ["loja.example.com.br", "example.com.br"],
  ["shop.example.de", "example.de"],
  // The Public Suffix List: everything below kawasaki.jp is a suffix.
  ["www.shop.example.kawasaki.jp", "shop.example.kawasaki.jp"],
  ["tenant.web.app", "tenant.web.app"],
  ["deep.tenant.pages.dev", "tenant.pages.dev"],
  ["192.0.2.7", "192.0.2.7"],
  ["localhost", "localhost"],
])("%s belongs to %s", (host, owner) => {
  expect(registrable(host)).toBe(owner);
});

test("the owner's label and its suffix", () => {
  expect(ownLabel("mail.example.co.uk")).toBe("example");
  expect(suffixOf("mail.example.co.uk")).toBe("co.uk");
});
