import { expect, test } from "@jest/globals";
import { checksOf, stateOfLink, unsubscribeOf } from "./checks";

test.each([
  ["https://acme.example/a?b=c", "fine"],
  ["mailto:help@acme.example", "fine"],
  ["#below", "fine"],
  ["http://acme.example", "insecure"],
  ["", "nowhere"],
  ["#", "nowhere"],
  ["https://acme.example/{{ token }}", "placeholder"],
  ["https://acme.example/undefined", "placeholder"],
  ["%UNSUBSCRIBE_URL%", "placeholder"],
  ["http://localhost:3000/confirm", "local"],
  ["https://192.168.1.4/", "local"],
  ["acme.example/confirm", "invalid"],
  ["javascript:alert(1)", "invalid"],
] as const)("the link %s is %s", (href, state) => {
  expect(stateOfLink({ href })).toBe(state);
});

const ways = (value: string, post?: string) => [
  { name: "list-unsubscribe", value },
  ...(post === undefined ? [] : [{ name: "List-Unsubscribe-Post", value: post }]),
];

test("one click takes an https address and the header of RFC 8058", () => {
  expect(unsubscribeOf(ways("<https://a.example/u>", "List-Unsubscribe=One-Click"))).toBe("oneClick");
  expect(unsubscribeOf(ways("<mailto:u@a.example>, <https://a.example/u>"))).toBe("page");
  expect(unsubscribeOf(ways("<mailto:u@a.example>"))).toBe("mail");
  expect(unsubscribeOf(ways("<mailto:u@a.example>", "List-Unsubscribe=One-Click"))).toBe("broken");
  expect(unsubscribeOf(ways("https://a.example/u"))).toBe("broken");
  expect(unsubscribeOf([])).toBe("none");
});

const mail = {
  id: "1",
  message_id: "1",
  to: ["a@b.example"],
  from: "c@d.example",
  subject: "Hello",
  created_at: "2026-03-05T12:00:00.000Z",
  size: 1,
  headers: ways("<https://a.example/u>", "List-Unsubscribe=One-Click"),
  html: '<img src="x" alt=""><a href="https://a.example">a</a>',
  text: "Hello",
  source: "",
  attachments: [],
  links: [{ href: "https://a.example", text: "a" }],
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
  expect(wrongIn({ text: "" })).toEqual(["text"]);
  expect(wrongIn({ text: "Hello {{ name }}" })).toEqual(["placeholders"]);
  expect(wrongIn({ html: '<img src="x">' })).toEqual(["alt"]);
  expect(wrongIn({ html: "ä".repeat(60_000) })).toEqual(["clipped"]);
  expect(wrongIn({ headers: [] })).toEqual(["unsubscribe"]);
  expect(wrongIn({ links: [{ href: "#", text: "Open" }] })).toEqual(["links"]);
});
