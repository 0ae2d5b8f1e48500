import { describe, expect, test } from "@jest/globals";
import { BRANDS, mentions, ownerOf, owns } from "./brands";
import { toWords } from "../lexicon/phrases";

const brand = (name: string) => {
  const found = BRANDS.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe("the list", () => {
  test("has names and domains in every line", () => {
    for (const { name, spellings, domains, labels } of BRANDS) {
      expect(name).not.toBe("");
      expect(domains.length + labels.length).toBeGreaterThan(0);
      for (const { words } of spellings) expect(words.length).toBeGreaterThan(0);
      for (const domain of domains) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      for (const label of labels) expect(label).toMatch(/^[a-z0-9-]+$/);
    }
  });

  test("is long", () => {
    expect(BRANDS.length).toBeGreaterThan(300);
  });
});

describe("a brand's domains", () => {
  test.each(["paypal.com", "mail.paypal.com", "paypal.co.uk", "paypal.de"])("%s is PayPal's", (host) => {
    expect(owns(brand("Paypal"), host)).toBe(true);
    expect(ownerOf(host)?.name).toBe("Paypal");
  });

  test.each(["paypal.xyz", "paypal.tk", "paypal.com.example.net", "notpaypal.com", "paypal.web.app"])(
    "%s is not",
    (host) => {
      expect(owns(brand("Paypal"), host)).toBe(false);
    },
  );
});

test("names are found word by word, everyday words marked", () => {
  const found = mentions(toWords("your microsoft 365 plan and an apple a day"));
  expect(found.map(({ brand: { name }, weak }) => [name, weak])).toEqual([
    ["Microsoft", false],
    ["Microsoft", false],
    ["Apple", true],
  ]);
});
