import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { listAudit } from "@sendex/data/access/audit";
import { plain, prisma } from "@sendex/data/database/pools";
import { sendPersonMail } from "@sendex/pipeline/people/mail";
import { type SeededPerson, seedPerson } from "@sendex/testing/people";
import { openTestApi, type TestApi } from "./api";
import { openBrowser } from "./browser";
import { linkIn } from "./mailed-links";

const PASSWORD = "correct horse battery";

let api: TestApi;
let admin: SeededPerson;
let email: string;
let count = 0;

beforeAll(async () => {
  api = await openTestApi({ settings: { systemFrom: "Sendex <hello@notices.test>" } });
  admin = await seedPerson(api.context, { accountId: api.tenant.accountId, role: "admin" });
});
afterAll(() => api.close());
beforeEach(() => {
  api.clock.advance(60_000);
  count += 1;
  email = `invited-${count}@example.test`;
});

const invite = (role = "developer", of = email) =>
  api.send("post", "/api/v1/invitations", { as: admin, body: { email: of, role } });

/** The token of the mail that was sent last. */
async function token(): Promise<string> {
  await sendPersonMail(api.context);
  const link = linkIn(api);
  expect(link.pathname).toBe("/accept-invitation");
  return link.searchParams.get("token") ?? "";
}

const accept = (given: object) => api.send("post", "/api/v1/invitations/accept", { key: null, body: given });

describe("an invitation", () => {
  test("goes out by the service's own mail, and makes a new user a member who signs in", async () => {
    const invited = await invite();
    expect([invited.status, invited.body]).toMatchObject([
      201,
      { email, role: "developer", status: "pending" },
    ]);
    const given = { token: await token(), name: "Grace", password: PASSWORD };
    expect(api.world.sent.at(-1)).toMatchObject({ to: email, from: "hello@notices.test" });
    expect((await accept(given)).body).toEqual({
      object: "membership",
      account_id: api.tenant.accountId,
      email,
      role: "developer",
    });
    const browser = openBrowser(api);
    expect((await browser.post("/api/auth/sign-in/email", { email, password: PASSWORD })).status).toBe(200);
    expect((await browser.session()).body.accounts).toMatchObject([{ role: "developer" }]);
    const entries = await listAudit(api.context.data, { accountId: api.tenant.accountId, limit: 2 });
    expect(entries.data).toMatchObject([
      { actor: `user:${email}`, act: "invitations.accept" },
      { actor: `user:${admin.email}`, act: "invitations.create", subjectId: invited.body.id },
    ]);
  });

  test("is good once, also for two at once", async () => {
    await invite();
    const given = { token: await token(), name: "Grace", password: PASSWORD };
    const answers = await Promise.all([accept(given), accept(given)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await accept(given)).body.message).toContain("used already");
  });

  test("that has run out, was taken back, or was never sent is refused, and says which", async () => {
    await invite();
    const late = await token();
    await plain(api.context.data).query("UPDATE invitations SET expires_at = $2 WHERE email = $1", [
      email,
      api.clock.now(),
    ]);
    const over = await accept({ token: late, name: "Grace", password: PASSWORD });
    expect([over.status, over.body.message]).toEqual([422, "This invitation has run out. Ask for another."]);
    const { body } = await invite();
    const back = await token();
    await api.send("delete", `/api/v1/invitations/${body.id}`, { as: admin });
    for (const one of [back, late, "x"])
      expect((await accept({ token: one, name: "Grace", password: PASSWORD })).status).toBe(404);
  });

  test("asks a new user for a name and a password, and uses nothing up meanwhile", async () => {
    await invite();
    const given = { token: await token() };
    const { status, body } = await accept(given);
    expect([status, body.errors]).toMatchObject([
      400,
      [
        { field: "name", code: "required" },
        { field: "password", code: "required" },
      ],
    ]);
    const short = await accept({ ...given, name: "Grace", password: "short" });
    expect(short.body.errors).toMatchObject([{ field: "password" }]);
    expect((await accept({ ...given, name: "Grace", password: PASSWORD })).status).toBe(200);
  });

  test("makes who has a user a member too, without touching the password", async () => {
    const person = await seedPerson(api.context, { email });
    await invite("viewer");
    const given = { token: await token(), name: "Eve", password: PASSWORD };
    expect((await accept(given)).body).toMatchObject({ role: "viewer" });
    const user = await prisma(api.context.data).user.findUnique({
      where: { id: person.userId },
      include: { credentials: true },
    });
    expect(user).toMatchObject({ name: "Ada", credentials: [] });
    expect((await invite()).body.errors).toMatchObject([{ field: "email", code: "taken" }]);
  });

  test("voids an earlier one of the same address", async () => {
    await invite("admin");
    const first = await token();
    await invite("viewer");
    expect((await accept({ token: first, name: "Grace", password: PASSWORD })).status).toBe(404);
    expect((await accept({ token: await token(), name: "Grace", password: PASSWORD })).body.role).toBe(
      "viewer",
    );
  });

  test("leaves nothing in the database that accepts it", async () => {
    await invite();
    const given = await token();
    const { rows } = await plain(api.context.data).query(
      "SELECT i::text FROM invitations i UNION ALL SELECT m::text FROM person_mails m",
    );
    expect(JSON.stringify(rows)).not.toContain(given);
  });
});

describe("where no new users are taken", () => {
  let closed: TestApi;
  beforeAll(async () => {
    closed = await openTestApi({ settings: { signUp: "closed" } });
  });
  afterAll(() => closed.close());

  test("only who has one is invited", async () => {
    const as = await seedPerson(closed.context, { accountId: closed.tenant.accountId });
    const known = await seedPerson(closed.context);
    const ask = (of: string) =>
      closed.send("post", "/api/v1/invitations", { as, body: { email: of, role: "viewer" } });
    expect((await ask("new@example.test")).body.errors).toMatchObject([{ field: "email", code: "unknown" }]);
    expect((await ask(known.email)).status).toBe(201);
  });
});

describe("signing up", () => {
  let open: TestApi;
  beforeAll(async () => {
    open = await openTestApi({ settings: { signUp: "open", systemFrom: "Sendex <hello@notices.test>" } });
  });
  afterAll(() => open.close());
  beforeEach(() => open.clock.advance(60_000));

  const signUp = (of: string, at = open) =>
    at.send("post", "/api/v1/sign-up", {
      key: null,
      body: { email: of, password: PASSWORD, name: "Grace", account_name: "Acme" },
    });
  const confirm = (given: string) =>
    open.send("post", "/api/v1/sign-up/confirm", { key: null, body: { token: given } });

  test("is by invitation only, unless it is open", async () => {
    const { status, body } = await signUp(email, api);
    expect([status, body.error]).toEqual([403, "forbidden"]);
  });

  test("makes an account once the address is confirmed, and only once", async () => {
    expect((await signUp(email)).body).toEqual({ object: "sign_up", status: "check_mail" });
    expect(await prisma(open.context.data).user.count({ where: { email } })).toBe(0);
    await sendPersonMail(open.context);
    const link = linkIn(open);
    expect(link.pathname).toBe("/confirm-sign-up");
    const given = link.searchParams.get("token") ?? "";
    const made = await confirm(given);
    expect([made.status, made.body.email]).toEqual([201, email]);
    expect((await confirm(given)).status).toBe(422);
    const browser = openBrowser(open);
    await browser.post("/api/auth/sign-in/email", { email, password: PASSWORD });
    const { accounts } = (await browser.session()).body;
    expect(accounts).toMatchObject([{ id: made.body.account_id, name: "Acme", role: "owner" }]);
  });

  test("answers the same for an address that has a user, and tells only its mailbox", async () => {
    const { email: known } = await seedPerson(open.context);
    const [one, other] = [await signUp(known), await signUp(`other-${email}`)];
    expect([one.status, one.text]).toEqual([202, other.text]);
    await sendPersonMail(open.context);
    const mail = open.world.sent.find(({ to }) => to === known);
    expect(String(mail?.raw)).toContain("You have a user on Sendex already");
  });
});
