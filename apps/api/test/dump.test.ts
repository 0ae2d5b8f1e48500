import { afterAll, beforeEach, afterEach, describe, expect, test } from "@jest/globals";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { eraseAccount } from "@sendex/pipeline/content/erase-account";
import { eraseOptedOut } from "@sendex/pipeline/content/erase-opted-out";
import { eraseRecipient } from "@sendex/pipeline/content/erase-recipient";
import { forgetNotifications } from "@sendex/pipeline/content/forget-notifications";
import { forgetOld } from "@sendex/pipeline/content/forget-old";
import { changeAccount } from "@sendex/pipeline/accounts/change";
import { removeErased } from "@sendex/pipeline/content/remove-erased";
import { dump, tablesWith } from "@sendex/testing/dump";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { hear, sesEvent } from "@sendex/testing/ses-events";
import { openTestApi, type TestApi } from "./api";
import { plain } from "@sendex/data/database/pools";

/** What is planted, by where; none is a part of another. */
const CANARIES = {
  text: "canary-text-5a1f",
  html: "canary-html-77b0",
  header: "canary-header-90c2",
  file: "canary-file-e4d8",
  fileName: "canary-name-c3d1",
  subject: "canary-subject-18e6",
  value: "canary-value-b2f3",
  link: "canary-link-6d09",
};
const PERSON = "canary.person@inbox.example";
const NAME = "canary-first-name-5f13";
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

describe("a dump of the database", () => {
  let api: TestApi;
  let drive: Drive;
  beforeEach(async () => {
    // In the middle of a month, so that a few weeks later its messages are still there.
    api = await openTestApi({ now: new Date("2027-03-03T12:00:00.000Z") });
    await ensurePartitions(api.context.data, api.clock.now());
    drive = await driveOver(api, api.tenant);
    await plant();
  });
  afterEach(() => api.close());
  afterAll(() => undefined);

  const findings = async (planted: Record<string, string> = CANARIES) => {
    const dumped = await dump(api.context.data);
    return Object.entries(planted).flatMap(([name, canary]) =>
      tablesWith(dumped, canary).map((table) => `${name} in ${table}`),
    );
  };
  const later = async (ms: number): Promise<void> => {
    api.clock.advance(ms);
    await ensurePartitions(api.context.data, api.clock.now());
  };

  /** Mail on every way that content takes: by field, by template, scheduled; sent, clicked, told to an endpoint that echoes. */
  async function plant(): Promise<void> {
    const template = await api.send("post", "/api/v1/templates", {
      body: { name: "T", alias: "t", subject: "For {{ v }}", text: "{{ v }}", variables: [{ key: "v" }] },
    });
    await api.send("post", `/api/v1/templates/${template.body.id}/publish`);
    await api.send("post", "/api/v1/webhooks", { body: { endpoint: "https://hooks.example/x" } });
    const from = `me@${api.tenant.domain}`;
    const whole = {
      from,
      to: PERSON,
      subject: CANARIES.subject,
      text: CANARIES.text,
      html: `<a href="https://a.example/${CANARIES.link}">${CANARIES.html}</a>`,
      headers: { "X-Note": CANARIES.header },
      attachments: [
        { filename: `${CANARIES.fileName}.txt`, content: Buffer.from(CANARIES.file).toString("base64") },
      ],
      metadata: { order: 7 },
    };
    const filled = { from, to: PERSON, template: { id: "t", variables: { v: CANARIES.value } } };
    const first = await api.send("post", "/api/v1/emails", {
      body: whole,
      headers: { "Idempotency-Key": "k1" },
    });
    const second = await api.send("post", "/v1/messages", {
      body: { from, recipient: PERSON, template: "t", template_data: { v: CANARIES.value } },
      headers: { "Idempotency-Key": "k2" },
    });
    const third = await api.send("post", "/api/v1/emails", { body: filled });
    expect([first.status, second.status, third.status]).toEqual([202, 202, 202]);
    await sendDue(drive);
    const mail = {
      headers: [{ name: "Subject", value: CANARIES.subject }],
      commonHeaders: { subject: CANARIES.subject },
    };
    const click = JSON.parse(
      sesEvent(drive, { id: first.body.id, address: PERSON }, "Click", {
        click: { link: `https://a.example/${CANARIES.link}`, ipAddress: "192.0.2.7", userAgent: "agent" },
      }),
    ) as { mail: object };
    await hear(drive, [JSON.stringify({ ...click, mail: { ...click.mail, ...mail } })]);
    // About a message that nobody knows: it stays, to be looked at again.
    await hear(drive, [
      JSON.stringify({
        eventType: "Send",
        send: {},
        mail: { messageId: "unknown", destination: ["a@b.example"], ...mail },
      }),
    ]);
    // Of this account, and not taken in yet.
    const open = sesEvent(drive, { id: second.body.message_id, address: PERSON }, "Click", {
      click: { link: CANARIES.link },
    });
    await plain(api.context.data).query(
      "INSERT INTO notifications (id, topic_arn, trust, body, received_at, published_at) VALUES ('open', 'arn', 'aws', $1, $2, $2)",
      [open, api.clock.now()],
    );
    await tell(`You said ${CANARIES.subject} ${CANARIES.value} ${CANARIES.link} to ${PERSON}`);
    await plantAudience();
    expect(await findings({ subject: CANARIES.subject, link: CANARIES.link })).not.toEqual([]);
    expect(
      await findings({ ...CANARIES, subject: CANARIES.text, value: CANARIES.text, link: CANARIES.text }),
    ).toEqual([]);
  }

  /** A contact and a stranger of the same name, who signed up, chose and was suppressed; all of it told to the endpoint. */
  async function plantAudience(): Promise<void> {
    const stranger = `other.${PERSON}`;
    for (const email of [PERSON, stranger]) {
      await api.send("post", "/api/v1/contacts", { body: { email, first_name: NAME } });
      await api.send("patch", `/api/v1/contacts/${email}`, { body: { unsubscribed: true } });
      await api.send("post", "/api/v1/suppressions", { body: { email } });
      await api.send("delete", `/api/v1/suppressions/${email}`);
    }
    await api.send("delete", `/api/v1/contacts/${stranger}`);
    const asking = { email: PERSON, double_opt_in: true };
    expect((await api.send("post", "/api/v1/contacts", { body: asking })).status).toBeLessThan(300);
    await sendDue(drive);
    await tell(`You said ${NAME} at ${PERSON}`);
  }

  /** The endpoint is told, and answers so. */
  async function tell(body: string): Promise<void> {
    const answer = { kind: "answered" as const, status: 200, body, ms: 1 };
    api.world.httpOutcomes.push(...Array.from({ length: 20 }, () => answer));
    await deliverDue(drive);
    api.world.httpOutcomes.length = 0;
  }

  /** The content review quotes a link of every message in a case. */
  const review = () =>
    plain(api.context.data).query(
      `INSERT INTO review_cases (account_id, id, message_id, label, score, structural, reasons, provider, action, created_at)
       SELECT account_id, 'cas' || substr(id, 4), id, 'phishing', 0.9, false, $1, 'embedded', 'flag', created_at FROM messages`,
      [JSON.stringify([{ signal: "link", sentence: `A link leads to ${CANARIES.link}.` }])],
    );

  test("shows nothing of what was planted once its 30 days are over", async () => {
    await review();
    await later(20 * DAY_MS);
    await forgetOld(api.context);
    expect(await findings({ subject: CANARIES.subject })).not.toEqual([]);
    await later(11 * DAY_MS);
    await forgetOld(api.context);
    await forgetNotifications(api.context);
    expect(await findings()).toEqual([]);
  });

  test("shows nothing of it, of an account that opted out, once it is settled", async () => {
    await changeAccount(api.context, api.tenant.accountId, { keepContent: false });
    await eraseOptedOut(api.context);
    expect(await findings({ subject: CANARIES.subject })).not.toEqual([]);
    await later(11 * MINUTE_MS);
    expect(await eraseOptedOut(api.context)).toBe(4);
    // What SES says of it and could not be taken in yet is another matter: it goes after 30 days, or by an operator.
    expect(await findings()).toEqual(["link in public.notifications"]);
    await plain(api.context.data).query("UPDATE notifications SET body = '' WHERE id = 'open'");
    expect(await findings()).toEqual([]);
  });

  test("shows nothing of it, and nothing of its owner and recipients, once the account is erased", async () => {
    await review();
    await eraseAccount(api.context, api.tenant.accountId, "cli:test");
    await later(2 * MINUTE_MS);
    await removeErased(api.context);
    const { email, domain } = api.tenant;
    expect(await findings({ ...CANARIES, person: PERSON, name: NAME, email, domain })).toEqual([]);
  });

  test("shows neither a recipient who is erased nor what was written to them", async () => {
    await review();
    const { accountId } = api.tenant;
    for (const address of [`other.${PERSON}`, PERSON])
      await eraseRecipient(api.context, { accountId, address, suppression: false, by: "cli:test" });
    const planted = { ...CANARIES, person: PERSON, name: NAME, client: "192.0.2.7" };
    // What keeps mail away.
    expect(await findings(planted)).toEqual(["person in public.subscriptions"]);
    for (const address of [`other.${PERSON}`, PERSON])
      await eraseRecipient(api.context, { accountId, address, suppression: true, by: "cli:test" });
    expect(await findings(planted)).toEqual([]);
  });
});
