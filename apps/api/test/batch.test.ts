import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { emailOf, openTestApi, type TestApi } from "./api";
import { prisma } from "@sendex/data/database/pools";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const PATH = "/api/v1/emails/batch";
const permissive = { "x-batch-validation": "permissive" };
const emails = (n: number) =>
  Array.from({ length: n }, (_, i) => emailOf(api.tenant, { subject: `Mail ${i}` }));
const count = () => prisma(api.context.data).message.count();

describe("POST /api/v1/emails/batch", () => {
  test("accepts up to a hundred, in their order", async () => {
    const answer = await api.send("post", PATH, { body: emails(100) });
    expect(answer.status).toBe(202);
    expect(Object.keys(answer.body)).toEqual(["data"]);
    expect(answer.body.data).toHaveLength(100);
    const last = await api.send("get", `/api/v1/emails/${answer.body.data[99].id}`);
    expect(last.body.subject).toBe("Mail 99");
  });

  test("counts once against the rate", async () => {
    const one = await api.send("get", "/api/v1/emails");
    const batch = await api.send("post", PATH, { body: emails(5) });
    const [before, after] = [one, batch].map(({ headers }) => Number(headers["x-ratelimit-remaining"]));
    expect(after).toBe((before ?? 0) - 1);
  });

  test("strict: sends nothing when one is wrong, and says which fields of which", async () => {
    const before = await count();
    const body = [
      ...emails(2),
      emailOf(api.tenant, { to: ["ok@inbox.example", "nobody"] }),
      5,
      emailOf(api.tenant, { x: 1 }),
    ];
    const answer = await api.send("post", PATH, { body });
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
    const fields = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(["[2].to[1]", "[3]", "[4].x"]);
    expect(await count()).toBe(before);
  });

  test("strict: names the item whose domain is not verified", async () => {
    const before = await count();
    const body = [...emails(1), emailOf(api.tenant, { from: "me@unverified.example" })];
    const answer = await api.send("post", PATH, { body });
    expect([answer.status, answer.body.error]).toEqual([422, "unprocessable_entity"]);
    expect(answer.body.message).toContain("[1]");
    expect(await count()).toBe(before);
  });

  test("strict: names every problem of every item in one answer, whichever check finds it", async () => {
    api.world.mx.set("no-mx.example", "refused");
    const before = await count();
    const dead = "gone@no-mx.example";
    const body = [
      ...emails(1),
      emailOf(api.tenant, { subject: "", to: [dead, "ok@inbox.example"] }),
      emailOf(api.tenant, { from: "me@unverified.example" }),
      5,
      emailOf(api.tenant, { to: "ok@inbox.example", cc: ["ok@inbox.example", dead], bcc: dead }),
    ];
    const answer = await api.send("post", PATH, { body });
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
    const named = answer.body.errors.map(({ field, code }: Record<string, string>) => `${field} ${code}`);
    expect(named).toEqual([
      "[1].subject required",
      "[1].to[0] no_mail_server",
      "[2].from not_verified",
      "[3] type",
      "[4].cc[1] no_mail_server",
    ]);
    expect(await count()).toBe(before);
  });

  test("strict: says which recipients are dead where nothing else is wrong", async () => {
    api.world.mx.set("no-mx.example", "refused");
    const wrong = emailOf(api.tenant, { to: ["a@no-mx.example", "ok@inbox.example", "b@no-mx.example"] });
    const answer = await api.send("post", PATH, { body: [...emails(4), wrong] });
    expect([answer.status, answer.body.error]).toEqual([422, "invalid_recipient"]);
    expect(answer.body.message).toBe(
      "[4]: a@no-mx.example cannot receive mail: no-mx.example has no mail server (MX record).",
    );
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      "[4].to[0]",
      "[4].to[2]",
    ]);
  });

  test("permissive: lists all that is wrong with what it leaves out", async () => {
    api.world.mx.set("no-mx.example", "refused");
    const body = [emailOf(api.tenant, { subject: "", to: "x@no-mx.example", x: 1 }), ...emails(1)];
    const answer = await api.send("post", PATH, { body, headers: permissive });
    expect([answer.status, answer.body.data.length]).toEqual([202, 1]);
    const [left] = answer.body.errors;
    expect(left.errors.map(({ field }: { field: string }) => field)).toEqual([
      "[0].x",
      "[0].subject",
      "[0].to",
    ]);
    expect(left).toMatchObject({ index: 0, message: left.errors[0].message });
  });

  test("permissive: leaves the wrong ones out and names their places", async () => {
    api.world.mx.set("no-mx.example", "refused");
    const body = [
      emailOf(api.tenant, { to: "nobody" }),
      emailOf(api.tenant),
      emailOf(api.tenant, { to: "x@no-mx.example" }),
      emailOf(api.tenant, { from: "me@unverified.example" }),
      emailOf(api.tenant),
    ];
    const answer = await api.send("post", PATH, { body, headers: permissive });
    expect(answer.status).toBe(202);
    expect(answer.body.data).toHaveLength(2);
    expect(answer.body.errors.map(({ index }: { index: number }) => index)).toEqual([0, 2, 3]);
    for (const { message } of answer.body.errors) expect(message).toEqual(expect.any(String));
  });

  test("permissive: says so when none is wrong, or all are", async () => {
    const good = await api.send("post", PATH, { body: emails(1), headers: permissive });
    expect(good.body).toEqual({ data: [{ id: expect.any(String) }], errors: [] });
    const bad = await api.send("post", PATH, { body: [{}], headers: permissive });
    expect([bad.status, bad.body.data, bad.body.errors.length]).toEqual([202, [], 1]);
  });

  test("one key covers the call", async () => {
    const headers = { "Idempotency-Key": "batch-1" };
    const first = await api.send("post", PATH, { body: emails(3), headers });
    const again = await api.send("post", PATH, { body: emails(3), headers });
    expect([again.text, again.headers["idempotent-replayed"]]).toEqual([first.text, "true"]);
    const other = await api.send("post", PATH, { body: emails(2), headers });
    expect([other.status, other.body.error]).toEqual([409, "idempotency_conflict"]);
  });

  test.each([[[]], [{}], ["x"]])("refuses a body that is no array of emails: %j", async (body) => {
    const answer = await api.send("post", PATH, { body: JSON.stringify(body) });
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
  });

  test("refuses more than a hundred, and a mode it does not know", async () => {
    expect((await api.send("post", PATH, { body: emails(101) })).status).toBe(400);
    const answer = await api.send("post", PATH, {
      body: emails(1),
      headers: { "x-batch-validation": "lax" },
    });
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
  });
});
