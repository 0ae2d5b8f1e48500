import type { Response } from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { listAudit } from "@sendex/data/access/audit";
import { appeal, decideAppeal } from "@sendex/pipeline/reputation/appeal";
import { reinstate } from "@sendex/pipeline/reputation/reinstate";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
let tenant: SeededAccount;
beforeAll(async () => {
  api = await openTestApi();
  tenant = await seedAccount(api.context);
});
afterAll(() => api.close());

const as = (method: "get" | "post" | "head", path: string, body?: object, key = tenant.keys.full) =>
  api.send(method, path, { key, ...(body && { body }) });
const acts = async () =>
  (await listAudit(api.context.data, { accountId: tenant.accountId, limit: 10 })).data.map(({ act }) => act);
const pathOf = (url: string): string => url.slice(new URL(url).origin.length);

describe("the export", () => {
  test("is a link that works without a key, once it is followed stands in the audit log, and ends", async () => {
    await as("post", "/api/v1/emails", emailOf(tenant, { subject: "Exported" }));
    const asked = await as("post", "/api/v1/account/export");
    expect([asked.status, asked.body.object]).toEqual([201, "account_export"]);
    const path = pathOf(asked.body.download_url);
    expect((await api.send("head", path, { key: null })).status).toBe(200);
    expect(await acts()).not.toContain("account.export");
    const { text, headers } = await api.send("get", path, { key: null }).buffer(true).parse(asText);
    expect(headers).toMatchObject({
      "content-type": "application/x-ndjson",
      "content-disposition": 'attachment; filename="sendex-account.jsonl"',
    });
    const lines = text
      .trim()
      .split("\n")
      .map((line: string) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ type: "account", id: tenant.accountId });
    expect(lines).toContainEqual(expect.objectContaining({ type: "message", subject: "Exported" }));
    expect(await acts()).toContain("account.export");
    for (const broken of [
      path.replace("signature=", "signature=x"),
      path.replace("account=acc", "account=acd"),
      path.split("?")[0] ?? "",
    ])
      expect((await api.send("get", broken, { key: null })).status).toBe(404);
    api.clock.advance(10 * 60_000 + 1_000);
    expect((await api.send("get", path, { key: null })).status).toBe(404);
  });

  test("is for live keys of the whole account", async () => {
    expect((await as("post", "/api/v1/account/export", undefined, tenant.keys.test)).status).toBe(403);
  });
});

describe("suspensions", () => {
  test("are listed with what they rested on and their appeals, the latest first", async () => {
    const { accountId } = tenant;
    const grounds = { cause: "bounce_rate", reason: "Too many.", evidence: { sent: 100, hurt: 9 } } as const;
    await suspend(api.context, accountId, grounds, "a test");
    expect((await as("get", "/api/v1/account")).body.suspension).toMatchObject({ held: 0 });
    const { id } = await appeal(api.context, accountId, "We mended the form.");
    await decideAppeal(api.context, { id, granted: false, by: "a test", note: "Not yet." });
    await reinstate(api.context, { accountId, by: "operator:Ada", note: "Mended." });
    await suspend(api.context, accountId, { cause: "operator", reason: "Again.", evidence: {} }, "a test");
    const { body } = await as("get", "/api/v1/account/suspensions");
    expect(body.data).toMatchObject([
      { cause: "operator", lifted_at: null, appeals: [] },
      {
        ...{ cause: "bounce_rate", evidence: { sent: 100, hurt: 9 }, note: "Mended." },
        appeals: [{ id, status: "denied", message: "We mended the form.", note: "Not yet." }],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain("Ada");
    const test_ = await as("get", "/api/v1/account/suspensions", undefined, tenant.keys.test);
    expect(test_.body.data[1].evidence).toEqual({});
    await reinstate(api.context, { accountId, by: "a test", note: null });
  });
});

describe("erasing", () => {
  const PATH = "/api/v1/account/erase";

  test("needs the account's address, and a live key of all of it", async () => {
    for (const body of [{}, { confirm: "" }, { confirm: api.tenant.email }])
      expect((await as("post", PATH, body)).status).toBe(400);
    expect((await as("post", PATH, { confirm: tenant.email }, tenant.keys.test)).status).toBe(403);
    expect((await as("get", "/api/v1/account")).status).toBe(200);
  });

  test("ends the account at once", async () => {
    const erased = await as("post", PATH, { confirm: ` ${tenant.email.toUpperCase()} ` });
    expect([erased.status, erased.body]).toMatchObject([
      202,
      { object: "account_erasure", id: tenant.accountId },
    ]);
    expect((await as("get", "/api/v1/account")).status).toBe(401);
    const { data } = await listAudit(api.context.data, { accountId: tenant.accountId, limit: 1 });
    expect(data).toMatchObject([{ act: "account.erase", actor: expect.stringMatching(/^key:key_/) }]);
  });
});

/** As text, whatever the type says. */
function asText(response: Response, done: (error: Error | null, body: string) => void): void {
  let text = "";
  response.on("data", (chunk: Buffer) => void (text += chunk.toString("utf8")));
  response.on("end", () => {
    response.text = text;
    done(null, text);
  });
}
