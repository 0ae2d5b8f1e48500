import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { SealError } from "@sendex/crypto/seal-error";
import { OWNED } from "@sendex/data/content/account-erasure";
import { listCredits } from "@sendex/data/credits/entries";
import { rollUpStatistics } from "@sendex/data/reports/statistics";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { eraseAccount } from "@sendex/pipeline/content/erase-account";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { removeLeftIdentities } from "@sendex/pipeline/domains/identity";
import { reconcile } from "@sendex/pipeline/ledger/reconcile";
import { refundCredits } from "@sendex/pipeline/credits/refund";
import { removeErased } from "@sendex/pipeline/content/remove-erased";
import { review } from "@sendex/pipeline/reputation/review";
import { masterKeyStatus } from "@sendex/pipeline/content/rotate-master-key";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { seedAccount } from "@sendex/testing/accounts";
import { accept, draftOf, driveOver, openDrive, post, requestOf, type Drive } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { read, statusOf } from "@sendex/testing/look";
import { writeCalls } from "@sendex/data/logs/calls";
import { loggedCall } from "@sendex/testing/logged-call";
import { dump, tablesWith } from "@sendex/testing/dump";
import { plain } from "@sendex/data/database/pools";

const MINUTE_MS = 60_000;

describe("erasing an account", () => {
  let drive: Drive;
  let other: Drive;
  beforeEach(async () => {
    drive = await openDrive();
    other = await driveOver(drive.test, await seedAccount(drive.test.context));
  });
  afterEach(() => drive.test.close());

  const query = async (text: string, values: unknown[] = []) =>
    (await plain(drive.test.context.data).query<Record<string, unknown>>(text, values)).rows;
  const erase = () => eraseAccount(drive.test.context, drive.account.accountId, "cli:test");
  const remove = async (ms = 2 * MINUTE_MS): Promise<number> => {
    drive.test.clock.advance(ms);
    return removeErased(drive.test.context);
  };

  it("destroys the data key first: nothing that was sealed opens any more, whoever still has the bytes", async () => {
    const { context } = drive.test;
    await post(drive);
    const [sealed] = await query("SELECT * FROM contents");
    const { dataKey } = drive.caller;
    await erase();
    const [account] = await query("SELECT * FROM accounts WHERE id = $1", [drive.account.accountId]);
    expect(account?.["data_key"]).toEqual(Buffer.alloc(0));
    expect(() =>
      context.sealer.unseal(
        Buffer.alloc(0),
        { tenant: drive.account.accountId, message: String(sealed?.["message_id"]), field: "body" },
        sealed?.["sealed"] as Buffer,
      ),
    ).toThrow(SealError);
    expect(tablesWith(await dump(context.data), Buffer.from(dataKey).toString("hex"))).toEqual([]);
    expect((await masterKeyStatus(context)).accounts).toEqual({ test: 1 });
  });

  it("revokes the keys, removes the endpoints and cancels what waits, at once", async () => {
    const { context } = drive.test;
    await createWebhook(context, drive.caller, { endpoint: "https://hooks.example/x", events: [] });
    const waiting = await post(drive);
    await post(drive, { scheduledAt: new Date(drive.test.clock.now().getTime() + 3_600_000) });
    const untouched = await post(other);
    expect(await erase()).toMatchObject({ keys: 3, webhooks: 1, cancelled: 2, erasedAt: null });
    await expect(authenticate(context, drive.account.authorization)).rejects.toThrow("not valid");
    await expect(accept(context, requestOf(drive, [draftOf(drive)]))).rejects.toThrow("not valid");
    expect(await statusOf(drive, waiting).catch(() => "unreadable")).not.toBe("queued");
    await sendDue(drive);
    await deliverDue(drive);
    expect(drive.test.world.posted).toEqual([]);
    expect(await statusOf(other, untouched)).toBe("sent");
    expect(drive.test.world.sent).toHaveLength(1);
  });

  it("removes every row of it, page by page, and leaves a nameless account, its ledger and what operators did", async () => {
    const { context } = drive.test;
    const { accountId } = drive.account;
    await grantCredits(context, { accountId, amount: 5, note: null });
    await createWebhook(context, drive.caller, { endpoint: "https://hooks.example/x", events: [] });
    for (let i = 0; i < 3; i += 1) await post(drive);
    const call = loggedCall(accountId, drive.test.clock.now(), { messageIds: ["msg_1"] });
    await writeCalls(context.data, [call]);
    const kept = await post(other);
    await sendDue(drive);
    await deliverDue(drive);
    await rollUpStatistics(context.data, 100);
    await erase();
    expect(await remove()).toBeGreaterThan(10);
    const left = tablesWith(await dump(context.data), accountId);
    expect(left).toEqual(["public.accounts", "public.audit_entries", "public.credit_entries"]);
    const [account] = await query("SELECT * FROM accounts WHERE id = $1", [accountId]);
    expect(account).toMatchObject({
      email: `erased-${accountId}@erased.invalid`,
      name: null,
      default_from: null,
      erased_at: drive.test.clock.now(),
    });
    expect(await listCredits(context.data, accountId, { limit: 10 })).toHaveLength(4);
    expect((await read(other, kept)).text).toBe("A body.");
    expect(await remove()).toBe(0);
    expect((await erase())?.erasedAt).not.toBeNull();
  });

  it("raises no alarm of the ledger while its rows go", async () => {
    const { context } = drive.test;
    await post(drive);
    await sendDue(drive);
    await erase();
    await query("DELETE FROM recipients WHERE account_id = $1", [drive.account.accountId]);
    expect(await reconcile(context)).toBe(0);
    await remove();
    expect(await reconcile(context)).toBe(0);
  });

  it("leaves the content review and an operator's reinstatement nothing to stumble over", async () => {
    const { context } = drive.test;
    await post(drive);
    const seen = await post(other);
    await rollUpStatistics(context.data, 100);
    await erase();
    await review(context);
    const rows = await query("SELECT id, reviewed_to FROM accounts ORDER BY id");
    expect(rows).toEqual([
      { id: drive.account.accountId, reviewed_to: null },
      { id: other.account.accountId, reviewed_to: seen },
    ]);
    expect((await query("SELECT standing FROM accounts ORDER BY id"))[0]).toEqual({ standing: "suspended" });
  });

  it("waits for what a worker has in hand, and refunds nothing twice", async () => {
    await post(drive);
    await query("UPDATE recipients SET status = 'sending', due_at = NULL, lease_until = $1", [
      new Date(drive.test.clock.now().getTime() + MINUTE_MS),
    ]);
    await erase();
    expect(await remove()).toBe(0);
    await query("UPDATE recipients SET status = 'queued', due_at = $1, lease_until = NULL", [
      drive.test.clock.now(),
    ]);
    expect(await remove()).toBeGreaterThan(0);
    expect(await refundCredits(drive.test.context)).toBe(0);
    expect(await query("SELECT 1 FROM recipients")).toEqual([]);
  });

  it("does not wait for SES, where the domain goes once SES answers, and gives the domain free", async () => {
    const { context, world } = drive.test;
    await query("UPDATE domains SET adopted = false WHERE account_id = $1", [drive.account.accountId]);
    world.identitiesDown = true;
    await erase();
    await remove();
    expect(await query("SELECT 1 FROM domains WHERE account_id = $1", [drive.account.accountId])).toEqual([]);
    world.identitiesDown = false;
    drive.test.clock.advance(MINUTE_MS);
    await removeLeftIdentities(context);
    expect(world.identityCalls).toEqual([`remove ${drive.account.domain}`]);
    expect((await eraseAccount(context, drive.account.accountId, "cli:test"))?.erasedAt).not.toBeNull();
  });

  it("knows every table that has something of an account", async () => {
    const rows = await query(
      "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'account_id'",
    );
    // In order: gone at once; with its own verb; with the templates; where nobody waits any more; ledgers that stay.
    const otherwise = [
      "webhooks",
      "domains",
      "template_versions",
      "line_heads",
      "credit_entries",
      "audit_entries",
    ];
    expect(rows.map(({ name }) => String(name)).sort()).toEqual(
      [...OWNED.map(({ table }) => table), ...otherwise].sort(),
    );
  });

  it("is refused where there is no such account", async () => {
    expect(await eraseAccount(drive.test.context, "acc_unknown", "cli:test")).toBeUndefined();
  });
});
