import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { prisma } from "@sendex/data/database/pools";
import { inviteByOperator } from "@sendex/pipeline/people/invite";
import { seedPerson } from "@sendex/testing/people";
import type { Response } from "supertest";
import { openTestApi, type TestApi } from "./api";
import { type Browser, openBrowser } from "./browser";

const CLIENT = { clientId: "sendex", clientSecret: "a secret of this test, long enough" };
const PUBLIC_URL = "http://dashboard.test";

let api: TestApi;
let issuer: ChildProcess;
let issuerUrl: string;
let count = 0;
let email: string;

beforeAll(async () => {
  const main = path.join(__dirname, "oidc-issuer.mjs");
  const redirect = `${PUBLIC_URL}/api/auth/callback/oidc`;
  issuer = spawn(process.execPath, [main, CLIENT.clientId, CLIENT.clientSecret, redirect], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (!issuer.stdout) throw new Error("The issuer says nothing.");
  const [line] = (await once(createInterface(issuer.stdout), "line")) as [string];
  issuerUrl = line;
  api = await openTestApi({
    settings: { publicUrl: PUBLIC_URL, oidc: { issuer: issuerUrl, ...CLIENT, name: "Acme ID" } },
  });
});
afterAll(async () => {
  issuer.kill();
  await api.close();
});
beforeEach(() => {
  api.clock.advance(60_000);
  count += 1;
  email = `grace-${count}@example.test`;
});

/** Goes to the issuer and back, as whoever the issuer takes it for. → where the browser ends up. */
async function signIn(browser: Browser, { verified = true, sub = `sub-${count}` } = {}): Promise<Response> {
  await fetch(`${issuerUrl}/become?${new URLSearchParams({ sub, email, verified: String(verified) })}`);
  const begun = await browser.post("/api/auth/sign-in/social", {
    provider: "oidc",
    callbackURL: "/overview",
  });
  expect(begun.body).toEqual({
    url: expect.stringContaining(`${issuerUrl}/auth?`),
    redirect: expect.any(Boolean),
  });
  const back = await throughIssuer(begun.body.url);
  return browser.get(back.slice(PUBLIC_URL.length));
}

/** Follows redirects with the issuer's cookies, until one leads back to us. */
async function throughIssuer(from: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let url = from, hops = 0; hops < 10; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const one of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (one.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    url = new URL(location, url).href;
    if (url.startsWith(PUBLIC_URL)) return url;
  }
  throw new Error("The issuer does not lead back.");
}

const location = ({ headers }: Response): URL => new URL(headers["location"] ?? "", PUBLIC_URL);

describe("signing in by an issuer", () => {
  test("is offered where there is one", async () => {
    const { body } = await openBrowser(api).get("/api/v1/sign-in-methods");
    expect(body.oidc).toEqual({ name: "Acme ID" });
  });

  test("lets in who was invited, as a member of that account", async () => {
    const { accountId } = api.tenant;
    await inviteByOperator(api.context, { accountId, email, role: "admin" }, "a test");
    const browser = openBrowser(api);
    const answer = await signIn(browser);
    expect([answer.status, location(answer).pathname]).toEqual([302, "/overview"]);
    const { body } = await browser.session();
    expect(body).toMatchObject({
      user: { email, name: "Grace Hopper", operator: false },
      accounts: [{ id: accountId, role: "admin" }],
    });
    const [credential] = await prisma(api.context.data).credential.findMany({
      where: { userId: body.user.id },
    });
    expect(credential).toMatchObject({
      providerId: "oidc",
      accountId: `sub-${count}`,
      accessToken: null,
      refreshToken: null,
      idToken: null,
    });
  });

  test("knows by the issuer's own id who was here before, whatever the address is by now", async () => {
    const { accountId } = api.tenant;
    await inviteByOperator(api.context, { accountId, email, role: "viewer" }, "a test");
    const [first, second] = [openBrowser(api), openBrowser(api)];
    const sub = `sub-${count}`;
    await signIn(first, { sub });
    const before = (await first.session()).body.user;
    email = `renamed-${email}`;
    await signIn(second, { sub });
    expect((await second.session()).body.user.id).toBe(before.id);
  });

  test("is the same user as one with a password, where the issuer has proven the address", async () => {
    const { userId } = await seedPerson(api.context, { email });
    const browser = openBrowser(api);
    await signIn(browser);
    expect((await browser.session()).body.user.id).toBe(userId);
  });

  test("takes nobody's word for an address that is not proven", async () => {
    await seedPerson(api.context, { email });
    const browser = openBrowser(api);
    const answer = await signIn(browser, { verified: false });
    expect(location(answer).pathname).toBe("/sign-in");
    expect(location(answer).searchParams.get("error")).toBeTruthy();
    expect((await browser.session()).status).toBe(401);
  });

  test("makes no user of who was not invited", async () => {
    const browser = openBrowser(api);
    const answer = await signIn(browser);
    expect(location(answer).searchParams.get("error")).toBe("not_invited");
    expect(await prisma(api.context.data).user.count({ where: { email } })).toBe(0);
    expect((await browser.session()).status).toBe(401);
  });

  test("takes an answer in the browser that asked alone, and once", async () => {
    await seedPerson(api.context, { email });
    const browser = openBrowser(api);
    await fetch(`${issuerUrl}/become?${new URLSearchParams({ sub: "x", email, verified: "true" })}`);
    const begun = await browser.post("/api/auth/sign-in/social", { provider: "oidc" });
    const back = (await throughIssuer(begun.body.url)).slice(PUBLIC_URL.length);
    const victim = openBrowser(api);
    await victim.get(back);
    expect((await victim.session()).status).toBe(401);
    await browser.get(back);
    const again = openBrowser(api);
    await again.get(back);
    expect((await again.session()).status).toBe(401);
  });

  test("leads back to pages of ours alone", async () => {
    for (const callbackURL of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
      const answer = await openBrowser(api).post("/api/auth/sign-in/social", {
        provider: "oidc",
        callbackURL,
      });
      expect([callbackURL, answer.status]).toEqual([callbackURL, 400]);
    }
  });
});
