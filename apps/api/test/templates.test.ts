import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import * as responses from "@sendex/api/templates/responses";
import type Joi from "joi";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const SURFACES = [
  ["/api/v1/templates", 400, "bad_request"],
  ["/v1/templates", 422, "validation_failed"],
] as const;
const BASE = "/api/v1/templates";
let count = 0;
const freshAlias = (): string => `alias-${(count += 1)}`;

async function make(body: Record<string, unknown> = {}): Promise<string> {
  const answer = await api.send("post", BASE, { body: { name: "A", text: "Hi {{ name }}", ...body } });
  expect([answer.status, answer.body]).toEqual([
    201,
    { object: "template", id: expect.stringMatching(/^tpl_/) },
  ]);
  return answer.body.id;
}
const get = async (ref: string) => (await api.send("get", `${BASE}/${ref}`)).body;
const fieldsOf = (body: { errors?: { field: string; code: string }[] }): Record<string, string> =>
  Object.fromEntries((body.errors ?? []).map(({ field, code }) => [field, code]));
const conforms = (schema: Joi.Schema, body: unknown): void => {
  expect(schema.validate(body, { convert: false }).error).toBeUndefined();
};

describe.each(SURFACES)("%s", (base, status, error) => {
  test("makes, reads, lists, changes, publishes, copies and deletes", async () => {
    const alias = freshAlias();
    const body = {
      name: "Receipt",
      alias,
      subject: "Order {{ order.id }}",
      html: "<p>{{ name }}</p>",
      from: "Shop <shop@acme.example>",
      reply_to: "help@acme.example",
      variables: [
        { key: "name", type: "string", fallback_value: "you" },
        { name: "order", type: "object" },
      ],
    };
    const made = await api.send("post", base, { body });
    expect(made.status).toBe(201);
    conforms(responses.templateResponse, made.body);
    const { id } = made.body;
    const read = await api.send("get", `${base}/${alias}`);
    conforms(responses.templateShown, read.body);
    expect(read.body).toMatchObject({
      ...{ object: "template", id, name: "Receipt", alias, status: "draft", published_at: null, version: 1 },
      ...{ subject: body.subject, html: body.html, text: null, mjml: null, from: body.from },
      reply_to: ["help@acme.example"],
      variables: [
        { key: "name", type: "string", fallback_value: "you" },
        { key: "order", type: "object", fallback_value: null },
      ],
      has_unpublished_versions: true,
    });
    expect((await api.send("get", `${base}/${id}`)).body).toEqual(read.body);
    const published = await api.send("post", `${base}/${alias}/publish`, {
      headers: { "Content-Type": "application/json" },
    });
    expect([published.status, published.body]).toEqual([200, { object: "template", id }]);
    const changed = await api.send("patch", `${base}/${id}`, {
      body: { subject: "New", text: "T", alias: null },
    });
    expect([changed.status, changed.body]).toEqual([200, { object: "template", id }]);
    expect((await api.send("get", `${base}/${id}`)).body).toMatchObject({
      ...{
        alias: null,
        status: "published",
        version: 2,
        published_version: 1,
        subject: "New",
        html: body.html,
      },
      has_unpublished_versions: true,
    });
    const versions = await api.send("get", `${base}/${id}/versions`);
    conforms(responses.versionList, versions.body);
    expect(versions.body.data).toMatchObject([
      { version: 2, status: "draft", current: false, subject: "New" },
      { version: 1, status: "published", current: true, subject: body.subject },
    ]);
    const copy = await api.send("post", `${base}/${id}/duplicate`);
    expect(copy.status).toBe(201);
    expect((await api.send("get", `${base}/${copy.body.id}`)).body).toMatchObject({
      ...{ name: "Copy of Receipt", alias: null, status: "draft", subject: "New", version: 1 },
    });
    const list = await api.send("get", `${base}?limit=2`);
    conforms(responses.templateList, list.body);
    expect(list.body.data.map((row: { id: string }) => row.id)).toEqual([copy.body.id, id]);
    const gone = await api.send("delete", `${base}/${copy.body.id}`);
    expect([gone.status, gone.body]).toEqual([200, { object: "template", id: copy.body.id, deleted: true }]);
    expect((await api.send("get", `${base}/${copy.body.id}`)).status).toBe(404);
  });

  test.each([
    [{ name: undefined }, { name: "required" }],
    [{ alias: "a b" }, { alias: "format" }],
    [{ html: 5 }, { html: "type" }],
    [{ nope: 1 }, { nope: "unknown" }],
    [{ html: "{% if a %}" }, { html: "format" }],
    [{ subject: "{{ a" }, { subject: "format" }],
    [{ mjml: "<p>no</p>" }, { mjml: "format" }],
    [{ mjml: "<mjml><mj-body><mj-raw>{% nope %}</mj-raw></mj-body></mjml>" }, { mjml: "format" }],
    [{ variables: [{}] }, { "variables[0].key": "required" }],
    [{ variables: [{ key: "a", type: "date" }] }, { "variables[0].type": "format" }],
    [{ variables: [{ key: "a", fallbackValue: 1 }] }, { "variables[0].fallback_value": "type" }],
    [{ variables: "a" }, { variables: "type" }],
    [{ from: "nobody" }, { from: "format" }],
  ])("refuses %j by its field", async (change, fields) => {
    const answer = await api.send("post", base, { body: { name: "A", text: "x", ...change } });
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(fieldsOf(answer.body)).toEqual(fields);
  });

  test("another account's template is an unknown one", async () => {
    const id = await make({ alias: freshAlias() });
    const { alias } = await get(id);
    const other = await seedAccount(api.context);
    const call = (ref: string, method: "get" | "patch" | "delete" | "post", act = "") =>
      api.send(method, `${base}/${ref}${act}`, {
        key: other.keys.full,
        body: method === "get" ? undefined : {},
      });
    for (const ref of [id, alias]) {
      for (const [method, act] of [
        ["get", ""],
        ["patch", ""],
        ["delete", ""],
        ["post", "/publish"],
        ["post", "/duplicate"],
        ["post", "/preview"],
        ["get", "/versions"],
      ] as const) {
        const theirs = await call(ref, method, act);
        const unknown = await call("tpl_01kansas1200000000000000000", method, act);
        expect([theirs.status, theirs.body]).toEqual([404, unknown.body]);
      }
    }
    expect((await get(id)).id).toBe(id);
  });
});

describe("templates", () => {
  test.each(["tpl_", "a%20b", "%F0%9F%98%80", "x".repeat(200)])("nothing is named %s", async (ref) => {
    expect((await api.send("get", `${BASE}/${ref}`)).status).toBe(404);
  });

  test("an alias belongs to one template of an account", async () => {
    const alias = freshAlias();
    await make({ alias });
    const second = await api.send("post", BASE, { body: { name: "B", alias } });
    expect(fieldsOf(second.body)).toEqual({ alias: "duplicate" });
    const other = await make();
    const changed = await api.send("patch", `${BASE}/${other}`, { body: { alias } });
    expect(fieldsOf(changed.body)).toEqual({ alias: "duplicate" });
    const stranger = await seedAccount(api.context);
    const theirs = await api.send("post", BASE, { key: stranger.keys.full, body: { name: "B", alias } });
    expect(theirs.status).toBe(201);
  });

  test("what is published stays as it is until the draft is", async () => {
    const id = await make();
    await api.send("post", `${BASE}/${id}/publish`);
    const first = await get(id);
    for (const text of ["two", "three"]) await api.send("patch", `${BASE}/${id}`, { body: { text } });
    expect(await get(id)).toMatchObject({
      version: 2,
      text: "three",
      current_version_id: first.current_version_id,
    });
    const preview = await api.send("post", `${BASE}/${id}/preview`, {
      body: { version: 1, variables: { name: "Ann" } },
    });
    expect(preview.body).toMatchObject({ version: 1, text: "Hi Ann" });
    await api.send("post", `${BASE}/${id}/publish`);
    await api.send("post", `${BASE}/${id}/publish`);
    expect(await get(id)).toMatchObject({
      version: 2,
      published_version: 2,
      has_unpublished_versions: false,
    });
    await api.send("patch", `${BASE}/${id}`, { body: { name: "Only the name" } });
    expect(await get(id)).toMatchObject({
      name: "Only the name",
      version: 2,
      has_unpublished_versions: false,
    });
  });

  test("drafts changed at the same time are one draft", async () => {
    const id = await make();
    await api.send("post", `${BASE}/${id}/publish`);
    const all = await Promise.all(
      ["a", "b", "c"].map((text) => api.send("patch", `${BASE}/${id}`, { body: { text } })),
    );
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await get(id)).toMatchObject({ version: 2 });
  });

  test("MJML is compiled when it is saved, and shown as it was written", async () => {
    const mjml =
      "<mjml><mj-body><mj-section><mj-column><mj-text>Hi {{ name }}</mj-text></mj-column></mj-section></mj-body></mjml>";
    const id = await make({ mjml });
    const { html, ...rest } = await get(id);
    expect(rest.mjml).toBe(mjml);
    expect(html).toMatch(/^<!doctype html>/i);
    const preview = await api.send("post", `${BASE}/${id}/preview`, {
      body: { variables: { name: "<Ann>" } },
    });
    expect(preview.body.html).toContain("Hi &lt;Ann&gt;");
    await api.send("patch", `${BASE}/${id}`, { body: { html: "<p>" } });
    expect(await get(id)).toMatchObject({ mjml: null, html: "<p>" });
  });

  test("a preview names what is missing or of another type", async () => {
    const id = await make({
      text: "{{ code }} {{ other }}",
      variables: [{ key: "code" }, { key: "n", type: "number", default: 3 }],
    });
    const preview = (body: object) => api.send("post", `${BASE}/${id}/preview`, { body });
    expect(fieldsOf((await preview({})).body)).toEqual({
      ...{ "variables.code": "required", "variables.other": "required" },
    });
    const wrong = await preview({ template_data: { code: 5, n: "x" } });
    expect(fieldsOf(wrong.body)).toEqual({
      ...{ "template_data.code": "type", "template_data.n": "type", "template_data.other": "required" },
    });
    const undeclared = await preview({ variables: { code: "1" } });
    expect(fieldsOf(undeclared.body)).toEqual({ "variables.other": "required" });
    const whole = await preview({ variables: { code: "1", other: "2" } });
    conforms(responses.templatePreview, whole.body);
    expect(whole.body).toMatchObject({ text: "1 2" });
    expect((await preview({ version: 9 })).status).toBe(404);
    expect(fieldsOf((await preview({ version: 1.5 })).body)).toEqual({ version: "out_of_range" });
  });

  test("a loop that would never end is a field error, soon", async () => {
    const id = await make({
      text: "{% for a in (1..90000) %}{% for b in (1..90000) %}x{% endfor %}{% endfor %}",
    });
    const started = performance.now();
    const answer = await api.send("post", `${BASE}/${id}/preview`, { body: {} });
    expect([answer.status, fieldsOf(answer.body)]).toEqual([400, { id: "limit" }]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("a page follows a page", async () => {
    const other = await seedAccount(api.context);
    const key = other.keys.full;
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1)
      ids.unshift((await api.send("post", BASE, { key, body: { name: `T${i}` } })).body.id);
    const first = await api.send("get", `/v1/templates?limit=2`, { key });
    expect(first.body).toMatchObject({ has_more: true, next_cursor: ids[1] });
    const second = await api.send("get", `${BASE}?limit=2&after=${first.body.next_cursor}`, { key });
    // The last is the one that an account begins with.
    expect(second.body).toMatchObject({ has_more: false, data: [{ id: ids[2] }, { alias: "otp-code" }] });
    expect((await api.send("get", `${BASE}?after=x`, { key })).status).toBe(400);
  });

  test("need a full key", async () => {
    const answer = await api.send("get", BASE, { key: api.tenant.keys.sendOnly });
    expect(answer.status).toBe(403);
  });
});
