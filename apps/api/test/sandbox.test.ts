import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { seedAccount } from "@sendex/testing/accounts";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
let drive: Drive;
beforeAll(async () => {
  api = await openTestApi();
  drive = await driveOver(api, api.tenant);
});
afterAll(() => api.close());

const PATH = "/api/v1/sandbox/emails";
const testKey = () => api.tenant.keys.test;
const sent = async (change: Record<string, unknown> = {}, key = testKey()): Promise<string> => {
  const { body } = await api.send("post", "/api/v1/emails", { key, body: emailOf(api.tenant, change) });
  await sendDue(drive);
  return body.id;
};
const get = (path: string, key = testKey()) => api.send("get", path, { key });

describe("the test inbox", () => {
  test("shows a mail as its recipient sees it, with what is to be said of it", async () => {
    const id = await sent({
      subject: "Grüße",
      html: '<a href="https://shop.com/">Shop</a><a href="#">Nowhere</a>',
      headers: { "List-Unsubscribe": "<https://shop.com/u>", "X-Own": "yes" },
      attachments: [{ filename: "a.txt", content: "SGVsbG8=" }],
    });
    const { status, body } = await get(`${PATH}/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ object: "sandbox_email", id, mode: "test", subject: "Grüße", recipient: "you@inbox.example" },
      ...{ status: "sent", html: expect.stringContaining("Shop"), text: expect.stringContaining("Hello") },
      attachments: [{ filename: "a.txt", content_type: "text/plain", size: 5, inline: false }],
      links: [
        { url: "https://shop.com/", text: "Shop", problem: null },
        { url: "#", text: "Nowhere", problem: "empty" },
      ],
      list_unsubscribe: { present: true, https: "https://shop.com/u", one_click: false },
    });
    expect(body.headers).toContainEqual({ name: "X-Own", value: "yes" });
    expect(body.source).toContain("X-Own: yes");
    expect(body.bytes).toBe(Buffer.byteLength(body.source));
    expect(body.list_unsubscribe.problems).toHaveLength(1);
  });

  test("lists messages of the key's mode and account alone", async () => {
    const [live, own] = [await sent({}, api.tenant.keys.full), await sent()];
    const ids = async (key: string) => (await get(PATH, key)).body.data.map((one: { id: string }) => one.id);
    expect(await ids(testKey())).toContain(own);
    expect(await ids(testKey())).not.toContain(live);
    expect((await get(`${PATH}/${live}`)).status).toBe(404);
    const rival = await seedAccount(api.context);
    expect(await ids(rival.keys.test)).toEqual([]);
    expect((await get(`${PATH}/${own}`, rival.keys.test)).status).toBe(404);
  });

  test("has a mail for each recipient", async () => {
    const id = await sent({ to: ["a@inbox.example", "b@inbox.example"] });
    expect((await get(`${PATH}/${id}?recipient=B@inbox.example`)).body.recipient).toBe("b@inbox.example");
    expect((await get(`${PATH}/${id}?recipient=c@inbox.example`)).status).toBe(404);
  });

  test("says in a sentence what it does not have", async () => {
    const waiting = await sent({ scheduled_at: "in 1 hour" });
    expect((await get(`${PATH}/${waiting}`)).body.message).toMatch(/has not been sent/);
    const id = await sent();
    const { ports, settings } = api.context;
    const { readSandboxMail } = ports;
    const outcomes = [
      [{ kind: "missing" }, 404],
      [{ kind: "too_large" }, 413],
      [{ kind: "failed", detail: "reset" }, 503],
    ] as const;
    for (const [outcome, status] of outcomes) {
      ports.readSandboxMail = async () => outcome;
      expect((await get(`${PATH}/${id}`)).status).toBe(status);
    }
    delete ports.readSandboxMail;
    for (const path of [PATH, `${PATH}/${id}`]) {
      const { status, body } = await get(path);
      expect([status, body.message]).toEqual([
        404,
        "This installation has no sandbox, and so no test inbox.",
      ]);
    }
    if (readSandboxMail) ports.readSandboxMail = readSandboxMail;
    const before = settings.liveRoute;
    settings.liveRoute = "ses";
    expect((await get(PATH, api.tenant.keys.full)).body.message).toMatch(/Live mail leaves by Amazon SES/);
    expect((await get(PATH)).status).toBe(200);
    settings.liveRoute = before;
  });
});
