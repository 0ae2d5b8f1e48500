import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { PAGES } from "@sendex/api/dashboard/mount";
import { dashboardPage } from "@sendex/api/dashboard/page";
import { seedPerson, type SeededPerson } from "@sendex/testing/people";
import type { Request } from "express";
import { openTestApi, type TestApi } from "./api";

const BROWSER = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const SOURCES = path.resolve(__dirname, "../../dashboard/src");

let api: TestApi;
let person: SeededPerson;
beforeAll(async () => {
  api = await openTestApi();
  person = await seedPerson(api.context, { accountId: api.tenant.accountId, role: "viewer" });
});
afterAll(() => api.close());

const get = (where: string, headers: Record<string, string> = BROWSER) =>
  api.send("get", where, { key: null, headers });
const firstAsset = async () =>
  /src="(\/assets\/[^"]+\.js)"/.exec((await get("/overview")).text)?.[1] ?? "no script";

describe("a page of the dashboard", () => {
  test.each(["/", "/overview", "/emails", "/emails/msg_1?tab=text", "/api-keys", "/sign-in"])(
    "comes to browsers without a session, and is kept by nobody: %s",
    async (where) => {
      const { status, headers, text } = await get(where);
      expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(headers["cache-control"]).toBe("no-store");
      expect(text).toContain('<div id="root">');
    },
  );

  test("runs our files alone, and takes styles by a nonce of this one answer", async () => {
    const [first, second] = [await get("/emails"), await get("/emails")];
    const policy = String(first.headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
    expect(first.text).toContain(`nonce="${nonce}"`);
    expect(first.text).not.toContain("__CSP_NONCE__");
    expect(second.text).not.toContain(nonce);
    for (const [tag] of first.text.matchAll(/<script\b[^>]*>/g)) expect(tag).toMatch(/ src="\/assets\//);
    expect(first.text).not.toMatch(/<style\b|\son\w+=/);
  });

  test("has the colours that the person chose, from its first moment, and takes no other text for one", async () => {
    const inColours = async (theme: string) =>
      /<html[^>]*>/.exec(
        (await get("/emails", { ...BROWSER, Cookie: `a=b; sendex-theme=${theme}` })).text,
      )?.[0];
    expect(await inColours("dark")).toContain('data-mantine-color-scheme="dark"');
    expect(await inColours("auto")).not.toContain("color-scheme");
    expect(await inColours('dark"><script>')).not.toContain("script");
  });

  test("is no answer to programs: they are told as before", async () => {
    const answer = await get("/emails", { Accept: "*/*" });
    expect([answer.status, answer.body.error]).toEqual([404, "not_found"]);
    expect((await get("/", { Accept: "application/json" })).body).toMatchObject({ name: "Sendex API" });
    const posted = await api.send("post", "/emails", { key: null, headers: BROWSER });
    expect([posted.status, posted.body.error]).toEqual([404, "not_found"]);
  });

  test.each(["/api/v1/nothing", "/v1/nothing", "/nothing", "/assets", "/emailsx"])(
    "stands at its own paths alone: %s",
    async (where) => {
      const answer = await get(where);
      expect([answer.status, answer.body.error]).toEqual([404, "not_found"]);
    },
  );

  test("is served for each path that the dashboard's routes begin with, and no other", () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" });
    const routes = files
      .filter((file) => file.endsWith("routes.ts"))
      .flatMap((file) => [...readFileSync(path.join(SOURCES, file), "utf8").matchAll(/path: "\/([\w-]+)/g)]);
    expect([...new Set(routes.map(([, first]) => first))].sort()).toEqual([...PAGES].sort());
  });

  test("says how it is built where it is not", async () => {
    const reply = await dashboardPage({ headers: {} } as Request, path.join(SOURCES, "nowhere"));
    expect(reply.status).toBe(503);
    expect(reply.body).toContain("node scripts/prepare.mjs");
  });
});

describe("a file of the dashboard", () => {
  test("is kept for good, and comes as small as the browser takes it", async () => {
    const asset = await firstAsset();
    const brotli = await get(asset, { "Accept-Encoding": "gzip, br" });
    const gzip = await get(asset, { "Accept-Encoding": "gzip" });
    const bare = await get(asset, { "Accept-Encoding": "identity" });
    expect(brotli.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
    });
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(bare.headers).not.toHaveProperty("content-encoding");
    expect(gzip.text).toBe(bare.text);
  });

  test.each([
    "/assets/..%2Findex.html",
    "/assets/.%2e",
    "/assets/nothing.js",
    "/assets/index.html",
    "/assets/x%00.js",
  ])("is one of its files, not another: %s", async (where) => {
    const { status } = await get(where);
    expect([400, 404]).toContain(status);
  });
});

describe("the mail frame", () => {
  const html = `<p style="color:red">Hello</p><script>parent.x = 1</script>`;
  const post = (headers: Record<string, string>, as?: SeededPerson, images = "off") =>
    api.send("post", "/mail-frame", {
      ...(as ? { as } : { key: null }),
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams({ html, images }).toString(),
    });

  test("shows a mail to a member under a policy without scripts and origin", async () => {
    const { status, text, headers } = await post({}, person);
    expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(text).toContain(html);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
    expect(policy).toContain(`img-src data: ${api.context.settings.publicUrl}/images/;`);
    expect(policy).toContain("frame-ancestors 'self'");
  });

  test("loads remote images once they are asked for", async () => {
    const { headers } = await post({}, person, "on");
    expect(String(headers["content-security-policy"])).toContain("img-src data: https: http:;");
  });

  test("shows nothing to strangers, nor to pages of others", async () => {
    expect((await post({ Origin: api.context.settings.publicUrl })).status).toBe(401);
    const { status, text } = await post({ Origin: "https://evil.example" }, person);
    expect([status, text.includes("Hello")]).toEqual([403, false]);
  });
});
