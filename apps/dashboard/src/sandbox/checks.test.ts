import { expect, test } from "@jest/globals";
import { checksOf, unsubscribeOf, verdictOfLink } from "./checks";

test("a link without TLS may be meant, one that leads nowhere is not", () => {
  expect(verdictOfLink({ problem: null })).toBe("good");
  expect(verdictOfLink({ problem: "insecure" })).toBe("late");
  expect(verdictOfLink({ problem: "empty" })).toBe("bad");
});

const oneClick = {
  present: true,
  mailto: null,
  https: "https://a.example/u",
  one_click: true,
  problems: [] as string[],
};

test("the best way to unsubscribe is named", () => {
  expect(unsubscribeOf(oneClick)).toBe("oneClick");
  expect(unsubscribeOf({ ...oneClick, one_click: false })).toBe("page");
  expect(unsubscribeOf({ ...oneClick, one_click: false, https: null, mailto: "mailto:u@a.example" })).toBe(
    "mail",
  );
  expect(unsubscribeOf({ ...oneClick, one_click: false, https: null })).toBe("broken");
  expect(unsubscribeOf({ ...oneClick, present: false })).toBe("none");
});

const mail: Parameters<typeof checksOf>[0] = {
  subject: "Hello",
  html: '<img src="x" alt=""><a href="https://a.example">a</a>',
  text: "Hello",
  links: [{ url: "https://a.example", text: "a", problem: null }],
  list_unsubscribe: oneClick,
};

const wrongIn = (some: Partial<typeof mail>) =>
  checksOf({ ...mail, ...some })
    .filter(({ verdict }) => verdict !== "good")
    .map(({ kind }) => kind);

test("a mail without faults has none", () => {
  expect(wrongIn({})).toEqual([]);
});

test("each fault is found", () => {
  expect(wrongIn({ subject: " " })).toEqual(["subject"]);
  expect(wrongIn({ text: null })).toEqual(["text"]);
  expect(wrongIn({ text: "Hello {{ name }}" })).toEqual(["placeholders"]);
  expect(wrongIn({ html: '<img src="x">' })).toEqual(["alt"]);
  expect(wrongIn({ html: "ä".repeat(60_000) })).toEqual(["clipped"]);
  expect(wrongIn({ list_unsubscribe: { ...oneClick, present: false } })).toEqual(["unsubscribe"]);
  expect(wrongIn({ links: [{ url: "", text: "Open", problem: "empty" }] })).toEqual(["links"]);
});
