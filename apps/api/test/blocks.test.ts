import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const BLOCKS = {
  colors: { accent: "#0f766e" },
  items: [
    { type: "heading", level: 1, spans: [{ text: 'Hello {{ first_name | default: "you" }}' }] },
    { type: "image", url: "https://acme.example/cup.png", alt: "A cup" },
    { type: "button", text: "Read", link: "https://acme.example/?n={{ first_name | url_encode }}" },
    { type: "footer", parts: [], unsubscribe: "Leave" },
  ],
};

const MADE = expect.stringContaining('alt="A cup"');

/** The two that are written as blocks, by the same rules. */
const KINDS = [
  ["/api/v1/templates", { name: "News" }],
  ["/v1/templates", { name: "News" }],
  ["/api/v1/broadcasts", { name: "News", subject: "News" }],
] as const;

describe.each(KINDS)("%s", (path, words) => {
  const make = async (more: object) =>
    (await api.send("post", path, { body: { ...words, ...more } })).body.id as string;
  const read = async (id: string) => (await api.send("get", `${path}/${id}`)).body;
  const change = (id: string, body: object) => api.send("patch", `${path}/${id}`, { body });

  test("keeps blocks, and the HTML that is made of them", async () => {
    const id = await make({ blocks: BLOCKS });
    expect(await read(id)).toMatchObject({ blocks: BLOCKS, html: MADE });
    const items = [{ type: "heading", level: 2, spans: [{ text: "Another" }] }];
    await change(id, { blocks: { items } });
    const changed = await read(id);
    expect(changed).toMatchObject({ blocks: { items }, html: expect.stringContaining("Another") });
    expect(changed.html).not.toContain("A cup");
  });

  test("gives blocks up for HTML, and keeps what was made of them where they are just given up", async () => {
    const id = await make({ blocks: BLOCKS });
    await change(id, { blocks: null });
    expect(await read(id)).toMatchObject({ blocks: null, html: MADE });
    await change(id, { blocks: BLOCKS });
    await change(id, { html: "<p>Plain</p>" });
    expect(await read(id)).toMatchObject({ blocks: null, html: "<p>Plain</p>" });
  });

  test("copies blocks with all else", async () => {
    const id = await make({ blocks: BLOCKS });
    const copy = await api.send("post", `${path}/${id}/duplicate`);
    expect(await read(copy.body.id)).toMatchObject({ blocks: BLOCKS, html: MADE });
  });

  test("refuses blocks that are none by the place in them, and blocks beside HTML", async () => {
    const refused = async (body: object) => {
      const { status, body: said } = await api.send("post", path, { body: { ...words, ...body } });
      return [status >= 400, said.errors?.map(({ field, code }: Record<string, string>) => [field, code])];
    };
    const image = { type: "image", url: "https://acme.example/a.png" };
    expect(await refused({ blocks: { items: [image] } })).toEqual([
      true,
      [["blocks.items[0].alt", "required"]],
    ]);
    expect(await refused({ blocks: { items: [] }, html: "<p>Hi</p>" })).toEqual([
      true,
      [["blocks", "conflict"]],
    ]);
    const open = { type: "heading", level: 1, spans: [{ text: "{% if a %}" }] };
    expect(await refused({ blocks: { items: [open] } })).toEqual([true, [["blocks", "format"]]]);
  });
});

test("blocks are previewed before they are stored, and what is wrong in them is theirs", async () => {
  const preview = async (blocks: object, values: object) =>
    (await api.send("post", "/api/v1/templates/preview", { body: { blocks, values } })).body;
  expect(await preview(BLOCKS, { first_name: "Ada" })).toMatchObject({
    html: expect.stringContaining("https://acme.example/?n=Ada"),
    problems: [],
  });
  const broken = { items: [{ type: "button", text: "{{ | }}", link: "" }] };
  expect((await preview(broken, {})).problems).toMatchObject([{ field: "blocks", line: null }]);
});

test("a broadcast of blocks greets its reader, and has a text part made of them", async () => {
  const from = `news@${api.tenant.domain}`;
  const made = await api.send("post", "/api/v1/broadcasts", {
    body: { name: "News", subject: "News", from, blocks: BLOCKS },
  });
  const { body } = await api.send("get", `/api/v1/broadcasts/${made.body.id}/preview`);
  expect(body.html).toContain(">Hello Ada<");
  const { body: sent } = await api.send("post", `/api/v1/broadcasts/${made.body.id}/test`, {
    body: { to: "you@inbox.example" },
  });
  const { body: mail } = await api.send("get", `/api/v1/emails/${sent.data[0].id}`);
  expect(mail.text).toMatch(
    /Hello Ada[\s\S]*A cup[\s\S]*Read \[https:\/\/acme\.example\/\?n=Ada\][\s\S]*Leave/,
  );
});
