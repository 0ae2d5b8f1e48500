import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { AlertKind } from "@sendex/core/alerts/kinds";
import { standingAlerts } from "@sendex/data/alerts/standing";
import { plain } from "@sendex/data/database/pools";
import { rollUpStatistics } from "@sendex/data/reports/statistics";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { acknowledge } from "@sendex/pipeline/alerts/acknowledge";
import { changeRules } from "@sendex/pipeline/alerts/change-rules";
import { chooseMail } from "@sendex/pipeline/alerts/choose-mail";
import { evaluateAlerts } from "@sendex/pipeline/alerts/evaluate";
import { openAlertWatch } from "@sendex/pipeline/alerts/watch";
import { sendPersonMail } from "@sendex/pipeline/people/mail";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { type Drive, driveOver, post } from "@sendex/testing/drive";
import { deliverDue } from "@sendex/testing/due";
import { seedPerson } from "@sendex/testing/people";
import { type CellMail, seedHistory, seedMail } from "./alerts-mail";

const MINUTE_MS = 60_000;

let test: TestContext;
let drive: Drive;
let endpoint: string;
beforeAll(async () => void (test = await openTestContext()));
afterAll(() => test.close());
beforeEach(async () => {
  drive = await driveOver(test, await seedAccount(test.context));
  const hooks = { endpoint: "https://hooks.example/alerts", events: ["alert.opened", "alert.closed"] };
  endpoint = (await createWebhook(test.context, drive.caller, hooks)).id;
  await createWebhook(test.context, { ...drive.caller, mode: "test" }, hooks);
});

const query = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
  (await plain(test.context.data).query<Row>(text, values)).rows;
const look = () => evaluateAlerts(test.context, [drive.account.accountId]);
const alerts = () => standingAlerts(test.context.data, [drive.account.accountId], new Date(0));
const mail = (mail: Omit<CellMail, "at">) => seedMail(drive, { ...mail, at: test.clock.now() });
const failsSince = (since: Date | null) =>
  query(
    "UPDATE webhooks SET failing_since = $2 WHERE account_id = $1 AND id = $3",
    drive.account.accountId,
    since,
    endpoint,
  );
const usedFrom = (network: string, ago: number) =>
  query(
    `INSERT INTO key_networks (account_id, key_id, network, first_seen_at) VALUES ($1, $2, $3, $4)`,
    ...[drive.account.accountId, drive.caller.keyId, network, new Date(test.clock.now().getTime() - ago)],
  );

/** What endpoints were told, by the endpoint's mode. */
async function told(): Promise<string[]> {
  const rows = await query<{ webhook: string; mode: string }>(
    `SELECT e.webhook, w.mode FROM deliveries d JOIN events e USING (account_id) JOIN webhooks w ON w.id = d.webhook_id
     WHERE e.account_id = $1 AND e.id = d.event_id AND e.subject_type = 'alert' ORDER BY e.id`,
    drive.account.accountId,
  );
  return rows.map(({ webhook, mode }) => `${webhook} ${mode}`);
}

const mailsTo = async (email: string): Promise<string[]> =>
  (await query<{ subject: string }>("SELECT subject FROM person_mails WHERE to_address = $1", email)).map(
    ({ subject }) => subject,
  );

/** How each rule is brought to open and to close. */
const RULES: Record<
  AlertKind,
  {
    cause: object;
    before?: () => Promise<unknown>;
    bad: () => Promise<unknown>;
    good: () => Promise<unknown>;
  }
> = {
  volume: {
    cause: {
      dimension: "account",
      value: "",
      numbers: { accepted: 400, usual: 50, limit: 150, young: false },
    },
    before: () => seedHistory(drive, 5 * 168, 50),
    bad: () => mail({ counts: { accepted: 400 } }),
    good: () => mail({ counts: { accepted: 10 } }),
  },
  bounce_rate: {
    cause: { dimension: "template", value: "tpl_news", numbers: { sent: 200, affected: 90, percent: 45 } },
    bad: () =>
      mail({ template: "tpl_news", counts: { sent: 200, bounced_permanent: 80, bounced_undetermined: 10 } }),
    good: () => mail({ template: "tpl_news", counts: { sent: 2_000, bounced_permanent: 3 } }),
  },
  complaint_rate: {
    cause: { dimension: "domain", value: "b.example", numbers: { sent: 500, affected: 20, percent: 4 } },
    bad: () => mail({ domain: "b.example", provider: "", counts: { sent: 500, complained: 20 } }),
    good: () => mail({ domain: "b.example", provider: "", counts: { sent: 20_000 } }),
  },
  deferrals: {
    cause: { dimension: "provider", value: "yahoo", numbers: { sent: 100, affected: 70, percent: 70 } },
    bad: () => mail({ provider: "yahoo", counts: { sent: 100, deferred: 70 } }),
    good: () => mail({ provider: "yahoo", counts: { sent: 1_000, deferred: 1 } }),
  },
  webhook_failing: {
    cause: { dimension: "endpoint", name: "https://hooks.example/alerts" },
    bad: () => failsSince(new Date(test.clock.now().getTime() - 40 * MINUTE_MS)),
    good: () => failsSince(null),
  },
  key_network: {
    cause: { dimension: "key", numbers: { networks: ["198.51.100.0/24"] } },
    before: () => usedFrom("192.0.2.0/24", 5 * HOUR_MS),
    bad: async () => {
      await query("DELETE FROM key_networks WHERE network = '198.51.100.0/24'");
      await usedFrom("198.51.100.0/24", 0);
    },
    good: async () => undefined,
  },
};
const KINDS = Object.entries(RULES);

describe.each(KINDS)("an alert about %s", (kind, { cause, before, bad, good }) => {
  /** Looks every hour until it is closed; after how many. */
  async function close(): Promise<number> {
    for (let hours = 1; hours < 40; hours += 1) {
      test.clock.advance(HOUR_MS);
      await good();
      await look();
      if ((await alerts()).every(({ closedAt }) => closedAt)) return hours;
    }
    throw new Error("it did not close");
  }

  it("opens once, is told once by webhook and mail, closes once it is clear, and comes back as the same", async () => {
    const { email } = await seedPerson(test.context, { accountId: drive.account.accountId });
    await before?.();
    await look();
    expect(await alerts()).toEqual([]);
    await bad();
    await look();
    test.clock.advance(MINUTE_MS);
    await look();
    const [alert, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ kind, ...cause, closedAt: null, reopened: 0 });
    expect(await told()).toEqual(["alert.opened live"]);
    expect(await mailsTo(email)).toHaveLength(1);

    const seen = await acknowledge(test.context, drive.caller, alert?.id ?? "");
    expect(seen.acknowledgedBy).toBe(`key:${drive.caller.keyId}`);
    expect(await close()).toBeGreaterThanOrEqual(2);
    expect(await told()).toEqual(["alert.opened live", "alert.closed live"]);

    test.clock.advance(7 * HOUR_MS);
    await bad();
    await look();
    const again = { id: alert?.id, closedAt: null, reopened: 1, acknowledgedAt: null };
    expect(await alerts()).toMatchObject([again]);
    expect(await told()).toEqual(["alert.opened live", "alert.closed live", "alert.opened live"]);
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe("alerts", () => {
  const bounce = () => RULES.bounce_rate.bad();

  it.each([0, 20, 59])(
    "are new ones more than a day after the last has closed, at minute %d",
    async (minute) => {
      test.clock.set(new Date(test.clock.now().setUTCMinutes(minute, 30)));
      await bounce();
      await look();
      await query(
        "UPDATE alerts SET closed_at = $2 WHERE account_id = $1",
        drive.account.accountId,
        test.clock.now(),
      );
      test.clock.advance(DAY_MS + MINUTE_MS);
      await bounce();
      await look();
      expect((await alerts()).map(({ reopened }) => reopened)).toEqual([0, 0]);
    },
  );

  it.each([
    [1, 1],
    [2, 0],
  ])("about a rate that %d days before had as well are %d", async (days, opened) => {
    for (let day = 0; day < days; day += 1) {
      await bounce();
      test.clock.advance(2 * DAY_MS);
    }
    await bounce();
    await look();
    expect(await alerts()).toHaveLength(opened);
  });

  it("go to owners and admins, and to those who want them; without members to the account's own address", async () => {
    const { accountId } = drive.account;
    await bounce();
    await look();
    expect(await query("SELECT subject FROM owner_mails WHERE account_id = $1", accountId)).toEqual([
      { subject: "Too much mail with the template tpl_news bounces" },
    ]);
    const people = await Promise.all(
      (["owner", "admin", "developer", "viewer"] as const).map((role) =>
        seedPerson(test.context, { accountId, role }),
      ),
    );
    const [owner, admin, developer, viewer] = people.map(({ email }) => email);
    const choose = (n: number, wanted: boolean) => {
      const { userId = "", email = "" } = people[n] ?? {};
      return chooseMail(test.context, accountId, { userId, email, role: "viewer" }, wanted);
    };
    expect(await choose(0, false)).toEqual({ wanted: false, chosen: true });
    expect(await choose(3, true)).toEqual({ wanted: true, chosen: true });
    await RULES.deferrals.bad();
    await look();
    const counts = await Promise.all([owner, admin, developer, viewer].map((email) => mailsTo(email ?? "")));
    expect(counts.map((mails) => mails.length)).toEqual([0, 1, 0, 1]);
    const from = {
      ...test.context,
      settings: { ...test.context.settings, systemFrom: "alerts@sendex.example" },
    };
    await sendPersonMail(from);
    const [sent] = test.world.sent
      .slice(-1)
      .map(({ raw }) => Buffer.from(raw).toString().replaceAll("=\r\n", ""));
    expect(sent).toContain("Mail to Yahoo is put off");
    expect(sent).toContain("70 of the 100 mails to Yahoo within an hour were put off: 70 %.");
  });

  it("close at once where their rule is switched off, and go by the account's own threshold", async () => {
    await bounce();
    await look();
    const rules = await changeRules(test.context, drive.caller, {
      bounce_rate: { enabled: false, threshold: 50 },
    });
    expect(rules.bounce_rate).toEqual({ enabled: false, threshold: 50 });
    await look();
    expect((await alerts()).every(({ closedAt }) => closedAt)).toBe(true);
    await changeRules(test.context, drive.caller, { bounce_rate: { enabled: true } });
    await look();
    expect((await alerts()).every(({ closedAt }) => closedAt)).toBe(true);
    await changeRules(test.context, drive.caller, { bounce_rate: { threshold: 20 } });
    await look();
    expect(await alerts()).toMatchObject([{ closedAt: null, reopened: 1 }]);
  });

  it("go by what is usual for four weeks", async () => {
    for (const days of [10, 20]) {
      const at = new Date(test.clock.now().getTime() - days * DAY_MS);
      await seedMail(drive, { at, template: "tpl_news", counts: { sent: 1_000, bounced_permanent: 300 } });
    }
    await bounce();
    await look();
    expect(await alerts()).toEqual([]);
  });

  it("of a young account are about the busiest hour so far", async () => {
    await seedHistory(drive, 40, 300);
    await mail({ counts: { accepted: 1_400 } });
    await look();
    expect(await alerts()).toEqual([]);
    await mail({ counts: { accepted: 200 } });
    await look();
    expect(await alerts()).toMatchObject([
      { kind: "volume", numbers: { young: true, usual: 500, limit: 1_500 } },
    ]);
  });

  it("are looked for among accounts with mail lately, and their webhooks are delivered", async () => {
    await query("TRUNCATE deliveries");
    await post(drive);
    await rollUpStatistics(test.context.data, 1_000);
    await bounce();
    expect(await openAlertWatch(test.context)()).toBeGreaterThan(0);
    test.world.posted.length = 0;
    await deliverDue(drive);
    type Posted = { event: string; data: { value: string } };
    const posted = test.world.posted.map(({ body }) => JSON.parse(body) as Posted);
    const isTheirs = ({ event, data }: Posted) => event === "alert.opened" && data.value === "tpl_news";
    expect(posted.find(isTheirs)).toMatchObject({
      event: "alert.opened",
      mode: "live",
      data: {
        ...{ object: "alert", kind: "bounce_rate", status: "open", dimension: "template", value: "tpl_news" },
        reason: expect.stringContaining(
          "90 of the 200 mails with the template tpl_news within an hour bounced: 45 %.",
        ),
      },
    });
  });
});
