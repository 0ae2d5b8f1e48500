import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { connectionOf, hintOf, readApiUrl } from "./connection";
import type { Machine } from "./folder";
import { removeStored, storedFile, writeStored } from "./stored";

let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(tmpdir(), "sendex-config-"))));
afterEach(() => rmSync(home, { recursive: true }));

const key = (letter: string): string => `sk_test_${letter.repeat(48)}`;
const machine = (env: Record<string, string> = {}): Machine => ({ env, platform: "linux", home });

test("options win over the environment, and that over what was signed in with", () => {
  writeStored(machine(), { apiKey: key("c"), apiUrl: "http://c.example" });
  const env = { SENDEX_API_KEY: key("b"), SENDEX_API_URL: "http://b.example" };
  const options = { apiKey: key("a"), apiUrl: "http://a.example" };
  expect(connectionOf(options, machine(env))).toEqual({
    ...{ apiKey: key("a"), apiUrl: "http://a.example", mode: "test", from: "--api-key" },
  });
  expect(connectionOf({}, machine(env))).toMatchObject({ apiKey: key("b"), apiUrl: "http://b.example" });
  expect(connectionOf({}, machine())).toMatchObject({ apiKey: key("c"), from: "sendex login" });
  expect(connectionOf({ apiUrl: "http://a.example" }, machine(env))).toMatchObject({
    ...{ apiKey: key("b"), apiUrl: "http://a.example" },
  });
});

test("without any it says what to do, and an empty variable is none", () => {
  expect(() => connectionOf({}, machine({ SENDEX_API_KEY: "" }))).toThrow("sign in with sendex login");
});

test("what cannot be a key is not sent, and is not repeated", () => {
  const wrong = () => connectionOf({}, machine({ SENDEX_API_KEY: "secret-of-another" }));
  expect(wrong).toThrow("The key from SENDEX_API_KEY is not a whole API key");
  expect(wrong).not.toThrow("secret-of-another");
});

test("what is kept is its owner's alone, and is gone afterwards", () => {
  writeStored(machine(), { apiKey: key("a"), apiUrl: "http://a.example" });
  const file = storedFile(machine());
  expect([statSync(file).mode & 0o777, statSync(path.dirname(file)).mode & 0o777]).toEqual([0o600, 0o700]);
  removeStored(machine());
  expect(() => connectionOf({}, machine())).toThrow("No API key is known");
});

test("a file that is broken says so", () => {
  writeStored(machine(), { apiKey: key("a"), apiUrl: "http://a.example" });
  writeFileSync(storedFile(machine()), "{");
  expect(() => connectionOf({}, machine())).toThrow("holds no JSON");
});

test.each([
  "mail.example.com",
  "ftp://mail.example.com",
  "http://mail.example.com/api",
  "http://a:b@mail.example.com",
])("%s is not where an API is", (url) => expect(() => readApiUrl(url)).toThrow("is not where an API is"));

test("a key is shown by its end", () => {
  expect(hintOf({ apiKey: `sk_live_${"a".repeat(44)}x7Qk`, mode: "live" })).toBe("sk_live_…x7Qk");
});
