import { expect, test } from "@jest/globals";
import { contrast, images, links, type MailLook, values } from "./mail-checks";

const look = (some: Partial<MailLook>): MailLook => ({ links: [], images: [], texts: [], ...some });
const image = (src: string, alt: string | null = "A") => ({ src, alt });

test.each<[string[], RegExp | null]>([
  [[], null],
  [["https://a.example", "mailto:a@b.example", "tel:1", "{{{unsubscribe_url}}}", "#top"], null],
  [["https://a.example", ""], /^1 link leads nowhere/],
  [["#", " "], /^2 links lead nowhere/],
  [["/pricing"], /^Out of a mail \/pricing leads nowhere/],
  [["www.a.example/x"], /www\.a\.example\/x leads nowhere/],
  [["//a.example"], /\/\/a\.example leads nowhere/],
  [["HTTP://a.example"], /^HTTP:\/\/a\.example goes over HTTP/],
])("links %j are looked at", (all, message) => {
  const check = links(look({ links: all }));
  expect([check.level, check.remedy === null]).toEqual(message ? ["warning", false] : ["ok", true]);
  if (message) expect(check.message).toMatch(message);
});

test.each<[MailLook["images"], RegExp | null]>([
  [[], null],
  [[image("https://a.example/a.png"), image("cid:logo"), image("https://a.example/line.png", "")], null],
  [
    [image("https://a.example/a.png", null)],
    /^1 image has no alternative text: https:\/\/a\.example\/a\.png/,
  ],
  [[image("images/a.png")], /^No mail program finds 1 image: images\/a\.png/],
  [[image("")], /an empty address/],
])("images %j are looked at", (all, message) => {
  const check = images(look({ images: all }));
  expect([check.level, check.remedy === null]).toEqual(message ? ["warning", false] : ["ok", true]);
  if (message) expect(check.message).toMatch(message);
});

test("the palest text is named, and how pale it is", () => {
  const text = (color: string, background = "#ffffff") => ({ text: color, color, background });
  expect(contrast(look({ texts: [text("#767676"), text("#000000")] })).level).toBe("ok");
  expect(contrast(look({ texts: [text("#777777"), text("#cccccc"), text("#000000")] }))).toEqual({
    ...{ check: "contrast", level: "warning" },
    message: "2 texts are hard to read: “#cccccc” is #cccccc on #ffffff, a contrast of 1.6.",
    remedy: "Make it 4.5 or more, which WCAG asks of text.",
  });
});

test("a value that no property has refuses, one that may be empty warns", () => {
  expect(values({ unknown: [], empty: [] }).level).toBe("ok");
  expect(values({ unknown: ["plam"], empty: ["first_name"] })).toMatchObject({
    level: "error",
    message: "No property of contacts has the name plam.",
  });
  expect(values({ unknown: [], empty: ["first_name", "plan", "first_name", "a", "b"] })).toMatchObject({
    level: "warning",
    message: "Contacts without it see nothing in place of first_name, plan, a and 1 more.",
    remedy: expect.stringContaining('{{ first_name | default: "there" }}'),
  });
});
