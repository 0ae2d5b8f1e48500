import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { plain } from "@sendex/data/database/pools";
import { sendPersonMail } from "@sendex/pipeline/people/mail";
import { makePerson, turnOffTwoFactor } from "@sendex/pipeline/people/persons";
import type { Response } from "supertest";
import { openTestApi, type TestApi } from "./api";
import { type Browser, openBrowser } from "./browser";

const PASSWORD = "correct horse battery";

let api: TestApi;
let email: string;
let browser: Browser;
let secret: Buffer;
let codes: string[];
let count = 0;

beforeAll(async () => {
  api = await openTestApi({ settings: { systemFrom: "Sendex <hello@notices.test>" } });
});
afterAll(() => api.close());

/** A person with two-factor sign-in, and a session that turned it on. */
beforeEach(async () => {
  api.clock.advance(60_000);
  count += 1;
  email = `person-${count}@example.test`;
  await makePerson(api.context, { email, name: "Ada", password: PASSWORD, operator: true }, "a test");
  browser = openBrowser(api);
  await signIn(browser);
  const { body } = await browser.post("/api/auth/two-factor/enable", { password: PASSWORD });
  secret = base32(new URL(body.totpURI).searchParams.get("secret") ?? "");
  codes = body.backupCodes;
  expect((await totp(browser, code())).status).toBe(200);
});

const signIn = (by: Browser): Promise<Response> =>
  by.post("/api/auth/sign-in/email", { email, password: PASSWORD });
const totp = (by: Browser, typed: string) => by.post("/api/auth/two-factor/verify-totp", { code: typed });
const recover = (by: Browser, typed: string) =>
  by.post("/api/auth/two-factor/verify-backup-code", { code: typed });

/** Of the app, by RFC 6238. */
function code(): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** One that is not the app's, now or in the steps around it. */
const wrong = (): string => String((Number(code()) + 500_000) % 1_000_000).padStart(6, "0");

describe("two-factor sign-in", () => {
  test("gives a password alone no session", async () => {
    const other = openBrowser(api);
    const answer = await signIn(other);
    expect(answer.body).toEqual({ twoFactorRedirect: true, twoFactorMethods: ["totp"] });
    expect(other.cookie("sendex-session")).toBeUndefined();
    expect((await other.session()).status).toBe(401);
    expect((await totp(other, wrong())).body.name).toBe("invalid_code");
    expect((await totp(other, code())).status).toBe(200);
    expect((await other.session()).body.user.two_factor_enabled).toBe(true);
  });

  test("is told to its user by mail", async () => {
    await sendPersonMail(api.context);
    expect(String(api.world.sent.at(-1)?.raw)).toContain("Two-factor sign-in is on");
  });

  test("takes no code without the password before", async () => {
    expect((await totp(openBrowser(api), code())).body.name).toBe("invalid_two_factor_cookie");
  });

  test("bounds guessing: five a challenge, ten in all", async () => {
    const guess = async (): Promise<string[]> => {
      const other = openBrowser(api);
      await signIn(other);
      const names: string[] = [];
      for (let i = 0; i < 6; i += 1) names.push((await totp(other, wrong())).body.name);
      return names;
    };
    const first = await guess();
    expect(first.slice(0, 5)).toEqual(Array(5).fill("invalid_code"));
    expect(first[5]).toBe("too_many_attempts_request_new_code");
    await guess();
    const last = openBrowser(api);
    await signIn(last);
    const answer = await totp(last, code());
    expect([answer.status, answer.body.name]).toEqual([429, "account_temporarily_locked"]);
    expect((await browser.session()).status).toBe(200);
  });

  test("lets a recovery code in, however it is typed, once", async () => {
    const [one = "", two = ""] = codes;
    const other = openBrowser(api);
    await signIn(other);
    expect((await recover(other, one.toUpperCase().replace("-", " "))).status).toBe(200);
    expect((await other.session()).status).toBe(200);
    const again = openBrowser(api);
    await signIn(again);
    expect((await recover(again, one)).body.name).toBe("invalid_backup_code");
    expect((await recover(again, two)).status).toBe(200);
  });

  test("keeps of a recovery code what signs nobody in", async () => {
    const { rows } = await plain(api.context.data).query<{ backup_codes: string; secret: string }>(
      "SELECT backup_codes, secret FROM two_factors",
    );
    for (const one of codes) expect(JSON.stringify(rows)).not.toContain(one.replace("-", ""));
    const other = openBrowser(api);
    await signIn(other);
    const [stored = ""] = JSON.parse(rows.at(-1)?.backup_codes ?? "[]") as string[];
    expect((await recover(other, stored)).status).toBe(401);
  });

  test("gives new recovery codes for the password, and the old ones are void", async () => {
    const wrongly = await browser.post("/api/auth/two-factor/generate-backup-codes", { password: "wrong" });
    expect(wrongly.status).toBe(400);
    const { body } = await browser.post("/api/auth/two-factor/generate-backup-codes", { password: PASSWORD });
    const other = openBrowser(api);
    await signIn(other);
    expect((await recover(other, codes[0] ?? "")).status).toBe(401);
    expect((await recover(other, body.backupCodes[0])).status).toBe(200);
  });

  test("is turned off by the password, or by an operator, which ends the sessions", async () => {
    expect((await browser.post("/api/auth/two-factor/disable", { password: "wrong" })).status).toBe(400);
    expect((await browser.post("/api/auth/two-factor/disable", { password: PASSWORD })).status).toBe(200);
    const other = openBrowser(api);
    expect((await signIn(other)).body).toHaveProperty("user");
    await expect(turnOffTwoFactor(api.context, email, "a test")).rejects.toThrow("does not use");
  });

  test("is turned off by an operator for who lost everything", async () => {
    await turnOffTwoFactor(api.context, email, "a test");
    expect((await browser.session()).status).toBe(401);
    expect((await signIn(openBrowser(api))).body).toHaveProperty("user");
  });
});

function base32(text: string): Buffer {
  const bits = [...text.replaceAll("=", "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
