import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { eraseRecipient } from "@sendex/pipeline/content/erase-recipient";
import { exportAccount } from "@sendex/pipeline/content/export";
import { explainMessage } from "@sendex/pipeline/messages/explain";
import { keepSesList } from "@sendex/pipeline/suppressions/keep-ses-list";
import { listSuppressions } from "@sendex/pipeline/suppressions/read";
import { suppress } from "@sendex/pipeline/suppressions/suppress";
import { unsuppress } from "@sendex/pipeline/suppressions/unsuppress";
import { createWebhook, getWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { newAccountEvent } from "@sendex/pipeline/webhooks/new-entry";
import { plain } from "@sendex/data/database/pools";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { recordAccountEvent } from "@sendex/data/webhooks/record-events";
import { type Drive, openDrive, post } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { read, statusOf } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";

const ADDRESS = "someone@example.com";
const DAY = 24 * 60 * 60_000;
const WORLDS = [
  ["live", "test"],
  ["test", "live"],
] as const;

describe("live and test mail of one account", () => {
  let drives: Record<"live" | "test", Drive>;
  beforeAll(async () => {
    const live = await openDrive();
    const caller = await authenticate(live.test.context, `Bearer ${live.account.keys.test}`);
    drives = { live, test: { ...live, caller } };
  });
  afterAll(() => drives.live.test.close());
  beforeEach(async () => {
    drives.live.test.world.posted.length = 0;
    await plain(drives.live.test.context.data).query("DELETE FROM webhooks");
    await plain(drives.live.test.context.data).query(
      "TRUNCATE deliveries, recipients, messages, suppressions, test_suppressions, ses_suppressions, ses_list_reads",
    );
  });

  const bodies = () => drives.live.test.world.posted.map(({ url, body }) => ({ url, ...JSON.parse(body) }));
  const endpoints = () =>
    Promise.all(
      WORLDS.map(([mode]) =>
        createWebhook(drives[mode].test.context, drives[mode].caller, {
          endpoint: `https://${mode}.example/`,
          events: [],
        }),
      ),
    );
  const send = async (drive: Drive, draft = {}): Promise<string> => {
    const id = await post(drive, draft);
    await sendDue(drive);
    return id;
  };
  const report = async (drive: Drive, name: "bounced" | "complained" | "delivered"): Promise<string> => {
    const id = await send(drive);
    const [type, body] = EVENTS[name];
    await hear(drive, [sesEvent(drive, { id }, type, body)]);
    return id;
  };
  const listed = async ({ test, caller }: Drive) =>
    (await listSuppressions(test.context, caller, { limit: 10 })).data;
  const wish = { address: ADDRESS, reason: "manual", label: null, expiresAt: null } as const;

  describe.each(WORLDS)("with %s mail", (mode, other) => {
    it("tells endpoints of its own mode alone, from accepting to SES's report", async () => {
      await endpoints();
      await report(drives[mode], "delivered");
      await deliverDue(drives[mode]);
      const told = bodies();
      expect(told.map(({ type }) => type)).toEqual(["email.queued", "email.sent", "email.delivered"]);
      for (const one of told) expect(one).toMatchObject({ url: `https://${mode}.example/`, mode });
      const { rows } = await plain(drives[mode].test.context.data).query(
        "SELECT DISTINCT w.mode FROM deliveries d JOIN webhooks w ON w.id = d.webhook_id",
      );
      expect(rows).toEqual([{ mode }]);
    });

    it("drops what a process that knows no modes put down for an endpoint of the other", async () => {
      await endpoints();
      await post(drives[mode]);
      const { data } = drives[mode].test.context;
      await plain(data).query("UPDATE webhooks SET mode = $1", [other]);
      await deliverDue(drives[mode]);
      expect(bodies()).toEqual([]);
      expect((await plain(data).query("SELECT status FROM deliveries")).rows).toEqual([
        { status: "dropped" },
      ]);
    });

    it.each([
      ["bounced", "bounce"],
      ["complained", "complaint"],
    ] as const)("lets what it %s stop mail of its own mode alone", async (name, reason) => {
      const id = await report(drives[mode], name);
      expect(await listed(drives[mode])).toMatchObject([{ address: ADDRESS, reason, messageId: id, mode }]);
      expect(await listed(drives[other])).toEqual([]);
      expect(await statusOf(drives[other], await send(drives[other]))).toBe("sent");
      expect(await statusOf(drives[mode], await send(drives[mode]))).toBe("suppressed");
    });

    it("keeps an address of its own in each mode", async () => {
      const context = drives[mode].test.context;
      const kept = await suppress(context, drives[other].caller, [{ ...wish, reason: "unsubscribed" }]);
      const [mine] = await suppress(context, drives[mode].caller, [wish]);
      expect(mine).toMatchObject({ before: null, row: { mode, reason: "manual" } });
      const ids = kept.map(({ row }) => row.id);
      const removal = { addresses: [ADDRESS], confirmed: false };
      expect(await unsuppress(context, drives[mode].caller, { ids, ...removal, addresses: [] })).toEqual([]);
      expect(await unsuppress(context, drives[mode].caller, { ids: [], ...removal })).toMatchObject([
        { mode, reason: "manual" },
      ]);
      expect(await listed(drives[other])).toMatchObject([{ id: ids[0], reason: "unsubscribed" }]);
    });

    it("uses up the one try of a softened bounce of its own", async () => {
      const { context, clock } = drives[mode].test;
      await suppress(context, drives[mode].caller, [{ ...wish, reason: "bounce" }]);
      await suppress(context, drives[other].caller, [{ ...wish, reason: "bounce" }]);
      const begun = clock.now();
      const over = new Date(begun.getTime() - DAY);
      for (const table of ["suppressions", "test_suppressions"])
        await plain(context.data).query(`UPDATE ${table} SET trial_at = $1`, [over]);
      expect(await statusOf(drives[mode], await send(drives[mode], { priority: "critical" }))).toBe("sent");
      expect((await listed(drives[mode]))[0]?.trialAt).toEqual(new Date(begun.getTime() + 90 * DAY));
      expect((await listed(drives[other]))[0]?.trialAt).toEqual(over);
      expect(await statusOf(drives[mode], await send(drives[mode], { priority: "critical" }))).toBe(
        "suppressed",
      );
    });

    it("is explained by endpoints of its own mode", async () => {
      await endpoints();
      const { context } = drives[mode].test;
      const id = await post(drives[mode]);
      const shown = async () =>
        JSON.stringify(await explainMessage(context, drives[mode].caller, id, "sendex"));
      expect(await shown()).toContain(`https://${mode}.example/`);
      await plain(context.data).query("UPDATE webhooks SET mode = $1", [other]);
      expect(await shown()).not.toContain(".example/");
    });

    it("is explained by the suppressions of its own mode", async () => {
      await suppress(drives[mode].test.context, drives[other].caller, [wish]);
      const id = await post(drives[mode]);
      const told = await explainMessage(drives[mode].test.context, drives[mode].caller, id, "sendex");
      expect(JSON.stringify(told)).not.toContain("suppress");
    });
  });

  it("leaves SES's own list to live mail", async () => {
    const { context, clock, world } = drives.test.test;
    await report(drives.test, "bounced");
    await keepSesList(context);
    clock.advance(11 * 60_000);
    await keepSesList(context);
    expect(world.sesList.calls.filter((call) => call !== "all" && call !== "changes")).toEqual([]);
    await unsuppress(context, drives.test.caller, { addresses: [ADDRESS], ids: [], confirmed: false });
    expect((await plain(context.data).query("SELECT 1 FROM ses_suppressions")).rows).toEqual([]);
    await plain(context.data).query(
      "INSERT INTO ses_suppressions (route, address, reason, state, seen_at) VALUES ('sandbox', $1, 'bounce', 'listed', now())",
      [ADDRESS],
    );
    expect(await statusOf(drives.test, await send(drives.test))).toBe("sent");
    expect(await statusOf(drives.live, await send(drives.live))).toBe("suppressed");
  });

  it("tells endpoints of both modes what is shared, each in its own", async () => {
    await endpoints();
    const { context, clock } = drives.live.test;
    const { accountId } = drives.live.account;
    const subject = { accountId, subjectType: "account", subjectId: accountId } as const;
    const event = newAccountEvent(subject, "account.reinstated", { account_id: accountId }, clock.now());
    await keyedTransaction(context.data, (client) => recordAccountEvent(client, event, clock.now()));
    await deliverDue(drives.live);
    expect(bodies().sort((a, b) => (a.mode < b.mode ? -1 : 1))).toMatchObject([
      { url: "https://live.example/", mode: "live", type: "account.reinstated" },
      { url: "https://test.example/", mode: "test", type: "account.reinstated" },
    ]);
  });

  it("is exported and erased whole", async () => {
    const { context } = drives.live.test;
    for (const [mode] of WORLDS) await suppress(context, drives[mode].caller, [wish]);
    const lines: unknown[] = [];
    for await (const line of exportAccount(context, drives.live.account.accountId, "ann")) lines.push(line);
    const exported = lines.filter((line) => JSON.stringify(line).includes('"suppression"'));
    expect(exported).toMatchObject([{ mode: "live" }, { mode: "test" }]);
    const { accountId } = drives.live.account;
    const request = { accountId, address: ADDRESS, suppression: true, by: "ann" };
    expect(await eraseRecipient(context, request)).toMatchObject({ suppressions: 2 });
    for (const [mode] of WORLDS) expect(await listed(drives[mode])).toEqual([]);
  });

  it("is live where a process of the version before wrote it, which names no mode", async () => {
    const { context } = drives.live.test;
    const { accountId } = drives.live.account;
    await plain(context.data).query(
      "INSERT INTO webhooks (account_id, id, endpoint, events, secret, created_at) VALUES ($1, 'whk_old', 'https://old.example/', '{}', '', now())",
      [accountId],
    );
    await suppress(context, drives.test.caller, [wish]);
    for (let time = 0; time < 2; time += 1)
      await plain(context.data).query(
        `INSERT INTO suppressions AS s (account_id, address, id, reason, origin, created_at) VALUES ($1, $2, 'sup_old', 'bounce', 'ses', now())
         ON CONFLICT (account_id, address) DO UPDATE SET address = EXCLUDED.address RETURNING s.*, s.xmax = 0 AS fresh`,
        [accountId, ADDRESS],
      );
    expect(await getWebhook(context, drives.live.caller, "whk_old")).toMatchObject({ mode: "live" });
    await expect(getWebhook(context, drives.test.caller, "whk_old")).rejects.toMatchObject({
      slug: "not_found",
    });
    expect(await listed(drives.live)).toMatchObject([{ id: "sup_old", mode: "live" }]);
    expect(await listed(drives.test)).toMatchObject([{ reason: "manual", mode: "test" }]);
  });

  it("is read with its mode", async () => {
    for (const [mode] of WORLDS)
      expect(await read(drives[mode], await post(drives[mode]))).toMatchObject({ mode });
  });
});
