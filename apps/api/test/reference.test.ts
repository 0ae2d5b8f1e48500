import { hash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const PATHS = ["/openapi.json", "/reference"];

describe("the API's description", () => {
  test("is there for programs, without a key", async () => {
    const answer = await api.send("get", "/openapi.json", { key: null });
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    expect(answer.body).toMatchObject({ openapi: "3.1.0", paths: { "/api/v1/emails/{id}": {} } });
  });

  test("is there for people, as a page whose only style is named by its hash", async () => {
    const { status, text, headers } = await api.send("get", "/reference", { key: null });
    expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    const style = /<style>(.*?)<\/style>/su.exec(text)?.[1] ?? "";
    expect(headers["content-security-policy"]).toContain(`'sha256-${hash("sha256", style, "base64")}'`);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test.each(PATHS)("is read, not written: %s", async (path) => {
    const answer = await api.send("post", path, { key: null });
    expect([answer.status, answer.headers["allow"]]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await api.send("head", path, { key: null })).status).toBe(200);
    expect((await api.send("options", path, { key: null })).status).toBe(200);
  });
});
