import { hash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const get = (path: string, headers = {}) => api.send("get", path, { key: null, headers });

const FILES = [
  ["/reference/swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ["/reference/swagger-ui.css", "text/css; charset=utf-8"],
] as const;
const PATHS = ["/openapi.json", "/reference", ...FILES.map(([path]) => path)];

describe("the API's description", () => {
  test("is there for programs, without a key", async () => {
    const answer = await get("/openapi.json");
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    expect(answer.body).toMatchObject({ openapi: "3.1.0", paths: { "/api/v1/emails/{id}": {} } });
  });

  test("is there for people, as a page that may ask nobody but us", async () => {
    const { status, text, headers } = await get("/reference");
    expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    for (const [, inside = ""] of text.matchAll(/<(?:style|script)>(.*?)<\/(?:style|script)>/gsu))
      expect(policy).toContain(`'sha256-${hash("sha256", inside, "base64")}'`);
    const asked = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(asked.sort()).toEqual(FILES.map(([path]) => path));
  });

  test.each(FILES)("comes with its viewer: %s", async (path, type) => {
    const { status, headers, text } = await get(path);
    expect([status, headers["content-type"]]).toEqual([200, type]);
    expect(headers).toMatchObject({ "cache-control": "public, max-age=86400", "content-encoding": "gzip" });
    expect(text.length).toBeGreaterThan(100_000);
  });

  test.each(PATHS)("is sent once to whom can keep it, zipped or not: %s", async (path) => {
    const zipped = await get(path);
    const plain = await get(path, { "Accept-Encoding": "identity" });
    expect(plain.headers).not.toHaveProperty("content-encoding");
    expect(plain.text).toBe(zipped.text);
    const again = await get(path, { "If-None-Match": zipped.headers["etag"] });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  test.each(PATHS)("is read, not written: %s", async (path) => {
    const answer = await api.send("post", path, { key: null });
    expect([answer.status, answer.headers["allow"]]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await api.send("head", path, { key: null })).status).toBe(200);
    expect((await api.send("options", path, { key: null })).status).toBe(200);
  });
});
