import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { LANGUAGE_CODES } from "@sendex/api/audiences/public/languages";
import { DAILY_BOUNDS, HONEYPOT, PENDING_DAYS, POSTS_PER_MINUTE } from "@sendex/core/audiences/forms/form";
import { forgetUnconfirmed } from "@sendex/pipeline/audiences/forms/forget";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { DAY_MS } from "@sendex/kit/day";
import { plain } from "@sendex/data/database/pools";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import request from "supertest";
import { emailOf, openTestApi, type TestApi } from "./api";

/** Signing up: by a form without a key, and by a call; and what holds of an address until its owner confirms. */

let api: TestApi;
let drive: Drive;
const MINUTE_MS = 60_000;
let count = 0;

beforeAll(async () => {
  api = await openTestApi();
  drive = await driveOver(api, api.tenant);
});
afterAll(() => api.close());
/** All of a test's posts come from one client, in one minute. */
beforeEach(() => {
  api.clock.advance(MINUTE_MS);
});

const fresh = (): string => `reader-${(count += 1)}@inbox.example`;

async function made(path: string, body: object): Promise<string> {
  const answer = await api.send("post", `/api/v1/${path}`, { body });
  expect([answer.status, answer.body]).toEqual([201, answer.body]);
  return (answer.body as { id: string }).id;
}

const newForm = (body: object = {}): Promise<string> => made("forms", { name: "Newsletter", ...body });

const post = (form: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  request(api.app)
    .post(`/f/${form}`)
    .set({ "Content-Type": "application/x-www-form-urlencoded", ...headers })
    .send(new URLSearchParams(fields).toString());

/** What went out since, in order. */
async function mailsOf(act: () => Promise<unknown>): Promise<string[]> {
  await sendDue(drive);
  const before = api.world.sent.length;
  await act();
  await sendDue(drive);
  return api.world.sent.slice(before).map(({ raw }) => Buffer.from(raw).toString());
}

const decoded = (raw: string): string => raw.replace(/=\r\n/g, "").replaceAll("=3D", "=");
const linkIn = (raw: string | undefined): string => /\/c\/[\w-]{40,}/.exec(decoded(raw ?? ""))?.[0] ?? "none";

/** The link that somebody gets who signs up. */
async function asked(form: string, address: string, more: Record<string, string> = {}): Promise<string> {
  const [mail] = await mailsOf(() => post(form, { email: address, ...more }).expect(200));
  return linkIn(mail);
}

async function contactOf(address: string): Promise<Record<string, unknown> | undefined> {
  const { status, body } = await api.send("get", `/api/v1/contacts/${address}`);
  return status === 200 ? (body as Record<string, unknown>) : undefined;
}

async function reasonOf(mail: Record<string, unknown>): Promise<unknown> {
  const { body } = await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, mail) });
  await sendDue(drive);
  const shown = await api.send("get", `/api/v1/emails/${(body as { id: string }).id}`);
  const { status, reason } = (shown.body as { recipients: { status: string; reason: string | null }[] })
    .recipients[0] ?? { status: "none", reason: null };
  return status === "sent" ? "sent" : reason;
}

async function eventsOf(address: string): Promise<string[]> {
  const { rows } = await plain(api.context.data).query<{ type: string }>(
    "SELECT subject_type || '.' || type AS type FROM events WHERE account_id = $1 AND data->>'email' = $2 ORDER BY id",
    [api.tenant.accountId, address],
  );
  return rows.map(({ type }) => type);
}

describe("a form", () => {
  test("is made, listed, changed and removed, and says where people sign up", async () => {
    const segment = await made("segments", { name: "Readers" });
    const id = await newForm({ segments: [{ id: segment }], allowed_origins: ["https://acme.example"] });
    const { body } = await api.send("get", `/api/v1/forms/${id}`);
    expect(body).toMatchObject({
      ...{ object: "form", name: "Newsletter", segments: [{ id: segment }], topics: [], fields: [] },
      ...{ template: null, redirect_url: null, allowed_origins: ["https://acme.example"] },
      page_url: `${api.context.settings.publicUrl}/f/${id}`,
    });
    const change = { body: { name: "Other", segments: [], fields: ["first_name"] } };
    const changed = await api.send("patch", `/api/v1/forms/${id}`, change);
    expect(changed.body).toMatchObject({ name: "Other", segments: [], fields: ["first_name"] });
    const listed = await api.send("get", "/api/v1/forms");
    expect((listed.body as { data: { id: string }[] }).data.map((one) => one.id)).toContain(id);
    await api.send("delete", `/api/v1/forms/${id}`);
    expect((await api.send("get", `/api/v1/forms/${id}`)).status).toBe(404);
    expect((await request(api.app).get(`/f/${id}`)).status).toBe(404);
  });

  test.each([
    [{ segments: [{ id: "seg_0000000000000000000000000aa" }] }, "segments[0]"],
    [{ topics: [{ id: "top_0000000000000000000000000aa" }] }, "topics[0]"],
    [{ fields: ["unknown_property"] }, "fields[0]"],
    [{ template: "no-such-template" }, "template"],
    [{ redirect_url: "javascript:alert(1)" }, "redirect_url"],
    [{ allowed_origins: ["acme.example"] }, "allowed_origins[0]"],
  ])("names what it cannot have (%#)", async (body, field) => {
    const answer = await api.send("post", "/api/v1/forms", { body: { name: "Wrong", ...body } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });

  test("has a page in five languages that runs nothing and asks for what it takes", async () => {
    await api.send("post", "/api/v1/contact-properties", { body: { key: "city", type: "string" } });
    const id = await newForm({ fields: ["first_name", "city"] });
    for (const language of LANGUAGE_CODES) {
      const page = await request(api.app).get(`/f/${id}?lang=${language}`);
      expect([page.status, page.headers["content-language"]]).toEqual([200, language]);
      expect(page.text).toContain('name="email"');
      expect(page.text).toContain('name="city"');
      expect(page.text).not.toContain("<script");
      expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    }
  });
});

describe("signing up", () => {
  test("makes a pending contact that joins, chooses and is told of once its owner confirms", async () => {
    const segment = await made("segments", { name: "Readers" });
    const topic = await made("topics", { name: "Weekly", default_subscription: "opt_out" });
    await api.send("post", "/api/v1/contact-properties", { body: { key: "plan", type: "string" } });
    const fields = ["first_name", "plan"];
    const form = await newForm({ segments: [{ id: segment }], topics: [{ id: topic }], fields });
    const address = fresh();
    const more = { first_name: "Ann", last_name: "Not asked for", plan: "pro" };
    const link = await asked(form, address, more);
    expect(await contactOf(address)).toMatchObject({
      ...{ state: "pending", first_name: null, properties: {} },
      confirmation: { form_id: form, confirmed_at: null },
    });
    expect(await eventsOf(address)).not.toContain("contact.created");
    const before = await api.send("get", `/api/v1/segments/${segment}/contacts`);
    expect((before.body as { data: unknown[] }).data).toEqual([]);

    const page = await request(api.app).get(link);
    expect([page.status, page.text.includes(address), page.text.includes("Weekly")]).toEqual([
      200,
      true,
      true,
    ]);
    expect(await contactOf(address)).toMatchObject({ state: "pending" });
    const pressed = await request(api.app).post(link);
    expect([pressed.status, pressed.text.includes('role="status"')]).toEqual([200, true]);

    expect(await contactOf(address)).toMatchObject({
      ...{ state: "confirmed", first_name: "Ann", last_name: null, unsubscribed: false },
      properties: { plan: { value: "pro" } },
      confirmation: { form_id: form, asked_from: "private", confirmed_from: "private" },
    });
    const after = await api.send("get", `/api/v1/segments/${segment}/contacts`);
    expect((after.body as { data: { email: string }[] }).data.map(({ email }) => email)).toEqual([address]);
    expect(await reasonOf({ to: address, topic_id: topic })).toBe("sent");
    const told = ["contact.confirmed", "contact.created", "contact.topics.updated"];
    expect((await eventsOf(address)).filter((type) => type.startsWith("contact.")).sort()).toEqual(told);
    await request(api.app).post(link).expect(200);
    expect((await eventsOf(address)).filter((type) => type.startsWith("contact.")).sort()).toEqual(told);
  });

  test("pending, gets no mail that can be left, is in no rule, and all other mail", async () => {
    const topic = await made("topics", { name: "Daily", default_subscription: "opt_in" });
    const address = fresh();
    await asked(await newForm(), address);
    expect(await reasonOf({ to: address, topic_id: topic })).toBe("not_confirmed");
    expect(await reasonOf({ to: address, priority: "bulk" })).toBe("not_confirmed");
    expect(await reasonOf({ to: address })).toBe("sent");
    const rule = { match: "all", conditions: [{ field: "email", operator: "equals", value: address }] };
    const counted = await api.send("post", "/api/v1/segments/preview", { body: { rule } });
    expect(counted.body).toMatchObject({ count: 0 });
    const list = await made("segments", { name: "List" });
    expect((await api.send("post", `/api/v1/contacts/${address}/segments/${list}`)).status).toBe(422);
    const pending = await api.send("get", `/api/v1/contacts?state=pending&email=${address}`);
    expect((pending.body as { data: unknown[] }).data).toHaveLength(1);
    const others = await api.send("get", `/api/v1/contacts?state=confirmed&email=${address}`);
    expect((others.body as { data: unknown[] }).data).toHaveLength(0);
  });

  test("is answered alike for whomever, byte for byte, and changes nothing of a contact who is there", async () => {
    const form = await newForm();
    const [known, unknown, left] = [fresh(), fresh(), fresh()];
    await api.send("post", "/api/v1/contacts", { body: { email: known, first_name: "Ada" } });
    await api.send("post", "/api/v1/contacts", { body: { email: left, unsubscribed: true } });
    const bodies: string[] = [];
    for (const email of [known, unknown, left]) {
      const { text, status } = await post(form, { email });
      expect(status).toBe(200);
      bodies.push(text.replaceAll(/nonce="[^"]+"/g, ""));
    }
    expect(new Set(bodies).size).toBe(1);
    const json = await request(api.app).post(`/f/${form}`).send({ email: known });
    expect(json.body).toEqual({ object: "sign_up", status: "received" });
    expect(await contactOf(known)).toMatchObject({
      state: "confirmed",
      first_name: "Ada",
      unsubscribed: false,
    });
    expect(await contactOf(left)).toMatchObject({ state: "confirmed", unsubscribed: true });
  });

  test("brings back who had left, once they confirm and not before", async () => {
    const form = await newForm();
    const address = fresh();
    await api.send("post", "/api/v1/contacts", { body: { email: address, unsubscribed: true } });
    const link = await asked(form, address);
    expect(await reasonOf({ to: address, priority: "bulk" })).toBe("opted_out");
    await request(api.app).get(link).expect(200);
    expect(await reasonOf({ to: address, priority: "bulk" })).toBe("opted_out");
    await request(api.app).post(link).expect(200);
    expect(await reasonOf({ to: address, priority: "bulk" })).toBe("sent");
    expect((await eventsOf(address)).slice(-3)).toEqual(
      expect.arrayContaining(["contact.confirmed", "contact.subscribed"]),
    );
  });

  test("leads on to where its form says, by a redirect that the page's policy allows", async () => {
    const form = await newForm({ redirect_url: "https://acme.example/welcome?x=1" });
    const link = await asked(form, fresh());
    const page = await request(api.app).get(link);
    expect(page.headers["content-security-policy"]).toContain("form-action 'self' https://acme.example;");
    const pressed = await request(api.app).post(link);
    expect([pressed.status, pressed.headers["location"]]).toEqual([303, "https://acme.example/welcome?x=1"]);
  });

  test("speaks the language of whoever signs up, by our mail or the account's template", async () => {
    const form = await newForm();
    const [german] = await mailsOf(() =>
      request(api.app).post(`/f/${form}?lang=de`).type("form").send({ email: fresh() }),
    );
    expect(decoded(german ?? "")).toContain("Bestätigen".normalize().slice(0, 3));
    const body = { name: "Confirm", subject: "Welcome", text: "Hello {{ first_name }}: {{ confirm_url }}" };
    const template = await made("templates", body);
    await api.send("post", `/api/v1/templates/${template}/publish`);
    const own = await newForm({ template, fields: ["first_name"] });
    const [mail] = await mailsOf(() => post(own, { email: fresh(), first_name: "Ann" }));
    expect(mail).toContain("Subject: Welcome");
    expect(decoded(mail ?? "")).toContain("Hello Ann: http");
    expect(linkIn(mail)).toMatch(/^\/c\//);
    const without = await made("templates", { ...body, text: "Hello" });
    await api.send("post", `/api/v1/templates/${without}/publish`);
    const refused = await api.send("post", "/api/v1/forms", { body: { name: "x", template: without } });
    expect(refused.body.errors).toMatchObject([{ field: "template", code: "required" }]);
  });
});

describe("what nobody should do by a form", () => {
  test("programs that fill in everything, and addresses that are none", async () => {
    const form = await newForm();
    const address = fresh();
    const trapped = await mailsOf(() => post(form, { email: address, [HONEYPOT]: "https://x" }).expect(200));
    expect([trapped, await contactOf(address)]).toEqual([[], undefined]);
    const wrong = await post(form, { email: "nobody" });
    expect([wrong.status, wrong.text.includes('aria-invalid="true"')]).toEqual([400, true]);
    await request(api.app).post(`/f/${form}`).send({ email: "nobody" }).expect(400);
    await request(api.app).post(`/f/${form}`).set("Content-Type", "application/json").send("{").expect(400);
  });

  test("pages of other sites, where the form names its own", async () => {
    const form = await newForm({ allowed_origins: ["https://acme.example"] });
    const address = fresh();
    const evil = await post(form, { email: address }, { Origin: "https://evil.example" });
    expect(evil.status).toBe(403);
    expect(await contactOf(address)).toBeUndefined();
    const ours = await post(form, { email: address }, { Origin: "https://acme.example" });
    expect([ours.status, ours.headers["access-control-allow-origin"]]).toEqual([200, "https://acme.example"]);
    expect(await contactOf(address)).toMatchObject({ state: "pending" });
  });

  test("bombing an address: so many mails a day of one account, and of all together, answered alike", async () => {
    const address = fresh();
    const forms = [await newForm(), await newForm()];
    const post2 = (turn: number) => post(forms[turn % 2] ?? "", { email: address }).expect(200);
    const own = await mailsOf(async () => {
      for (let turn = 0; turn < DAILY_BOUNDS.addressOfAccount + 2; turn += 1) await post2(turn);
    });
    expect(own).toHaveLength(DAILY_BOUNDS.addressOfAccount);
    const double = { email: address, double_opt_in: true };
    expect((await api.send("post", "/api/v1/contacts", { body: double })).status).toBe(422);
    api.clock.advance(DAY_MS);
    await ensurePartitions(api.context.data, api.clock.now());
    expect(await mailsOf(() => post2(0))).toHaveLength(1);
  });

  test("many posts a minute from one client", async () => {
    const form = await newForm();
    for (let turn = 0; turn < POSTS_PER_MINUTE; turn += 1)
      await post(form, { email: fresh(), [HONEYPOT]: "x" }).expect(200);
    expect((await post(form, { email: fresh() })).status).toBe(429);
  });

  test("guessing links: a bit changed is 404, by GET and POST", async () => {
    const link = await asked(await newForm(), fresh());
    const bytes = Buffer.from(link.slice(3), "base64url");
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const other = Buffer.from(bytes);
      other.writeUInt8(other.readUInt8(at) ^ 1, at);
      await request(api.app)
        .get(`/c/${other.toString("base64url")}`)
        .expect(404);
      await request(api.app)
        .post(`/c/${other.toString("base64url")}`)
        .expect(404);
    }
  });
});

describe("a contact that is added with double_opt_in", () => {
  test("is pending until its owner confirms, and then what the call said of it holds", async () => {
    const address = fresh();
    const topic = await made("topics", { name: "Offers", default_subscription: "opt_out" });
    const body = {
      ...{ email: address, first_name: "Ann" },
      double_opt_in: { redirect_url: "https://acme.example/", language: "de", topics: [{ id: topic }] },
    };
    const [mail] = await mailsOf(() => api.send("post", "/api/v1/contacts", { body }));
    expect(await contactOf(address)).toMatchObject({
      ...{ state: "pending", first_name: null },
      confirmation: { form_id: null, asked_from: null },
    });
    const pressed = await request(api.app).post(linkIn(mail));
    expect(pressed.headers["location"]).toBe("https://acme.example/");
    expect(await contactOf(address)).toMatchObject({ state: "confirmed", first_name: "Ann" });
    expect(await reasonOf({ to: address, topic_id: topic })).toBe("sent");
  });

  test("and then without it counts as confirmed, by the account's word; false is as nothing", async () => {
    const address = fresh();
    await api.send("post", "/api/v1/contacts", { body: { email: address, double_opt_in: true } });
    const again = { email: address, first_name: "Ann", double_opt_in: false };
    expect((await api.send("post", "/api/v1/contacts", { body: again })).status).toBe(201);
    expect(await contactOf(address)).toMatchObject({ state: "confirmed", first_name: "Ann" });
    expect(await eventsOf(address)).toContain("contact.created");
  });

  test("is refused with what is wrong with its mail, and nothing of it is kept", async () => {
    const address = fresh();
    const wrong = { email: address, double_opt_in: { template: "no-such" } };
    const answer = await api.send("post", "/api/v1/contacts", { body: wrong });
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ code: "unknown" }]]);
    expect(await contactOf(address)).toBeUndefined();
  });

  test("unconfirmed is forgotten after 30 days, its link dead before, and who confirmed stays", async () => {
    const form = await newForm();
    const [waiting, quick] = [fresh(), fresh()];
    const late = await asked(form, waiting);
    await request(api.app)
      .post(await asked(form, quick))
      .expect(200);
    api.clock.advance((PENDING_DAYS - 1) * DAY_MS);
    await forgetUnconfirmed(api.context);
    expect(await contactOf(waiting)).toMatchObject({ state: "pending" });
    api.clock.advance(2 * DAY_MS);
    await ensurePartitions(api.context.data, api.clock.now());
    await request(api.app).post(late).expect(404);
    await forgetUnconfirmed(api.context);
    expect(await contactOf(waiting)).toBeUndefined();
    expect(await contactOf(quick)).toMatchObject({ state: "confirmed", confirmation: { form_id: form } });
    expect(await eventsOf(waiting)).not.toContain("contact.deleted");
  });
});
