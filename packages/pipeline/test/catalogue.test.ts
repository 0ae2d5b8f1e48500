import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { recordsOf } from "@sendex/core/domains";
import { lastSignUp } from "@sendex/data/audiences/forms/sign-ups";
import { HOUR_MS } from "@sendex/kit/day";
import { WEBHOOK_EVENTS } from "@sendex/core/webhooks/event";
import { changeRules } from "@sendex/pipeline/alerts/change-rules";
import { evaluateAlerts } from "@sendex/pipeline/alerts/evaluate";
import { confirm } from "@sendex/pipeline/audiences/forms/confirm";
import { addPending } from "@sendex/pipeline/audiences/forms/sign-up";
import { changeContact, putContact, removeContact } from "@sendex/pipeline/audiences/contacts";
import { cancelBroadcast, pauseBroadcast, sendBroadcast } from "@sendex/pipeline/audiences/drive-broadcast";
import { removeSegment } from "@sendex/pipeline/audiences/segments";
import { changeTopic, makeTopic, removeTopic } from "@sendex/pipeline/audiences/topics";
import { addDomain } from "@sendex/pipeline/domains/add";
import { verifyDomain } from "@sendex/pipeline/domains/edit";
import { cancel } from "@sendex/pipeline/messages/cancel";
import { changeTier } from "@sendex/pipeline/reputation/change-tier";
import { reinstate } from "@sendex/pipeline/reputation/reinstate";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { unsubscribe } from "@sendex/pipeline/suppressions/unsubscribe";
import { unsuppress } from "@sendex/pipeline/suppressions/unsuppress";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { type Drive, openDrive, post } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { seedMail } from "./alerts-mail";
import { draftBroadcast, makeAudience, runUntil, startBroadcast } from "./broadcast-drive";

let drive: Drive;
beforeAll(async () => void (drive = await openDrive()));
afterAll(() => drive.test.close());

it("an endpoint without a choice is told of every event of the catalogue, and of no other", async () => {
  const { context, world } = drive.test;
  await createWebhook(context, drive.caller, { endpoint: "https://hooks.example/all", events: [] });
  await mailAndItsReports();
  await leave();
  await becomeVerified();
  await changeStanding();
  await beWarned();
  await haveAnAudience();
  await writeToAnAudience();
  await deliverDue(drive);
  const told = world.posted.map(({ body }) => (JSON.parse(body) as { event: string }).event);
  expect([...new Set(told)].sort()).toEqual([...WEBHOOK_EVENTS].sort());
});

/** The last mail finds its address suppressed by the bounce. */
async function mailAndItsReports(): Promise<void> {
  const { context, clock } = drive.test;
  const scheduledAt = new Date(clock.now().getTime() + HOUR_MS);
  await cancel(context, drive.caller, await post(drive, { scheduledAt }));
  const address = "refused@example.com";
  const [id, refused] = [await post(drive), await post(drive, { to: [{ address }] })];
  await sendDue(drive);
  for (const name of ["deferred", "delivered", "opened", "bounced", "complained"] as const) {
    const [type, body] = EVENTS[name];
    await hear(drive, [sesEvent(drive, { id }, type, body)]);
  }
  await hear(drive, [
    sesEvent(drive, { id }, "Click", { click: { link: "https://shop.example/" } }),
    sesEvent(drive, { id: refused, address }, ...EVENTS.rejected),
  ]);
  await post(drive);
  await sendDue(drive);
}

async function leave(): Promise<void> {
  const address = "leaver@example.com";
  const messageId = await post(drive, { to: [{ address }] });
  await sendDue(drive);
  await unsubscribe(drive.test.context, drive.caller, { address, label: null, messageId });
  await unsuppress(drive.test.context, drive.caller, { addresses: [address], ids: [], confirmed: false });
}

async function haveAnAudience(): Promise<void> {
  const { context } = drive.test;
  const news = { name: "News", description: null, subscribed: true };
  const { id } = await makeTopic(context, drive.caller, news);
  await changeTopic(context, drive.caller, id, { name: "Tips" });
  const address = "contact@example.com";
  await putContact(context, drive.caller, { address });
  for (const unsubscribed of [true, false])
    await changeContact(context, drive.caller, { address }, { firstName: "Ann", unsubscribed });
  await changeContact(context, drive.caller, { address }, { topics: [{ id, subscribed: false }] });
  await removeContact(context, drive.caller, { address });
  await removeTopic(context, drive.caller, id);
  await signUpAndConfirm();
}

async function signUpAndConfirm(): Promise<void> {
  const { context } = drive.test;
  const { accountId, mode } = drive.caller;
  const address = "pending@example.com";
  await addPending(context, drive.caller, { address }, {});
  const signUp = await lastSignUp(context.data, { accountId, mode }, address);
  await confirm(context, { accountId, mode, signUpId: signUp?.id ?? "" }, null);
}

/** One is sent, one cancelled after a pause, and of one the segment is gone. */
async function writeToAnAudience(): Promise<void> {
  const { context } = drive.test;
  await runUntil(drive, await startBroadcast(drive, 1), "sent");
  const cancelled = await startBroadcast(drive, 0);
  await pauseBroadcast(context, drive.caller, cancelled);
  await cancelBroadcast(context, drive.caller, cancelled);
  const segmentId = await makeAudience(drive, 0);
  const failed = await draftBroadcast(drive, { segmentId });
  await sendBroadcast(context, drive.caller, failed);
  await removeSegment(context, drive.caller, segmentId);
  await runUntil(drive, failed, "failed");
}

async function becomeVerified(): Promise<void> {
  const { context, world } = drive.test;
  const name = "new.example";
  const domain = await addDomain(context, drive.account.accountId, { name, returnPath: "send" });
  for (const record of recordsOf(domain, context.settings.region))
    world.dns.set(`${record.type} ${record.name}`, [record.value]);
  const identity = world.identities.get(name);
  const dkim = { tokens: identity?.dkim.tokens ?? [], state: "success" as const };
  if (identity) world.identities.set(name, { ...identity, state: "success", dkim });
  await verifyDomain(context, domain);
}

/** An alert whose rule is switched off closes at once. */
async function beWarned(): Promise<void> {
  const { context, clock } = drive.test;
  await seedMail(drive, { at: clock.now(), counts: { sent: 200, bounced_permanent: 80 } });
  await evaluateAlerts(context, [drive.account.accountId]);
  await changeRules(context, drive.caller, { bounce_rate: { enabled: false } });
  await evaluateAlerts(context, [drive.account.accountId]);
}

async function changeStanding(): Promise<void> {
  const { context } = drive.test;
  const { accountId } = drive.account;
  await suspend(context, accountId, { cause: "operator", reason: "A test.", evidence: {} }, "a test");
  await reinstate(context, { accountId, by: "a test", note: null });
  await changeTier(context, { accountId, tier: "trusted", by: "a test" });
}
