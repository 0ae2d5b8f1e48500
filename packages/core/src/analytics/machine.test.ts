import { describe, expect, it } from "@jest/globals";
import { isMachine } from "./machine";

const SENT = new Date("2026-03-05T12:00:00Z");
const after = (seconds: number) => new Date(SENT.getTime() + seconds * 1000);
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

describe("who opened it", () => {
  it.each([
    ["a browser", CHROME],
    [
      "Gmail's picture proxy, which comes when somebody opens it",
      "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
    ],
    ["Yahoo's picture proxy", "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html"],
    [
      "Outlook",
      "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; Microsoft Outlook 16.0.5134)",
    ],
    ["somebody who does not say", undefined],
  ])("%s is a person", (_, userAgent) => {
    expect(isMachine({ userAgent, at: after(60), sentAt: SENT, rehearsed: false })).toBe(false);
  });

  it.each([
    ["Apple's Mail, in advance", "Mozilla/5.0"],
    ["a crawler", "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)"],
    ["a program", "python-requests/2.32.3"],
  ])("%s is a machine", (_, userAgent) => {
    expect(isMachine({ userAgent, at: after(60), sentAt: SENT, rehearsed: false })).toBe(true);
  });

  it("nobody reads a mail within three seconds of its sending, unless the sandbox says so", () => {
    expect(isMachine({ userAgent: CHROME, at: after(2.9), sentAt: SENT, rehearsed: false })).toBe(true);
    expect(isMachine({ userAgent: CHROME, at: after(3), sentAt: SENT, rehearsed: false })).toBe(false);
    expect(isMachine({ userAgent: CHROME, at: after(0), sentAt: SENT, rehearsed: true })).toBe(false);
    expect(isMachine({ userAgent: CHROME, at: after(0), sentAt: null, rehearsed: false })).toBe(false);
  });
});
