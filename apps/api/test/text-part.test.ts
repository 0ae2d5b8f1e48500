import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const HTML = "<p>Hello <b>Kim</b></p>";

async function textOf(id: string): Promise<unknown> {
  const { body } = await api.send("get", `/api/v1/emails/${id}`);
  return body.text;
}

/** The same mail as each way of sending takes it; resolves to the message's id. */
const WAYS: [string, (parts: object) => Promise<string>][] = [
  [
    "an email",
    async (parts) =>
      (await api.send("post", "/api/v1/emails", { body: { ...emailOf(api.tenant), text: null, ...parts } }))
        .body.id,
  ],
  [
    "a batch",
    async (parts) => {
      const body = [{ ...emailOf(api.tenant), text: null, ...parts }];
      return (await api.send("post", "/api/v1/emails/batch", { body })).body.data[0].id;
    },
  ],
  [
    "a message",
    async (parts) =>
      (await api.send("post", "/v1/messages", { body: { ...messageOf(api.tenant), text: null, ...parts } }))
        .body.message_id,
  ],
  [
    "a template",
    async ({ ...parts }) => {
      const { body } = await api.send("post", "/api/v1/templates", {
        body: { name: "T", subject: "Hello", ...parts },
      });
      await api.send("post", `/api/v1/templates/${body.id}/publish`);
      const { text: _, ...email } = { ...emailOf(api.tenant), text: null };
      return (await api.send("post", "/api/v1/emails", { body: { ...email, template: body.id } })).body.id;
    },
  ],
];

test.each(WAYS)("HTML without a text gets one, and shows it: %s", async (_way, send) => {
  expect(await textOf(await send({ html: HTML }))).toBe("Hello Kim");
});

test.each(WAYS)("an empty text leaves it out: %s", async (_way, send) => {
  expect(await textOf(await send({ html: HTML, text: "" }))).toBeNull();
});

test("a long mail is read in the thread, and one that is too deep goes without", async () => {
  const [, email] = WAYS[0] ?? [];
  const long = await email?.({ html: "<p>Hello</p>".repeat(1_000) });
  expect(await textOf(long ?? "")).toMatch(/^Hello\n\nHello/);
  const deep = await email?.({ html: `${"<div>".repeat(300)}Hello` });
  expect(await textOf(deep ?? "")).toBeNull();
});
