import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { LANGUAGE_CODES } from "@sendex/api/audiences/public/languages";
import { newId } from "@sendex/crypto/token";
import { leaveUrl } from "@sendex/pipeline/audiences/link";
import request from "supertest";
import { openTestApi, type TestApi } from "./api";

/** How an account looks on the pages that its readers see, and where its logo is. */

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

/** One pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

interface Brand {
  name: string | null;
  color: string | null;
  logo_url: string | null;
}

async function change(brand: Record<string, unknown>): Promise<{ brand: Brand }> {
  const { body } = await api.send("patch", "/api/v1/account", { body: { brand } });
  return { brand: body.brand };
}

/** The page that a reader's link leads to. */
function page(language = "en") {
  const { accountId } = api.tenant;
  const link = { accountId, mode: "live", address: "ann@example.com", topicId: null } as const;
  const messageId = newId("msg", api.clock.now());
  const { pathname } = new URL(leaveUrl(api.context.settings, { ...link, messageId }));
  return request(api.app).get(`${pathname}?lang=${language}`);
}

const pathOf = (url: string | null): string => new URL(url ?? "").pathname;

describe("an account's look", () => {
  test("is nothing at first, and each part of it is changed by itself", async () => {
    const { body } = await api.send("get", "/api/v1/account");
    expect(body.brand).toEqual({ name: null, color: null, logo_url: null });
    expect((await change({ name: "Acme & Söhne" })).brand).toMatchObject({
      name: "Acme & Söhne",
      color: null,
    });
    expect((await change({ color: "#FFDD00" })).brand).toMatchObject({
      name: "Acme & Söhne",
      color: "#ffdd00",
    });
    expect((await change({ name: null })).brand).toMatchObject({ name: null, color: "#ffdd00" });
    expect((await change({ color: null })).brand).toMatchObject({ color: null });
  });

  test("is that of its page in every language: name, colour, and a text on it that can be read", async () => {
    await change({ name: "Acme <b>", color: "#ffdd00" });
    for (const language of LANGUAGE_CODES) {
      const { text, status } = await page(language);
      expect(status).toBe(200);
      expect(text).toContain("Acme &lt;b&gt;");
      expect(text).toContain("--accent: #ffdd00; --on-accent: #000000;");
      expect(text).not.toContain("<img");
    }
    await change({ color: "#2f5bd3" });
    expect((await page()).text).toContain("--on-accent: #ffffff;");
    expect((await page()).headers["content-security-policy"]).not.toContain("img-src");
    await change({ name: null, color: null });
    expect((await page()).text).not.toContain("Acme");
  });

  test.each([
    [{ color: "red" }, "brand.color"],
    [{ color: "#12345" }, "brand.color"],
    [{ color: "#000;}body{display:none" }, "brand.color"],
    [{ name: "a".repeat(101) }, "brand.name"],
    [{ logo: "<svg/>" }, "brand.logo"],
    [{ logo: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>").toString("base64") }, "brand.logo"],
    [{ logo: Buffer.concat([PNG, Buffer.alloc(256 * 1024)]).toString("base64") }, "brand.logo"],
    [{ font: "Comic Sans" }, "brand.font"],
  ])("is refused by name, and nothing of the call is kept (%#)", async (brand, field) => {
    const body = { name: "Never", brand: { name: "Never", ...brand } };
    const answer = await api.send("patch", "/api/v1/account", { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ field }]);
    const account = await api.send("get", "/api/v1/account");
    expect([account.body.name, account.body.brand.name]).not.toContain("Never");
  });
});

describe("a logo", () => {
  test("is served from an address that nobody can guess, as the image that it is, and nothing runs there", async () => {
    const { brand } = await change({ logo: PNG.toString("base64") });
    expect(pathOf(brand.logo_url)).toMatch(/^\/logos\/\w{48}$/);
    const answer = await request(api.app).get(pathOf(brand.logo_url)).buffer().expect(200);
    expect(answer.type).toBe("image/png");
    expect(answer.body).toEqual(PNG);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["content-security-policy"]).toMatch(/^sandbox; default-src 'none'/);
    expect(answer.headers["cache-control"]).toContain("immutable");
    await request(api.app).head(pathOf(brand.logo_url)).expect(200);
  });

  test("stands on the page by a path of ours, whose policy lets in nothing else", async () => {
    const { brand } = await change({ logo: PNG.toString("base64") });
    const { text, headers } = await page();
    expect(text).toContain(`<img class="logo" src="${pathOf(brand.logo_url)}" alt="">`);
    expect(headers["content-security-policy"]).toContain("img-src 'self'; form-action");
  });

  test("that is replaced or taken away is at its old address no more", async () => {
    const old = (await change({ logo: PNG.toString("base64") })).brand.logo_url;
    const next = (await change({ logo: PNG.toString("base64") })).brand.logo_url;
    expect(next).not.toBe(old);
    await request(api.app).get(pathOf(old)).expect(404);
    expect((await change({ name: "Acme" })).brand.logo_url).toBe(next);
    expect((await change({ logo: null })).brand.logo_url).toBeNull();
    await request(api.app).get(pathOf(next)).expect(404);
    await request(api.app).get("/logos/x").expect(404);
  });
});

describe("a preview", () => {
  test("shows what is not saved, with the logo in it, and cannot be used", async () => {
    await change({ name: "Acme", color: null, logo: PNG.toString("base64") });
    const body = { name: "Other", color: "#112233", language: "de" };
    const answer = await api.send("post", "/api/v1/account/brand/preview", { body });
    expect(answer.status).toBe(200);
    const { html } = answer.body as { html: string };
    expect(html).toContain("E-Mails von Other");
    expect(html).toContain("--accent: #112233; --on-accent: #ffffff;");
    expect(html).toContain(`src="data:image/png;base64,${PNG.toString("base64")}"`);
    expect(html).toContain("<body inert>");
    const without = await api.send("post", "/api/v1/account/brand/preview", { body: { logo: null } });
    expect(without.body.html).not.toContain("<img");
    expect(without.body.html).toContain("Mail from Acme");
    const wrong = await api.send("post", "/api/v1/account/brand/preview", { body: { logo: "x" } });
    expect(wrong.body.errors).toMatchObject([{ field: "logo", code: "format" }]);
    const { body: account } = await api.send("get", "/api/v1/account");
    expect(account.brand).toMatchObject({ name: "Acme", color: null });
  });
});
