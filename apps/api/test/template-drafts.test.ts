import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { plain } from "@sendex/data/database/pools";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const preview = async (body: object) => api.send("post", "/api/v1/templates/preview", { body });

describe("previewing a template that is being written", () => {
  test("renders it, and says which variables it declares, uses and was given", async () => {
    const { status, body } = await preview({
      subject: "Hi {{ name }}",
      html: "<b>{{ name }}</b>{% for i in items %}{{ i }}{% endfor %}",
      text: "",
      variables: [{ key: "name", type: "string", fallback_value: "you" }, { key: "unused" }],
      values: { name: "<Ada>", items: [1, 2], spare: 1, unused: "x" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ object: "template_draft_preview", subject: "Hi <Ada>", html: "<b>&lt;Ada&gt;</b>12" },
      problems: [],
    });
    const of = (key: string) => body.variables.find((one: { key: string }) => one.key === key);
    expect(of("name")).toEqual({ key: "name", type: "string", declared: true, used: true, given: true });
    expect(of("unused")).toMatchObject({ declared: true, used: false });
    expect(of("items")).toMatchObject({ type: null, declared: false, used: true });
    expect(of("spare")).toMatchObject({ declared: false, used: false, given: true });
  });

  test("renders what it can past what is missing, and names it once", async () => {
    const { body } = await preview({ text: "Hi {{ name }}, {{ order.id }}", variables: [{ key: "name" }] });
    expect(body.text).toBe("Hi , ");
    expect(body.problems.map(({ field, kind }: { field: string; kind: string }) => [field, kind])).toEqual([
      ["values.name", "missing"],
      ["values.order.id", "missing"],
    ]);
  });

  test("names each problem with line and column", async () => {
    const { body } = await preview({ subject: "{{ a", html: "<p>\n{% if %}</p>", text: "fine" });
    expect(body).toMatchObject({ subject: null, html: null, text: "fine" });
    expect(body.problems).toMatchObject([
      { field: "subject", kind: "syntax", line: 1 },
      { field: "html", kind: "syntax", line: 2 },
    ]);
  });

  test("compiles MJML, and names places of what was written", async () => {
    const mjml = (inside: string) =>
      `<mjml><mj-body>\n<mj-section><mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`;
    const good = await preview({ mjml: mjml("<mj-text>{{ name }}</mj-text>"), values: { name: "Ada" } });
    expect(good.body).toMatchObject({ problems: [], html: expect.stringContaining("Ada") });
    const liquid = await preview({ mjml: mjml("<mj-text>{{ name</mj-text>") });
    expect(liquid.body.problems).toMatchObject([{ field: "mjml", kind: "syntax", line: 2 }]);
    const wrong = await preview({ mjml: mjml("<mj-text>") });
    expect(wrong.body).toMatchObject({ html: null, problems: [{ field: "mjml", kind: "syntax" }] });
  });

  test("ends what does not come to an end", async () => {
    const loop = "{% for a in (1..3000) %}{% for b in (1..3000) %}x{% endfor %}{% endfor %}";
    const { status, body } = await preview({ subject: "fine", html: loop });
    expect(status).toBe(200);
    expect(body.problems).toMatchObject([{ field: "html", kind: "limit" }]);
  });

  test("refuses HTML beside MJML, and what is no field", async () => {
    const mjml = "<mjml></mjml>";
    expect((await preview({ html: "x", mjml })).body.errors).toMatchObject([
      { field: "mjml", code: "conflict" },
    ]);
    expect((await preview({ name: "x" })).body.errors).toMatchObject([{ field: "name", code: "unknown" }]);
    expect((await preview({ values: "x" })).status).toBe(400);
  });

  test("leaves its name to nobody's alias", async () => {
    const body = { name: "A", alias: "preview", text: "x" };
    const answer = await api.send("post", "/api/v1/templates", { body });
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, "alias"]);
  });
});

describe("one version", () => {
  test("is read with all it holds, by number and by id", async () => {
    const made = await api.send("post", "/api/v1/templates", { body: { name: "A", text: "one" } });
    const path = `/api/v1/templates/${made.body.id}`;
    await api.send("post", `${path}/publish`);
    await api.send("patch", path, {
      body: { text: "two", variables: [{ key: "name", fallback_value: "x" }] },
    });
    const first = await api.send("get", `${path}/versions/1`);
    expect(first.body).toMatchObject({
      version: 1,
      status: "published",
      current: true,
      text: "one",
      variables: [],
    });
    const second = await api.send("get", `${path}/versions/2`);
    expect(second.body).toMatchObject({ version: 2, status: "draft", current: false, text: "two" });
    expect(second.body.variables).toEqual([{ key: "name", type: "string", fallback_value: "x" }]);
    expect((await api.send("get", `${path}/versions/${first.body.id}`)).body).toEqual(first.body);
    for (const none of ["3", "0", "tpv_x"])
      expect((await api.send("get", `${path}/versions/${none}`)).status).toBe(404);
    const other = await api.send("post", "/api/v1/templates", { body: { name: "B", text: "x" } });
    expect(
      (await api.send("get", `/api/v1/templates/${other.body.id}/versions/${first.body.id}`)).status,
    ).toBe(404);
  });
});

describe("a test mail", () => {
  const template = async (change: object = {}) => {
    const body = { name: "T", subject: "Hi {{ name }}", text: "Hello {{ name }}", ...change };
    return (await api.send("post", "/api/v1/templates", { body })).body.id;
  };
  const from = () => `me@${api.tenant.domain}`;

  test("is the draft, sent as any mail", async () => {
    const id = await template();
    const body = { to: ["a@inbox.example", "b@inbox.example"], from: from(), values: { name: "Ada" } };
    const sent = await api.send("post", `/api/v1/templates/${id}/test`, { body });
    expect([sent.status, sent.body.status]).toEqual([202, "queued"]);
    const mail = await api.send("get", `/api/v1/emails/${sent.body.id}`);
    expect(mail.body).toMatchObject({ subject: "Hi Ada", text: "Hello Ada", to: body.to, mode: "live" });
    const test = await api.send("post", `/v1/templates/${id}/test`, { key: api.tenant.keys.test, body });
    expect(test.body).toMatchObject({ recipient: "a@inbox.example" });
    const { rows } = await plain(api.context.data).query(
      "SELECT mode, template_id FROM messages WHERE id = $1",
      [test.body.message_id],
    );
    expect(rows).toEqual([{ mode: "test", template_id: id }]);
  });

  test("comes from the template's sender, or the account's own", async () => {
    const own = await template({ from: `Tem Plate <tpl@${api.tenant.domain}>` });
    const body = { to: "a@inbox.example", values: { name: "Ada" } };
    const senderOf = async (id: string) => {
      const sent = await api.send("post", `/api/v1/templates/${id}/test`, { body });
      return (await api.send("get", `/api/v1/emails/${sent.body.id}`)).body.from;
    };
    expect(await senderOf(own)).toBe(`Tem Plate <tpl@${api.tenant.domain}>`);
    expect(await senderOf(await template())).toBe(`hello@${api.tenant.domain}`);
  });

  test("goes to at most five, with all values, and once for an idempotency key", async () => {
    const id = await template();
    const send = (body: object, headers = {}) =>
      api.send("post", `/api/v1/templates/${id}/test`, { body, headers });
    const six = Array.from({ length: 6 }, (_, i) => `a${i}@inbox.example`);
    expect((await send({ to: six, values: { name: "x" } })).body.errors).toMatchObject([{ field: "to" }]);
    expect((await send({ to: "a@inbox.example" })).body.errors).toMatchObject([{ field: "values.name" }]);
    const headers = { "Idempotency-Key": `test-${id}` };
    const body = { to: "a@inbox.example", values: { name: "x" } };
    const first = await send(body, headers);
    const again = await send(body, headers);
    expect([again.body.id, again.headers["idempotent-replayed"]]).toEqual([first.body.id, "true"]);
    const other = await template();
    const elsewhere = await api.send("post", `/api/v1/templates/${other}/test`, { body, headers });
    expect(elsewhere.status).toBe(409);
  });
});
