import { createHmac } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { cookieSecret, hasCookie, readSignedCookie, sessionCookieName } from "./cookies";

const SECRET = cookieSecret("a pepper for tests only");
const signed = (token: string, secret = SECRET) =>
  encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`);

describe("a session's cookie", () => {
  it("has the prefix that only https may set, where it is https", () => {
    expect(sessionCookieName("https://mail.example")).toBe("__Host-sendex-session");
    expect(sessionCookieName("http://127.0.0.1:3000")).toBe("sendex-session");
  });

  it("is read among others", () => {
    const header = `a=1; x-sendex-session=no; sendex-session=${signed("tok")}; b=2`;
    expect(readSignedCookie(header, "sendex-session", SECRET)).toBe("tok");
  });

  it.each([
    undefined,
    "",
    "sendex-session",
    "sendex-session=tok",
    "sendex-session=tok.",
    "sendex-session=.abc",
    "sendex-session=%zz",
    `sendex-session=${signed("tok", "another secret")}`,
    `sendex-session=${signed("tok").slice(0, -1)}`,
    `sendex-session=x${signed("tok")}`,
  ])("that we did not sign is none: %s", (header) => {
    expect(readSignedCookie(header, "sendex-session", SECRET)).toBeUndefined();
  });

  it("is there, whatever is in it", () => {
    expect(hasCookie("sendex-session=rubbish", "sendex-session")).toBe(true);
    expect(hasCookie("other=rubbish", "sendex-session")).toBe(false);
  });
});
