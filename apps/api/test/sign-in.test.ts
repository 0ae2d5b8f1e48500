import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { plain, prisma } from "@sendex/data/database/pools";
import { makePerson } from "@sendex/pipeline/people/persons";
import { sendPersonMail } from "@sendex/pipeline/people/mail";
import { openTestApi, type TestApi } from "./api";
import { type Browser, openBrowser } from "./browser";
import { linkIn } from "./mailed-links";

const PASSWORD = "correct horse battery";
const OTHER = "another horse battery";

let api: TestApi;
let email: string;
let count = 0;

beforeAll(async () => {
  api = await openTestApi({
    settings: { systemFrom: "Sendex <hello@notices.test>", trustProxy: "loopback" },
  });
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.advance(60_000);
  count += 1;
  email = `person-${count}@example.test`;
  const { accountId } = api.tenant;
  const member = { accountId, role: "developer" } as const;
  const asked = { email, name: "Ada", password: PASSWORD, operator: false, member };
  await makePerson(api.context, asked, "a test");
});

const signIn = (browser: Browser, password = PASSWORD, of = email) =>
  browser.post("/api/auth/sign-in/email", { email: of, password });

describe("signing in", () => {
  test("sets a cookie that no script reads and no other site sends along, and tells who it is", async () => {
    const browser = openBrowser(api);
    const answer = await signIn(browser);
    expect([answer.status, answer.body.user.email]).toEqual([200, email]);
    expect(answer.text).not.toContain("token");
    const [cookie = ""] = [answer.headers["set-cookie"]]
      .flat()
      .filter((one) => one?.startsWith("sendex-session="));
    for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(attribute);
    const session = await browser.session();
    expect(session.body).toMatchObject({
      object: "session",
      user: { email, operator: false, two_factor_enabled: false },
      accounts: [{ id: api.tenant.accountId, role: "developer", standing: "active" }],
      sign_in: { password: true, sign_up: "invite", oidc: null },
    });
    const made = await browser.post("/api/v1/api-keys", { name: "mine" });
    expect(made.status).toBe(201);
  });

  test("does not mind the case of an address", async () => {
    expect((await signIn(openBrowser(api), PASSWORD, email.toUpperCase())).status).toBe(200);
  });

  test("makes a session of its own: one that was planted stays what it was", async () => {
    const planted = "sendex-session=planted";
    const browser = openBrowser(api, planted);
    await signIn(browser);
    expect(browser.cookie("sendex-session")).not.toBe("planted");
    expect((await openBrowser(api, planted).session()).status).toBe(401);
    const attacker = openBrowser(api);
    await signIn(attacker);
    const victim = openBrowser(api, `sendex-session=${attacker.cookie("sendex-session")}`);
    await signIn(victim);
    expect(victim.cookie("sendex-session")).not.toBe(attacker.cookie("sendex-session"));
  });

  test("is refused from the pages of others", async () => {
    for (const origin of ["https://evil.example", "null", ""]) {
      const answer = await openBrowser(api).post(
        "/api/auth/sign-in/email",
        { email, password: PASSWORD },
        { Origin: origin },
      );
      expect([answer.status, answer.body.name]).toEqual([403, "invalid_origin"]);
      expect(answer.headers).not.toHaveProperty("set-cookie");
    }
  });

  test("ends by signing out", async () => {
    const browser = openBrowser(api);
    await signIn(browser);
    const copied = browser.cookie("sendex-session");
    expect((await browser.post("/api/auth/sign-out", {})).status).toBe(200);
    expect((await openBrowser(api, `sendex-session=${copied}`).session()).status).toBe(401);
  });

  test("lives on while it is used, a week at a time", async () => {
    const browser = openBrowser(api);
    await signIn(browser);
    const { body } = await browser.session();
    await plain(api.context.data).query(
      "UPDATE sessions SET expires_at = expires_at - interval '2 days', updated_at = updated_at - interval '2 days' WHERE id = $1",
      [body.id],
    );
    const renewed = await browser.session();
    expect([renewed.headers["set-cookie"]].flat().join()).toContain("sendex-session=");
    const left = (await prisma(api.context.data).session.findFirst({ where: { id: body.id } }))?.expiresAt;
    expect(Math.abs((left?.getTime() ?? 0) - Date.parse(body.expires_at))).toBeLessThan(600_000);
    expect((await browser.session()).status).toBe(200);
  });
});

describe("a stranger who guesses", () => {
  const wrong = (of: string) => signIn(openBrowser(api), "wrong horse battery", of);

  test("reads the same answer, as slowly, whether or not there is such a user", async () => {
    const [known, unknown] = [
      await timed(() => wrong(email)),
      await timed(() => wrong("nobody@example.test")),
    ];
    expect([known.status, known.body]).toEqual([401, unknown.body]);
    for (const { ms } of [known, unknown]) expect(ms).toBeGreaterThanOrEqual(395);
  });

  test("is slowed down, and stops nobody who knows the password elsewhere", async () => {
    const from = "203.0.113.7";
    const answers = [];
    for (let i = 0; i < 12; i += 1)
      answers.push((await signIn(openBrowser(api, "", from), "wrong horse battery")).status);
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(answers.slice(10)).toEqual([429, 429]);
    expect((await signIn(openBrowser(api, "", from))).status).toBe(429);
    expect((await signIn(openBrowser(api, "", "198.51.100.9"))).status).toBe(200);
  });

  test("cannot say that she comes from elsewhere", async () => {
    const browser = openBrowser(api);
    const forged = { "x-sendex-client-address": "198.51.100.66" };
    await browser.post("/api/auth/sign-in/email", { email, password: PASSWORD }, forged);
    const { body } = await browser.get("/api/v1/sessions");
    expect(body.data).toMatchObject([{ current: true, ip_address: expect.not.stringContaining("66") }]);
  });
});

describe("a new password", () => {
  const ask = (of = email) => openBrowser(api).post("/api/auth/request-password-reset", { email: of });
  const lastLink = async () => {
    await sendPersonMail(api.context);
    return linkIn(api);
  };

  test("is asked for in the same words and time, whether or not there is such a user", async () => {
    const sent = api.world.sent.length;
    const [known, unknown] = [await timed(() => ask()), await timed(() => ask("nobody@example.test"))];
    expect([known.status, known.body]).toEqual([200, unknown.body]);
    for (const { ms } of [known, unknown]) expect(ms).toBeGreaterThanOrEqual(395);
    await sendPersonMail(api.context);
    expect(api.world.sent.slice(sent).map(({ to }) => to)).toEqual([email]);
  });

  test("is set by the link once, and ends every session", async () => {
    const browser = openBrowser(api);
    await signIn(browser);
    await ask();
    const link = await lastLink();
    expect(link.pathname).toBe("/reset-password");
    const token = link.searchParams.get("token");
    const reset = (newPassword: string) =>
      openBrowser(api).post("/api/auth/reset-password", { token, newPassword });
    expect((await reset("short")).status).toBe(400);
    expect((await reset(OTHER)).status).toBe(200);
    expect((await reset(PASSWORD)).status).toBe(400);
    expect((await browser.session()).status).toBe(401);
    expect((await signIn(openBrowser(api))).status).toBe(401);
    expect((await signIn(openBrowser(api), OTHER)).status).toBe(200);
  });

  test("is no good from a link that has run out", async () => {
    await ask();
    const token = (await lastLink()).searchParams.get("token");
    await plain(api.context.data).query("UPDATE verifications SET expires_at = now() - interval '1 second'");
    const answer = await openBrowser(api).post("/api/auth/reset-password", { token, newPassword: OTHER });
    expect([answer.status, answer.body.name]).toEqual([400, "invalid_token"]);
  });

  test("leaves nothing in the database that sets one", async () => {
    await ask();
    const token = (await lastLink()).searchParams.get("token") ?? "";
    const { rows } = await plain(api.context.data).query(
      "SELECT v::text FROM verifications v UNION ALL SELECT m::text FROM person_mails m",
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.length).toBeGreaterThan(1);
  });

  test("floods no mailbox", async () => {
    const sent = api.world.sent.length;
    for (let i = 0; i < 5; i += 1) expect((await ask()).status).toBe(200);
    await sendPersonMail(api.context);
    expect(api.world.sent.length - sent).toBe(3);
  });

  test("that its owner sets ends every other session, and she is told", async () => {
    const [browser, other] = [openBrowser(api), openBrowser(api)];
    await signIn(browser);
    await signIn(other);
    const change = (currentPassword: string) =>
      browser.post("/api/auth/change-password", {
        currentPassword,
        newPassword: OTHER,
        revokeOtherSessions: false,
      });
    expect((await change(PASSWORD)).status).toBe(400);
    const answer = await browser.post("/api/auth/change-password", {
      currentPassword: PASSWORD,
      newPassword: OTHER,
    });
    expect(answer.status).toBe(200);
    expect((await browser.session()).status).toBe(200);
    expect((await other.session()).status).toBe(401);
    await sendPersonMail(api.context);
    expect(String(api.world.sent.at(-1)?.raw)).toContain("Your password for Sendex was changed");
  });
});

describe("sessions", () => {
  test("are listed for their user, who ends one from the next request on", async () => {
    const [browser, other] = [openBrowser(api), openBrowser(api)];
    await signIn(browser);
    await signIn(other);
    const { body } = await browser.get("/api/v1/sessions");
    expect(body.data).toHaveLength(2);
    const { id } = body.data.find(({ current }: { current: boolean }) => !current);
    expect((await browser.delete(`/api/v1/sessions/${id}`)).status).toBe(200);
    expect((await other.session()).status).toBe(401);
    expect((await browser.delete(`/api/v1/sessions/${id}`)).status).toBe(404);
  });

  test("of others are not there", async () => {
    const [browser, other] = [openBrowser(api), openBrowser(api)];
    await signIn(browser);
    await makePerson(
      api.context,
      { email: `x-${email}`, name: "Eve", password: PASSWORD, operator: true },
      "a test",
    );
    await signIn(other, PASSWORD, `x-${email}`);
    const { body } = await browser.session();
    expect((await other.delete(`/api/v1/sessions/${body.id}`)).status).toBe(404);
    expect((await browser.session()).status).toBe(200);
  });
});

async function timed<T extends object>(work: () => Promise<T>): Promise<T & { ms: number }> {
  const begun = performance.now();
  const done = await work();
  return Object.assign(done, { ms: performance.now() - begun });
}
