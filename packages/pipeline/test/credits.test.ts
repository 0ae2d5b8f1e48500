import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Draft } from "@sendex/core/accepting/message";
import { SendexError } from "@sendex/core/error";
import { listCredits, readCredits } from "@sendex/data/credits/entries";
import type { AcceptRequest } from "@sendex/pipeline/accepting/request";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { cancel } from "@sendex/pipeline/messages/cancel";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { refundCredits } from "@sendex/pipeline/credits/refund";
import { unlimitCredits } from "@sendex/pipeline/credits/unlimit";
import { seedAccount } from "@sendex/testing/accounts";
import { accept, draftOf, driveOver, openDrive, post, requestOf, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { statusOf } from "@sendex/testing/look";
import { plain } from "@sendex/data/database/pools";

const MINUTE_MS = 60_000;

describe("credits", () => {
  let drive: Drive;
  const start = new Date();
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    drive.test.clock.set(start);
    drive.test.world.sesAnswers.length = 0;
    await query("TRUNCATE recipients, messages, attempts, credit_holds, suppressions");
    drive = await driveOver(drive.test, await seedAccount(drive.test.context));
  });

  const query = async (text: string, values: unknown[] = []) =>
    (await plain(drive.test.context.data).query<Record<string, unknown>>(text, values)).rows;
  const of = () => drive.account.accountId;
  const grant = async (amount: number): Promise<void> => {
    await grantCredits(drive.test.context, { accountId: of(), amount, note: null });
    drive.caller = await authenticate(drive.test.context, drive.account.authorization);
  };
  const balance = () => readCredits(drive.test.context.data, of());
  const lines = async () => (await listCredits(drive.test.context.data, of(), { limit: 1_000 })).reverse();
  const short = async () => (await lines()).map(({ kind, amount, balance: after }) => [kind, amount, after]);
  const to = (...names: string[]) => ({ to: names.map((name) => ({ address: `${name}@example.com` })) });
  const submit = (drafts: Partial<Draft>[], overrides: Partial<AcceptRequest> = {}) =>
    accept(
      drive.test.context,
      requestOf(
        drive,
        drafts.map((draft) => draftOf(drive, draft)),
        overrides,
      ),
    );
  const outcome = (accepted: Promise<unknown>) =>
    accepted.then(
      () => "accepted",
      (error: unknown) => (error instanceof SendexError ? `${error.slug}: ${error.message}` : String(error)),
    );
  const later = async (ms: number): Promise<number> => {
    drive.test.clock.advance(ms);
    return refundCredits(drive.test.context);
  };

  it("are unlimited, and leave no trace, unless an operator grants some", async () => {
    expect(await balance()).toBeNull();
    await post(drive, to("a", "b"));
    expect(await lines()).toEqual([]);
    expect(await query("SELECT 1 FROM credit_holds")).toEqual([]);
  });

  it("are debited by the recipient, a line a request, with the message", async () => {
    await grant(10);
    const id = await post(drive, to("a", "b", "A"));
    await submit([to("c"), to("d", "e")]);
    expect(await short()).toEqual([
      ["grant", 10, 10],
      ["debit", -2, 8],
      ["debit", -3, 5],
    ]);
    expect((await lines())[1]).toMatchObject({ messageId: id, note: null });
    expect((await lines())[2]?.note).toBe("2 messages, from this one on");
    expect(await balance()).toBe(5);
  });

  it("refuse a request that needs more than there is, and store nothing of it", async () => {
    await grant(2);
    const refused = await outcome(submit([to("a", "b", "c")]));
    expect(refused).toBe(
      "insufficient_credits: This call needs 3 credits, one a recipient, and the account has 2. Nothing was sent.",
    );
    expect(await query("SELECT 1 FROM messages")).toEqual([]);
    expect(await balance()).toBe(2);
    expect(await outcome(submit([to("a", "b")]))).toBe("accepted");
    expect(await outcome(submit([to("a")]))).toContain("insufficient_credits: This call needs 1 credit,");
  });

  it("hold although the process believes the account unlimited, and the other way round", async () => {
    const unaware = drive.caller;
    await grant(1);
    const aware = drive.caller;
    drive.caller = unaware;
    expect(await outcome(submit([to("a")]))).toBe("accepted");
    expect(await outcome(submit([to("a")]))).toContain("insufficient_credits");
    await unlimitCredits(drive.test.context, of());
    drive.caller = aware;
    expect(await outcome(submit([to("a", "b", "c")]))).toBe("accepted");
  });

  it("cost nothing for test mail", async () => {
    await grant(1);
    drive.caller = await authenticate(drive.test.context, `Bearer ${drive.account.keys.test}`);
    await post(drive, to("a", "b", "c"));
    expect(await balance()).toBe(1);
  });

  it("cost nothing for the repeat of a request, also where both come at once and one would do", async () => {
    await grant(3);
    const twice = () => submit([to("a", "b")], { idempotencyKey: "k" });
    const answers = await Promise.all([twice(), twice(), twice()]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await balance()).toBe(1);
    expect((await submit([to("a", "b")], { idempotencyKey: "k" })).replayed).toBe(true);
  });

  it("do not use up the key of a request that they refused", async () => {
    await grant(1);
    expect(await outcome(submit([to("a", "b")], { idempotencyKey: "k" }))).toContain("insufficient");
    await grant(1);
    expect(await outcome(submit([to("a", "b")], { idempotencyKey: "k" }))).toBe("accepted");
    expect(await balance()).toBe(0);
  });

  it("refuse the whole of a batch, a permissive one too", async () => {
    await grant(2);
    const batch = [to("a"), to("b"), to("c")];
    for (const validation of ["strict", "permissive"] as const)
      expect(await outcome(submit(batch, { batch: validation }))).toContain("needs 3 credits");
    expect(await query("SELECT 1 FROM messages")).toEqual([]);
  });

  it("never go below zero, whoever sends at once, and let as many through as there are credits", async () => {
    await grant(25);
    const other = await driveOver(drive.test, await seedAccount(drive.test.context));
    const mine = Promise.all(Array.from({ length: 60 }, () => outcome(submit([to("a")]))));
    const theirs = Promise.all(Array.from({ length: 20 }, () => post(other)));
    await theirs;
    expect((await mine).filter((one) => one === "accepted")).toHaveLength(25);
    expect(await balance()).toBe(0);
    expect(await query("SELECT 1 FROM messages WHERE account_id = $1", [of()])).toHaveLength(25);
  });

  it("let a smaller request through beside one that is too dear", async () => {
    await grant(2);
    const results = await Promise.all([to("a", "b", "c"), to("a")].map((draft) => outcome(submit([draft]))));
    expect(results.map((one) => one.split(":")[0])).toEqual(["insufficient_credits", "accepted"]);
  });

  describe("of what never left", () => {
    it("come back once the message is settled, and once only", async () => {
      await grant(10);
      await query(
        `INSERT INTO suppressions (account_id, address, reason, origin, created_at) VALUES ($1, 'b@example.com', 'bounce', 'api', $2)`,
        [of(), start],
      );
      const id = await post(drive, to("a", "b"));
      expect(await later(MINUTE_MS)).toBe(0);
      await sendDue(drive);
      expect(await statusOf(drive, id, 1)).toBe("suppressed");
      expect(await later(10 * MINUTE_MS)).toBe(1);
      expect(await later(60 * MINUTE_MS)).toBe(0);
      expect((await short()).at(-1)).toEqual(["refund", 1, 9]);
      expect((await lines()).at(-1)?.messageId).toBe(id);
      expect(await query("SELECT 1 FROM credit_holds")).toEqual([]);
    });

    it("come back at once for a schedule that is cancelled, however far ahead it was", async () => {
      await grant(5);
      const id = await post(drive, {
        ...to("a", "b"),
        scheduledAt: new Date(start.getTime() + 20 * 86_400_000),
      });
      expect(await later(2 * MINUTE_MS)).toBe(0);
      await cancel(drive.test.context, drive.caller, id);
      expect(await later(1)).toBe(2);
      expect(await balance()).toBe(5);
    });

    it("come back for what SES refused, and not for what may have left", async () => {
      await grant(5);
      drive.test.world.sesAnswers.push(
        { kind: "rejected", code: "MessageRejected", detail: "no" },
        { kind: "unknown", code: "timeout", detail: "no answer" },
      );
      await post(drive, to("a"));
      await sendDue(drive);
      const unclear = await post(drive, to("b"));
      await sendDue(drive);
      await query("UPDATE recipients SET status = 'failed', lease_until = NULL WHERE message_id = $1", [
        unclear,
      ]);
      expect(await later(2 * MINUTE_MS)).toBe(1);
      expect(await balance()).toBe(4);
      expect(await query("SELECT 1 FROM credit_holds")).toEqual([]);
    });

    it("are not given to an account that is unlimited by then", async () => {
      await grant(5);
      const id = await post(drive, { ...to("a"), scheduledAt: new Date(start.getTime() + 86_400_000) });
      await cancel(drive.test.context, drive.caller, id);
      await unlimitCredits(drive.test.context, of());
      expect(await later(2 * MINUTE_MS)).toBe(0);
      expect(await balance()).toBeNull();
      expect(await short()).toEqual([
        ["grant", 5, 5],
        ["debit", -1, 4],
        ["debit", -4, 0],
      ]);
    });

    it("are looked for again, later and later, while a message waits", async () => {
      await grant(5);
      await post(drive, to("a"));
      await query("UPDATE recipients SET status = 'held', due_at = NULL");
      await later(MINUTE_MS);
      const [first] = await query("SELECT due_at FROM credit_holds");
      expect(first?.["due_at"]).toEqual(new Date(start.getTime() + 2 * MINUTE_MS));
      await later(2 * 60 * MINUTE_MS);
      const [second] = await query("SELECT due_at FROM credit_holds");
      expect(second?.["due_at"]).toEqual(new Date(drive.test.clock.now().getTime() + 60 * MINUTE_MS));
    });
  });

  it("add up to the balance after any run of acts", async () => {
    const act = fc.record({
      kind: fc.constantFrom("grant", "send", "cancel"),
      n: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        drive = await driveOver(drive.test, await seedAccount(drive.test.context));
        await grant(3);
        const done = await Promise.all(
          acts.map(async ({ kind, n }) => {
            if (kind === "grant")
              return grantCredits(drive.test.context, { accountId: of(), amount: n, note: null });
            const scheduledAt = kind === "cancel" ? new Date(start.getTime() + 86_400_000) : undefined;
            const names = ["a", "b", "c", "d"].slice(0, n);
            const sent = await post(drive, { ...to(...names), ...(scheduledAt && { scheduledAt }) }).catch(
              () => undefined,
            );
            if (sent !== undefined && kind === "cancel") await cancel(drive.test.context, drive.caller, sent);
            return sent;
          }),
        );
        expect(done).toHaveLength(acts.length);
        await refundCredits(drive.test.context);
        const ledger = await lines();
        expect(ledger.reduce((sum, { amount }) => sum + amount, 0)).toBe(await balance());
        ledger.reduce((before, line) => {
          expect(line.balance).toBe(before + line.amount);
          expect(line.balance).toBeGreaterThanOrEqual(0);
          return line.balance;
        }, 0);
      }),
      { numRuns: 15 },
    );
  });

  it.each(["UPDATE credit_entries SET amount = 1", "DELETE FROM credit_entries", "TRUNCATE credit_entries"])(
    "have a ledger that nobody changes: %s",
    async (text) => {
      await grant(1);
      await expect(query(text)).rejects.toThrow("append-only");
    },
  );
});
