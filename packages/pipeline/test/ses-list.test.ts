import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { keepSesList } from "@sendex/pipeline/suppressions/keep-ses-list";
import { unsuppress } from "@sendex/pipeline/suppressions/unsuppress";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import type { Tenant } from "@sendex/data/access/api-keys";
import { seedAccount } from "@sendex/testing/accounts";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { statusOf, timeline } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { plain } from "@sendex/data/database/pools";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ADDRESS = "someone@example.com";

describe("the SES account's suppression list", () => {
  let drive: Drive;
  let other: Drive;
  beforeAll(async () => {
    drive = await openDrive();
    const account = await seedAccount(drive.test.context);
    const caller: Tenant = await authenticate(drive.test.context, account.authorization);
    other = { ...drive, account, caller };
  });
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    await plain(drive.test.context.data).query("TRUNCATE suppressions, ses_suppressions, ses_list_reads");
    const { sesList, sent } = drive.test.world;
    sesList.entries.clear();
    sesList.calls.length = 0;
    sesList.down = false;
    sent.length = 0;
  });

  const keep = () => keepSesList(drive.test.context);
  const advance = (ms: number) => drive.test.clock.advance(ms);
  /** So far that the scheduler makes partitions meanwhile. */
  const passOver = async (ms: number) => {
    advance(ms);
    await ensurePartitions(drive.test.context.data, drive.test.clock.now());
  };
  const list = () => drive.test.world.sesList;
  const calls = () => list().calls.filter((call) => call !== "all" && call !== "changes");
  const states = async () => {
    const { rows } = await plain(drive.test.context.data).query<{ address: string; state: string }>(
      "SELECT address, state FROM ses_suppressions ORDER BY address",
    );
    return rows.map(({ address, state }) => `${address} ${state}`);
  };
  const suppressions = async (of: Drive) => {
    const { rows } = await plain(drive.test.context.data).query<{ reason: string; origin: string }>(
      "SELECT reason, origin FROM suppressions WHERE account_id = $1",
      [of.account.accountId],
    );
    return rows.map(({ reason, origin }) => `${reason} ${origin}`);
  };
  /** A message of this account that was sent and then bounced. */
  const bounce = async (of: Drive, name: "bounced" | "complained" = "bounced") => {
    const id = await post(of);
    await sendDue(of);
    const [type, body] = EVENTS[name];
    await hear(of, [sesEvent(of, { id }, type, body)]);
    return id;
  };
  const remove = (of: Drive, confirmed = false) =>
    unsuppress(of.test.context, of.caller, { addresses: [ADDRESS], ids: [], confirmed });
  const send = async (of: Drive, draft = {}) => {
    const id = await post(of, draft);
    await sendDue(of);
    return statusOf(of, id);
  };

  it("is told of what was reported to us and is not there after a while", async () => {
    await bounce(drive);
    await keep();
    expect(calls()).toEqual([]);
    advance(10 * MINUTE);
    await keep();
    expect([calls(), list().entries.get(ADDRESS)]).toEqual([[`find ${ADDRESS}`, `put ${ADDRESS}`], "bounce"]);
    expect(await states()).toEqual([`${ADDRESS} listed`]);
    await keep();
    expect(calls()).toHaveLength(2);
  });

  it("is not told of what it has, nor of what an owner wrote down", async () => {
    await bounce(drive);
    list().entries.set(ADDRESS, "bounce");
    await keep();
    advance(10 * MINUTE);
    await keep();
    expect([calls(), await states()]).toEqual([[], [`${ADDRESS} listed`]]);
  });

  it("is read in full at first and every day, and its changes every minute", async () => {
    for (const step of [0, 1_000, MINUTE, MINUTE, DAY]) {
      advance(step);
      await keep();
    }
    expect(list().calls).toEqual(["all", "changes", "changes", "all"]);
  });

  it("is read on where a turn ended", async () => {
    for (let i = 0; i < 9; i += 1) list().entries.set(`n${i}@example.com`, "bounce");
    await keep();
    expect(await states()).toHaveLength(4);
    await keep();
    await keep();
    expect(await states()).toHaveLength(9);
    advance(MINUTE);
    await keep();
    expect(list().calls.at(-1)).toBe("changes");
  });

  it("stops every account's mail to an address, each of which then has it on its own list", async () => {
    list().entries.set("Someone@Example.com", "complaint");
    list().entries.set("bounce@simulator.amazonses.com", "bounce");
    await keep();
    expect(await states()).toEqual([`${ADDRESS} listed`]);
    expect([await send(drive), await suppressions(drive)]).toEqual(["suppressed", ["complaint ses_list"]]);
    expect(await suppressions(other)).toEqual([]);
    expect(await send(other)).toBe("suppressed");
    expect(await suppressions(other)).toEqual(["complaint ses_list"]);
    expect(drive.test.world.sent).toEqual([]);
  });

  it("loses an address that an account removes; mail to it waits for that, and then goes", async () => {
    await bounce(drive);
    list().entries.set(ADDRESS, "bounce");
    await keep();
    await send(other);
    await remove(drive);
    const id = await post(drive);
    await sendDue(drive);
    expect([await statusOf(drive, id), (await timeline(drive, id)).at(-1)]).toEqual(["queued", "paused"]);
    await keep();
    expect([list().entries.size, await states()]).toEqual([0, [`${ADDRESS} removed`]]);
    expect(await suppressions(other)).toEqual([]);
    advance(3_000);
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("sent");
  });

  it("keeps an address that another account heard the like of", async () => {
    await bounce(drive);
    await bounce(other);
    list().entries.set(ADDRESS, "bounce");
    await keep();
    await remove(drive);
    await keep();
    expect([calls(), list().entries.size]).toEqual([[], 1]);
    expect([await send(drive), await suppressions(drive)]).toEqual(["suppressed", ["bounce ses_list"]]);
    await remove(other);
    await keep();
    expect(list().entries.size).toBe(0);
  });

  it("that cannot be reached is told later, and nobody's mail waits for it forever", async () => {
    await bounce(drive, "complained");
    list().entries.set(ADDRESS, "complaint");
    await keep();
    list().down = true;
    await remove(drive, true);
    await keep();
    expect([calls(), await states()]).toEqual([[`remove ${ADDRESS}`], [`${ADDRESS} removing`]]);
    await keep();
    expect(calls()).toHaveLength(1);
    const id = await post(drive);
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("queued");
    advance(15 * MINUTE);
    await keep();
    expect(calls()).toHaveLength(2);
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("sent");
    list().down = false;
    advance(60 * MINUTE);
    await keep();
    expect([list().entries.size, await states()]).toEqual([0, [`${ADDRESS} removed`]]);
  });

  it("is believed where an operator emptied it, at the next full reading", async () => {
    list().entries.set(ADDRESS, "bounce");
    await keep();
    await send(drive);
    list().entries.clear();
    advance(MINUTE);
    await keep();
    expect(await send(drive)).toBe("suppressed");
    advance(DAY);
    await keep();
    expect([await states(), await suppressions(drive), await send(drive)]).toEqual([[], [], "sent"]);
  });

  it("that still shows for a moment what was removed does not bring it back", async () => {
    await bounce(drive);
    list().entries.set(ADDRESS, "bounce");
    await keep();
    await remove(drive);
    await keep();
    list().entries.set(ADDRESS, "bounce");
    advance(MINUTE);
    await keep();
    expect(await states()).toEqual([`${ADDRESS} removed`]);
    advance(5 * MINUTE);
    await keep();
    expect(await states()).toEqual([`${ADDRESS} listed`]);
  });

  describe("a bounced address that a month has passed over", () => {
    const critical = { priority: "critical" } as const;
    beforeEach(async () => {
      await bounce(drive);
      await passOver(30 * DAY - 1);
    });

    it("gets one critical mail, and no other", async () => {
      expect(await send(drive, critical)).toBe("suppressed");
      advance(1);
      expect(await send(drive)).toBe("suppressed");
      const ids = [await post(drive, critical), await post(drive, critical), await post(drive, critical)];
      await sendDue(drive);
      const shown = await Promise.all(ids.map((id) => statusOf(drive, id)));
      expect(shown.sort()).toEqual(["sent", "suppressed", "suppressed"]);
      expect(drive.test.world.sent).toHaveLength(2);
      await passOver(90 * DAY - 1);
      expect(await send(drive, critical)).toBe("suppressed");
      advance(1);
      expect(await send(drive, critical)).toBe("sent");
    });

    it("is taken off SES's list first, where only this account heard of the bounce", async () => {
      advance(1);
      list().entries.set(ADDRESS, "bounce");
      await keep();
      const id = await post(drive, critical);
      await sendDue(drive);
      expect(await statusOf(drive, id)).toBe("queued");
      await keep();
      advance(3_000);
      await sendDue(drive);
      expect(await statusOf(drive, id)).toBe("sent");
    });

    it("stays there where another account heard of it too, or of a complaint", async () => {
      advance(1);
      list().entries.set(ADDRESS, "complaint");
      await keep();
      expect(await send(drive, critical)).toBe("suppressed");
      await plain(drive.test.context.data).query("UPDATE ses_suppressions SET reason = 'bounce'");
      await plain(drive.test.context.data).query(
        "INSERT INTO suppressions (account_id, address, reason, origin, created_at) VALUES ($1, $2, 'bounce', 'ses', now())",
        [other.account.accountId, ADDRESS],
      );
      expect(await send(drive, critical)).toBe("suppressed");
    });
  });

  it("a complaint's address gets no critical mail, however long ago it was", async () => {
    await bounce(drive, "complained");
    await passOver(4_000 * DAY);
    expect(await send(drive, { priority: "critical" })).toBe("suppressed");
  });
});
