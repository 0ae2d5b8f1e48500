import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyUrl } from "@sendex/testing/any-text";
import { readUrl } from "./url";

describe("readUrl", () => {
  test.each([
    ["https://hooks.example.test/in?x=1", "hooks.example.test"],
    ["https://Bücher.example/ü", "xn--bcher-kva.example"],
    ["https://b%C3%BCcher.example/", "xn--bcher-kva.example"],
    ["https://xn--bcher-kva.example./", "xn--bcher-kva.example."],
    ["https://example.test/xn--a", "example.test"],
    ["https://①②⑦.0.0.1/", "127.0.0.1"],
    ["https://[::1]/ü", "[::1]"],
    // A letter of Unicode 16, which Node 20 does not know.
    ["https://\u{1c89}.example/", "xn--d4f.example"],
  ])("reads the host of %s as %s", (text, host) => {
    expect(readUrl(text)?.hostname).toBe(host);
  });

  test.each([
    "",
    "example.test",
    "https://",
    "https://xn--a.test/",
    "https://XN--0.test/",
    "https://%78n--a.test/",
    "https://xn--a.test./",
    "https:\\\\xn--a.test/",
    "https://u:p@xn--a.test/",
    "https://x\tn--a.test/",
    "https://1א.test/",
  ])("refuses %j", (text) => {
    expect(readUrl(text)).toBeUndefined();
  });

  test("reads what is plain as the runtime does", () => {
    fc.assert(
      fc.property(anyUrl(), (text) => {
        const { hostname, port, pathname, search } = new URL(text);
        fc.pre(!hostname.includes("xn--"));
        expect(readUrl(text)).toMatchObject({ hostname, port, pathname, search });
      }),
    );
  });
});
