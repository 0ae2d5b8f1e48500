import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { compose } from "@sendex/render/mime";
import { unsealContent } from "@sendex/pipeline/content/seal";
import { readDataKey } from "@sendex/data/accounts/accounts";
import { readContents } from "@sendex/data/content/sealed";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.world.files.clear();
  api.world.fetched.length = 0;
});

const REPORT = "https://files.example/q/report.pdf?sig=1";
const LOGO = "https://files.example/logo";
const MB = 1_000_000;

function serve(url: string, content: Uint8Array, contentType?: string): void {
  api.world.files.set(url, { kind: "fetched", content, ...(contentType && { contentType }) });
}
const post = (change: Record<string, unknown>) =>
  api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, change) });

/** As a client does: a busy machine's database may not take 29 MB within its time, and the answer says to come again. */
async function insist(change: Record<string, unknown>): Promise<Awaited<ReturnType<typeof post>>> {
  for (;;) {
    const answer = await post(change);
    if (answer.status !== 503) return answer;
    await sleep(1_000 * Number(answer.headers["retry-after"]));
  }
}

async function stored(id: string) {
  const { accountId } = api.tenant;
  const dataKey = (await readDataKey(api.context.data, accountId)) ?? new Uint8Array();
  const sealed = await readContents(api.context.data, accountId, id);
  const content = unsealContent(api.context.sealer, { accountId, messageId: id, dataKey }, sealed);
  if (!content) throw new Error("no content");
  return content;
}

describe("attachments[].path", () => {
  test("is fetched before the message is taken, and named and typed by what is known", async () => {
    serve(REPORT, Buffer.from("%PDF"));
    serve(LOGO, Buffer.from("png"), "image/png");
    const files = [{ path: REPORT }, { path: LOGO, content_id: "logo" }, { path: LOGO, filename: "a.txt" }];
    const { status, body } = await post({ html: '<img src="cid:logo">', attachments: files });
    expect(status).toBe(202);
    const content = await stored(body.id);
    const shown = content.attachments.map(({ content: bytes, ...rest }) => [
      Buffer.from(bytes).toString(),
      rest,
    ]);
    expect(shown).toEqual([
      ["%PDF", { filename: "report.pdf", contentType: "application/pdf" }],
      ["png", { filename: "logo", contentType: "image/png", contentId: "logo" }],
      ["png", { filename: "a.txt", contentType: "text/plain" }],
    ]);
    expect(api.world.fetched.sort()).toEqual([LOGO, REPORT]);
    const mime = Buffer.from(
      await compose({
        ...content,
        from: { address: "me@a.example" },
        to: [],
        cc: [],
        replyTo: [],
        subject: "x",
        messageId: "<a@b>",
        date: new Date(0),
      }),
    ).toString();
    expect(mime).toMatch(/Content-Type: multipart\/related/);
    expect(mime).toMatch(/Content-I[dD]: <logo>/);
  });

  test("that cannot be fetched is a field error, named on either surface, and sends nothing", async () => {
    const files = [{ filename: "a.txt", content: "YQ==" }, { path: REPORT }];
    const sendex = await post({ attachments: files });
    const error = {
      field: "attachments[1].path",
      code: "unreachable",
      message: "attachments[1].path could not be fetched: its server answered with status 404.",
    };
    expect([sendex.status, sendex.body.error, sendex.body.errors]).toEqual([400, "bad_request", [error]]);
    const body = messageOf(api.tenant, { attachments: files });
    const sendarix = await api.send("post", "/v1/messages", { body });
    expect([sendarix.status, sendarix.body.errors]).toEqual([422, [error]]);
  });

  test("may be as large as a mail takes, with the message's other files", async () => {
    serve(REPORT, new Uint8Array(29 * MB));
    serve(LOGO, new Uint8Array(31 * MB));
    const small = { filename: "a.bin", content: Buffer.alloc(2 * MB).toString("base64") };
    for (const files of [[{ path: LOGO }], [small, { path: REPORT }]]) {
      const { status, body } = await post({ attachments: files });
      expect([status, body.errors[0].code]).toEqual([400, "too_large"]);
    }
    expect((await insist({ attachments: [{ path: REPORT }] })).status).toBe(202);
  }, 180_000);

  test("counts in a batch for every email that it is in, and one that fails is named by its place", async () => {
    serve(REPORT, new Uint8Array(20 * MB));
    const item = (...paths: string[]) =>
      emailOf(api.tenant, { attachments: paths.map((path) => ({ path })) });
    const batch = (body: unknown[], headers = {}) =>
      api.send("post", "/api/v1/emails/batch", { body, headers });
    const many = await batch([item(REPORT), item(REPORT), item(REPORT)]);
    expect([many.status, many.body.errors[0]]).toMatchObject([
      400,
      { field: "[0].attachments[0].path", code: "too_large" },
    ]);
    serve(REPORT, Buffer.from("%PDF"));
    const strict = await batch([item(REPORT), item(REPORT, LOGO)]);
    expect([strict.status, strict.body.errors[0].field]).toEqual([400, "[1].attachments[1].path"]);
    const permissive = await batch([item(LOGO), item(REPORT)], { "x-batch-validation": "permissive" });
    expect([permissive.status, permissive.body.data.length]).toEqual([202, 1]);
    expect(permissive.body.errors).toEqual([
      {
        index: 0,
        message: expect.stringContaining("could not be fetched"),
        errors: [expect.objectContaining({ field: "[0].attachments[0].path", code: "unreachable" })],
      },
    ]);
  });

  test("is not asked for while anything else is wrong", async () => {
    serve(REPORT, Buffer.from("%PDF"));
    const files = [{ path: REPORT }];
    expect((await post({ attachments: files, from: "me@other.example" })).status).toBe(422);
    expect((await post({ attachments: files, to: "nobody" })).status).toBe(400);
    expect(api.world.fetched).toEqual([]);
  });

  test("answers 503 where other calls hold too many files", async () => {
    serve(REPORT, Buffer.from("%PDF"));
    const full = api.context.files.enter("someone");
    expect(full.take(128 * 1024 * 1024)).toBe(true);
    const answer = await post({ attachments: [{ path: REPORT }] });
    expect([answer.status, answer.body.error]).toEqual([503, "service_unavailable"]);
    full.leave();
    expect((await post({ attachments: [{ path: REPORT }] })).status).toBe(202);
  });
});
