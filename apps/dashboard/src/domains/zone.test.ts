import { describe, expect, it } from "@jest/globals";
import { toZone } from "./zone";

describe("toZone", () => {
  it("writes full names, and hosts that end at the root", () => {
    expect(
      toZone("a.example", [
        { type: "TXT", name: "_amazonses.a.example", value: "tok=" },
        { type: "CNAME", name: "x._domainkey.a.example", value: "x.dkim.amazonses.com" },
        { type: "MX", name: "send.a.example", value: "feedback-smtp.eu-west-1.amazonses.com", priority: 10 },
      ]),
    ).toBe(
      [
        "; a.example",
        '_amazonses.a.example. 3600 IN TXT "tok="',
        "x._domainkey.a.example. 3600 IN CNAME x.dkim.amazonses.com.",
        "send.a.example. 3600 IN MX 10 feedback-smtp.eu-west-1.amazonses.com.",
        "",
      ].join("\n"),
    );
  });

  it("quotes semicolons, which would begin a comment, and escapes quotes", () => {
    const zone = toZone("a.example", [{ type: "TXT", name: "a.example", value: 'v=DMARC1; "p"\\' }]);
    expect(zone).toContain(String.raw`TXT "v=DMARC1; \"p\"\\"`);
  });

  it("divides a text that is longer than one string may be", () => {
    const zone = toZone("a.example", [{ type: "TXT", name: "a.example", value: "x".repeat(300) }]);
    expect(zone).toContain(`"${"x".repeat(255)}" "${"x".repeat(45)}"`);
  });
});
