import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestApi, type TestApi } from "./api";
import { plain, prisma } from "@sendex/data/database/pools";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

let count = 0;
let alias = "";
let id = "";
beforeEach(async () => {
  alias = `greeting-${(count += 1)}`;
  id = await publish({
    name: "Greeting",
    alias,
    subject: "For {{ name }}",
    html: "<p>{{ name }}, {{ n }}</p>",
    text: "{{ name }}, {{ n }}",
    from: `Shop <shop@${api.tenant.domain}>`,
    reply_to: ["help@shop.example"],
    variables: [{ key: "name" }, { key: "n", type: "number", fallback_value: 1 }],
  });
});

async function publish(body: Record<string, unknown>): Promise<string> {
  const made = await api.send("post", "/api/v1/templates", { body });
  expect(made.status).toBe(201);
  await api.send("post", `/api/v1/templates/${made.body.id}/publish`);
  return made.body.id;
}
const send = (body: unknown, path = "/api/v1/emails", headers = {}) =>
  api.send("post", path, { body, headers });
const read = async (messageId: string) => (await api.send("get", `/api/v1/emails/${messageId}`)).body;
const row = (messageId: string) =>
  prisma(api.context.data).message.findFirstOrThrow({
    where: { accountId: api.tenant.accountId, id: messageId },
  });
const fieldsOf = (body: { errors?: { field: string; code: string }[] }): Record<string, string> =>
  Object.fromEntries((body.errors ?? []).map(({ field, code }) => [field, code]));

const SURFACES = [
  ["/api/v1/emails", "to", "id", 400],
  ["/v1/messages", "recipient", "message_id", 422],
] as const;

describe.each(SURFACES)("POST %s", (path, to, idField, status) => {
  const mail = { [to]: "you@inbox.example" };

  test.each(["alias and template_data", "id and template_data", "template: {id, variables}"])(
    "sends what a template makes: %s",
    async (form) => {
      const values = { name: "<Ann>" };
      const use = form.startsWith("template:")
        ? { template: { id: alias, variables: values } }
        : { template: form.startsWith("id") ? id : alias, template_data: values };
      const answer = await send({ ...mail, ...use }, path);
      expect(answer.status).toBe(202);
      expect(await read(answer.body[idField])).toMatchObject({
        subject: "For <Ann>",
        html: "<p>&lt;Ann&gt;, 1</p>",
        text: "<Ann>, 1",
        from: `Shop <shop@${api.tenant.domain}>`,
        reply_to: ["help@shop.example"],
      });
      expect(await row(answer.body[idField])).toMatchObject({ templateId: id, templateVersion: 1 });
    },
  );

  test("what the mail says itself goes first", async () => {
    const own = { from: `me@${api.tenant.domain}`, subject: "{{ mine }}" };
    const answer = await send({ ...mail, ...own, template: alias, template_data: { name: "A", n: 2 } }, path);
    expect(await read(answer.body[idField])).toMatchObject({ ...own, text: "A, 2" });
  });

  test("names all that is missing in one answer, null with it", async () => {
    const items = "{% for item in items %}{{ item.price }}{% endfor %}";
    const name = `missing-${(count += 1)}`;
    await publish({
      ...{ name, alias: name, subject: "{{ title }}", html: `{{ note }}${items}{{ nick | default: "you" }}` },
      ...{ from: `shop@${api.tenant.domain}`, variables: [{ key: "code" }] },
    });
    const data = { note: null, items: [{ price: 1 }, {}, { price: null }] };
    const refused = await send({ ...mail, template: name, template_data: data }, path);
    expect([refused.status, fieldsOf(refused.body)]).toEqual([
      status,
      Object.fromEntries(
        ["code", "title", "note", "items[1].price", "items[2].price"].map((key) => [
          `template_data.${key}`,
          "required",
        ]),
      ),
    ]);
    const full = { code: "1", title: "<T>", note: "a < b\nc", items: [] };
    const sent = await send({ ...mail, template: name, template_data: full }, path);
    expect(await read(sent.body[idField])).toMatchObject({ subject: "<T>", html: "a &lt; b\ncyou" });
  });

  test("names what is missing, in the caller's words", async () => {
    const missing = await send({ ...mail, template: alias }, path);
    expect([missing.status, fieldsOf(missing.body)]).toEqual([status, { "template_data.name": "required" }]);
    expect(missing.body.errors[0].message).toContain("name");
    const inObject = await send({ ...mail, template: { id: alias, variables: { n: "2" } } }, path);
    expect(fieldsOf(inObject.body)).toEqual({
      "template.variables.name": "required",
      "template.variables.n": "type",
    });
  });

  test("refuses a template that is not there, or not published, or somebody else's", async () => {
    const drafted = `draft-${alias}`;
    await api.send("post", "/api/v1/templates", { body: { name: "D", alias: drafted, text: "x" } });
    for (const [template, code] of [
      ["nope", "unknown"],
      ["\u0000", "format"],
      ["tpl_01kansas1200000000000000000", "unknown"],
      [drafted, "unpublished"],
    ]) {
      const answer = await send({ ...mail, template }, path);
      expect([answer.status, fieldsOf(answer.body)]).toEqual([status, { template: code }]);
    }
    const other = await seedAccount(api.context);
    const theirs = await api.send("post", path, { key: other.keys.full, body: { ...mail, template: id } });
    expect(fieldsOf(theirs.body)).toEqual({ template: "unknown" });
  });

  test("a template's loop that would never end is a field error", async () => {
    const bomb = await publish({
      name: "B",
      subject: "s",
      text: "{% for a in (1..99999999999) %}{% endfor %}",
    });
    const answer = await send({ ...mail, template: bomb }, path);
    expect([answer.status, fieldsOf(answer.body)]).toEqual([status, { template: "limit" }]);
  });
});

describe("a template in sending", () => {
  test("brings no line break into the subject", async () => {
    const value = "Ann\r\nBcc: all@x.example";
    const answer = await send({ to: "you@inbox.example", template: alias, template_data: { name: value } });
    expect((await read(answer.body.id)).subject).toBe("For Ann Bcc: all@x.example");
    const nul = await send({ to: "you@inbox.example", template: alias, template_data: { name: "a\u0001" } });
    expect(fieldsOf(nul.body)).toEqual({ subject: "format" });
  });

  test("is the new version from its publishing on, and gone when it is deleted", async () => {
    const mail = { to: "you@inbox.example", template: alias, template_data: { name: "A" } };
    await api.send("patch", `/api/v1/templates/${id}`, { body: { text: "new", html: null } });
    expect(await read((await send(mail)).body.id)).toMatchObject({ text: "A, 1" });
    await api.send("post", `/api/v1/templates/${id}/publish`);
    const second = (await send(mail)).body.id;
    expect(await read(second)).toMatchObject({ text: "new", html: null });
    expect(await row(second)).toMatchObject({ templateVersion: 2 });
    await api.send("delete", `/api/v1/templates/${alias}`);
    expect(fieldsOf((await send(mail)).body)).toEqual({ template: "unknown" });
    expect(await read(second)).toMatchObject({ text: "new" });
  });

  test("is counted by its id", async () => {
    await send({ to: "you@inbox.example", template: alias, template_data: { name: "A" } });
    const counted = await plain(api.context.data).query<{ count: string }>(
      "SELECT sum(count) AS count FROM statistic_deltas WHERE event = 'accepted' AND template = $1",
      [id],
    );
    expect(Number(counted.rows[0]?.count)).toBe(1);
  });

  test("repeats a first answer under an idempotency key, whatever became of it since", async () => {
    const headers = { "Idempotency-Key": `k-${alias}` };
    const mail = { to: "you@inbox.example", template: alias, template_data: { name: "A" } };
    const first = await send(mail, "/api/v1/emails", headers);
    await api.send("delete", `/api/v1/templates/${alias}`);
    const again = await send(mail, "/api/v1/emails", headers);
    expect([again.status, again.body]).toEqual([202, first.body]);
  });
});

test("the one-time code of the Sendarix document can be sent as it is printed there", async () => {
  const printed = `{
    "recipient": "user@example.com",
    "subject": "Your verification code",
    "template": "otp-code",
    "template_data": {
      "code": "847291",
      "expires_in": "5 minutes"
    },
    "headers": {
      "X-Idempotency-Key": "uuid-v4-here"
    }
  }`;
  const answer = await send(printed, "/v1/messages");
  expect([answer.status, answer.body]).toEqual([
    202,
    {
      message_id: expect.stringMatching(/^msg_/),
      status: "queued",
      recipient: "user@example.com",
      created_at: api.clock.now().toISOString(),
    },
  ]);
  const mail = await read(answer.body.message_id);
  expect(mail).toMatchObject({ from: `hello@${api.tenant.domain}`, subject: "Your verification code" });
  for (const body of [mail.html, mail.text]) expect(body).toMatch(/847291[^]*5 minutes/);
  const again = await send(printed, "/v1/messages");
  expect([again.body, again.headers["idempotent-replayed"]]).toEqual([answer.body, "true"]);
});

describe("POST /api/v1/emails/batch", () => {
  const mail = (name?: string) => ({
    to: "you@inbox.example",
    template: alias,
    ...(name !== undefined && { template_data: { name } }),
  });

  test("fills each item with its own values", async () => {
    const names = Array.from({ length: 20 }, (_, i) => `N${i}`);
    const answer = await send(names.map(mail), "/api/v1/emails/batch");
    expect(answer.status).toBe(202);
    const last: { id: string } = answer.body.data[19];
    expect(await read(last.id)).toMatchObject({ subject: "For N19" });
  });

  test("names the item whose variable is missing, or leaves it out", async () => {
    const strict = await send([mail("A"), mail()], "/api/v1/emails/batch");
    expect([strict.status, fieldsOf(strict.body)]).toEqual([400, { "[1].template_data.name": "required" }]);
    const headers = { "x-batch-validation": "permissive" };
    const permissive = await send([mail("A"), mail()], "/api/v1/emails/batch", headers);
    expect(permissive.body).toEqual({
      data: [{ id: expect.any(String) }],
      errors: [
        {
          index: 1,
          message: expect.stringContaining("name"),
          errors: [expect.objectContaining({ field: "[1].template_data.name", code: "required" })],
        },
      ],
    });
  });
});
