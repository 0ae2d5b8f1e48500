import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { LANGUAGE_CODES } from "@sendex/api/audiences/public/languages";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { DAY_MS } from "@sendex/kit/day";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import request from "supertest";
import { emailOf, openTestApi, type TestApi } from "./api";

/** How people leave: the links in mail that one can leave, their page, and a mail program's one click. */

let api: TestApi;
let drive: Drive;
let address = 0;

beforeAll(async () => {
  api = await openTestApi();
  drive = await driveOver(api, api.tenant);
});
afterAll(() => api.close());

interface Mail {
  id: string;
  to: string;
  raw: string;
  /** The path of its List-Unsubscribe. */
  path: string;
}

/** Mail that went out, to somebody new unless the change says so. */
async function sent(change: Record<string, unknown> & { to?: string | string[] } = {}): Promise<Mail> {
  const to = change.to ?? `reader-${(address += 1)}@inbox.example`;
  const answer = await api.send("post", "/api/v1/emails", {
    body: emailOf(api.tenant, { to, priority: "bulk", ...change }),
  });
  expect(answer.status).toBe(202);
  const { id } = answer.body as { id: string };
  const before = api.world.sent.length;
  await sendDue(drive);
  const raw = Buffer.from(api.world.sent.slice(before).at(-1)?.raw ?? "").toString();
  const path = /<http[^>]*?(\/u\/[^>]+)>/.exec(unfolded(raw))?.[1] ?? "";
  return { id, to: String(to), raw, path };
}

const unfolded = (raw: string): string => raw.replace(/\r\n[ \t]+/g, "");

async function statusOf(id: string): Promise<unknown> {
  const { body } = await api.send("get", `/api/v1/emails/${id}`);
  return (body as { recipients: { status: string; reason: string | null }[] }).recipients[0];
}

/** What the scheduler does every day is done as well. */
async function later(days: number): Promise<void> {
  api.clock.advance(days * DAY_MS);
  await ensurePartitions(api.context.data, api.clock.now());
}

const form = (path: string, body: string) =>
  request(api.app).post(path).set("Content-Type", "application/x-www-form-urlencoded").send(body);

describe("mail that can be left", () => {
  test("has its way out in the header and in its places in the body, for each recipient their own", async () => {
    const html =
      '<p>Hi</p><a href="{{{unsubscribe_url}}}">Leave</a> <a href="{{{RESEND_UNSUBSCRIBE_URL}}}">Leave</a>';
    const { raw, path } = await sent({ html, text: "Leave: {{{ unsubscribe_url }}}" });
    expect(path).toMatch(/^\/u\/[\w-]{100,}$/);
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(raw).not.toContain("{{{");
    const soft = raw.replace(/=\r\n/g, "").replaceAll("=3D", "=");
    expect(soft.split(path).length - 1).toBe(4);
    const count = api.world.sent.length;
    await sent({ to: ["a@inbox.example", "b@inbox.example"] });
    const links = api.world.sent
      .slice(count)
      .map(({ raw }) => /\/u\/[\w-]+/.exec(unfolded(Buffer.from(raw).toString()))?.[0]);
    expect(new Set(links).size).toBe(2);
  });

  test("keeps an author's own header, and other mail has none", async () => {
    const own = await sent({ headers: { "List-Unsubscribe": "<https://acme.example/leave>" } });
    expect(own.raw).toContain("List-Unsubscribe: <https://acme.example/leave>");
    expect(own.raw).not.toContain("One-Click");
    expect((await sent({ priority: "standard" })).raw).not.toContain("List-Unsubscribe");
  });

  test("of a topic goes to those who get it; a topic of nobody is refused", async () => {
    const unknown = await api.send("post", "/api/v1/emails", {
      body: emailOf(api.tenant, { topic_id: "top_none" }),
    });
    expect(unknown.status).toBe(400);
    expect(unknown.body).toMatchObject({ errors: [{ field: "topic_id" }] });
    const body = { name: "Tips", default_subscription: "opt_out" };
    const topic = ((await api.send("post", "/api/v1/topics", { body })).body as { id: string }).id;
    const stranger = await sent({ topic_id: topic, priority: "critical" });
    expect(await statusOf(stranger.id)).toMatchObject({ status: "suppressed", reason: "opted_out_of_topic" });
    const contact = { email: stranger.to, topics: [{ id: topic, subscription: "opt_in" }] };
    await api.send("post", "/api/v1/contacts", { body: contact });
    const wanted = await sent({ to: stranger.to, topic_id: topic });
    expect(await statusOf(wanted.id)).toMatchObject({ status: "sent" });
    const shown = await api.send("get", `/api/v1/emails/${wanted.id}`);
    expect(shown.body).toMatchObject({ topic_id: topic });
    await api.send("patch", `/api/v1/contacts/${stranger.to}/topics`, {
      body: [{ id: topic, subscription: "opt_out" }],
    });
    const again = await api.send("post", `/api/v1/emails/${wanted.id}/resend`, { body: {} });
    await sendDue(drive);
    expect(await statusOf((again.body as { id: string }).id)).toMatchObject({ reason: "opted_out_of_topic" });
    await api.send("delete", `/api/v1/topics/${topic}`);
    const waiting = await sent({ to: stranger.to });
    expect(await statusOf(waiting.id)).toMatchObject({ status: "sent" });
  });
});

describe("an unsubscribe link", () => {
  test("changes nothing when it is looked at, in any language, and runs no script", async () => {
    const { path, to } = await sent();
    for (const lang of LANGUAGE_CODES) {
      const page = await request(api.app).get(`${path}?lang=${lang}`);
      expect([page.status, page.type]).toEqual([200, "text/html"]);
      expect(page.text).toContain(`<html lang="${lang}">`);
      expect(page.text).toContain(to);
      expect(page.text).not.toContain("<script");
      expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    }
    const german = await request(api.app).get(path).set("Accept-Language", "pt;q=0.9, de-AT;q=0.8, en;q=0.2");
    expect(german.headers["content-language"]).toBe("de");
    await request(api.app).head(path).expect(200);
    expect(await statusOf((await sent({ to })).id)).toMatchObject({ status: "sent" });
  });

  test("with one bit changed, cut short or made longer leads nowhere", async () => {
    const { path } = await sent();
    const token = path.slice(3);
    const at = [0, Math.floor(token.length / 2), token.length - 1];
    const changed = at.map((i) => token.slice(0, i) + (token[i] === "A" ? "B" : "A") + token.slice(i + 1));
    for (const other of [...changed, token.slice(0, -1), `${token}A`, "x"]) {
      const answer = await request(api.app).get(`/u/${other}`);
      expect([other, answer.status]).toEqual([other, 404]);
      expect((await form(`/u/${other}`, "choice=all")).status).toBe(404);
    }
  });

  test("by one click ends bulk mail at once, says so, and leaves other mail alone", async () => {
    const { path, to, id } = await sent();
    const waiting = await api.send("post", "/api/v1/emails", {
      body: emailOf(api.tenant, { to, priority: "bulk" }),
    });
    expect((await form(path, "List-Unsubscribe=One-Click")).status).toBe(200);
    await sendDue(drive);
    const { id: late } = waiting.body as { id: string };
    expect(await statusOf(late)).toMatchObject({ status: "suppressed", reason: "opted_out" });
    expect(await statusOf((await sent({ to, priority: "standard" })).id)).toMatchObject({ status: "sent" });
    const { body } = await api.send("get", `/api/v1/emails/${id}`);
    const types = (body as { events: { type: string }[] }).events.map(({ type }) => type);
    expect(types.filter((type) => type === "unsubscribed")).toHaveLength(1);
    const explained = await api.send("get", `/api/v1/emails/${late}/explain`);
    expect(JSON.stringify(explained.body)).toContain("has left bulk mail");
    const multipart =
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    const other = await sent();
    const clicked = await request(api.app)
      .post(other.path)
      .set("Content-Type", "multipart/form-data; boundary=x")
      .send(multipart);
    expect(clicked.status).toBe(200);
    expect(await statusOf((await sent({ to: other.to })).id)).toMatchObject({ reason: "opted_out" });
  });

  test("by its page pauses for 30 days, leaves, or chooses topics", async () => {
    const topic = async (name: string): Promise<string> => {
      const body = { name, default_subscription: "opt_in" };
      return ((await api.send("post", "/api/v1/topics", { body })).body as { id: string }).id;
    };
    const [one, two] = [await topic("One <b>"), await topic("Two")];
    const { path, to } = await sent();
    expect((await request(api.app).get(path)).text).toContain("One &lt;b&gt;");
    const paused = await form(path, "choice=pause");
    expect(paused.text).toContain('role="status"');
    expect(await statusOf((await sent({ to })).id)).toMatchObject({ reason: "opted_out" });
    await later(31);
    expect(await statusOf((await sent({ to })).id)).toMatchObject({ status: "sent" });
    await form(path, "choice=all");
    const contact = await api.send("get", `/api/v1/contacts/${to}`);
    expect(contact.status).toBe(404);
    await form(path, `choice=topics&topic=${two}`);
    expect(await statusOf((await sent({ to, topic_id: one })).id)).toMatchObject({
      reason: "opted_out_of_topic",
    });
    expect(await statusOf((await sent({ to, topic_id: two })).id)).toMatchObject({ status: "sent" });
    expect((await form(path, "choice=nothing")).status).toBe(400);
  });

  test("still works after 13 months, when the mail is long gone", async () => {
    const { path, to } = await sent();
    await later(400);
    expect((await form(path, "choice=all")).status).toBe(200);
    expect(await statusOf((await sent({ to })).id)).toMatchObject({ reason: "opted_out" });
  });
});
