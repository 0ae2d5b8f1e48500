import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { openAdmission } from "@sendex/pipeline/sending/admit";
import { type Cell, quarantine } from "@sendex/pipeline/sending/quarantine";
import { sendRecipient } from "@sendex/pipeline/sending/send-recipient";
import { sweep } from "@sendex/pipeline/sending/sweep";
import type { SendJob } from "@sendex/queue/names";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { rowOf, timeline } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { plain } from "@sendex/data/database/pools";

const LEASE_MS = 20_001;
const SETTLE_MS = 120_001;

describe("quarantine", () => {
  let drive: Drive;
  let admit: () => Promise<number>;
  beforeAll(async () => {
    drive = await openDrive();
    admit = openAdmission(drive.test.context);
  });
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    drive.test.world.sent.length = 0;
    drive.test.world.sesAnswers.length = 0;
    await plain(drive.test.context.data).query("TRUNCATE recipients, messages, dead_letters, send_routes");
  });

  const claim = (job: Omit<SendJob, "priority">) => drive.test.context.batches.claim(job);
  const jobOf = async (messageId: string): Promise<SendJob> => {
    const { due_at, priority } = await rowOf(drive, messageId);
    if (!(due_at instanceof Date)) throw new Error(`${messageId} is not due`);
    const due = due_at.getTime();
    return {
      accountId: drive.account.accountId,
      messageId,
      n: 0,
      priority: priority === "critical" ? "critical" : "standard",
      due,
    };
  };
  /** Nobody comes back from a claim: its lease runs out, and no evidence comes. */
  const settle = async (): Promise<void> => {
    drive.test.clock.advance(LEASE_MS);
    await sweep(drive.test.context);
    drive.test.clock.advance(SETTLE_MS);
    await sweep(drive.test.context);
  };
  /** A message whose worker was lost with it. */
  const suspect = async (draft: Parameters<typeof post>[1] = {}): Promise<string> => {
    const id = await post(drive, draft);
    await claim(await jobOf(id));
    await settle();
    return id;
  };
  const waiting = async () => {
    const depths = await drive.test.context.queues.depths();
    return {
      ordinary: depths["send-critical"].waiting + depths["send-standard"].waiting,
      quarantine: depths["send-quarantine"].waiting,
    };
  };
  const letters = async () => {
    const { rows } = await plain(drive.test.context.data).query<Record<string, unknown>>(
      "SELECT kind, subject_id, part, reason, resolution FROM dead_letters",
    );
    return rows;
  };

  const survive: Cell = async (job) => {
    await sendRecipient(drive.test.context, drive.sender, job);
    return "done";
  };
  const dieAfterClaim: Cell = async (job) => {
    await claim(job);
    return "died";
  };
  const dieBeforeClaim: Cell = async () => "died";
  const run = async (id: string, cell: Cell) => quarantine(drive.test.context, cell, await jobOf(id));

  it("takes what was in a worker's hands when it was lost, and nothing else", async () => {
    const id = await suspect();
    expect(await rowOf(drive, id)).toMatchObject({ status: "queued", suspect: true, crashes: 0 });
    const innocent = await post(drive);
    drive.test.clock.advance(5_001);
    const before = await waiting();
    expect(await admit()).toBe(2);
    expect(await waiting()).toEqual({
      ordinary: before.ordinary,
      quarantine: before.quarantine + 1,
    });
    expect(await rowOf(drive, innocent)).toMatchObject({ suspect: false });
    expect(await admit()).toBe(0);
  });

  it("suspects nothing of an outcome that SES left open", async () => {
    drive.test.world.sesAnswers.push({ kind: "unknown", code: "ECONNRESET", detail: "reset" });
    const id = await post(drive);
    await sendDue(drive);
    drive.test.clock.advance(SETTLE_MS);
    await sweep(drive.test.context);
    expect(await rowOf(drive, id)).toMatchObject({ status: "queued", suspect: false });
  });

  it("admits critical suspects first, and none of a route that is shut", async () => {
    const standard = await suspect();
    const critical = await suspect({ priority: "critical" });
    const pool = plain(drive.test.context.data);
    const shut = new Date(drive.test.clock.now().getTime() + 30_000);
    await pool.query("INSERT INTO send_routes VALUES ('sandbox', $1, 'x', $2)", [
      drive.test.clock.now(),
      shut,
    ]);
    expect(await admit()).toBe(0);
    drive.test.clock.set(shut);
    const enqueued: string[] = [];
    const queues = {
      ...drive.test.context.queues,
      enqueueSuspects: async (jobs: readonly SendJob[]) =>
        void enqueued.push(...jobs.map((job) => job.messageId)),
    };
    await openAdmission({ ...drive.test.context, queues })();
    expect(enqueued).toEqual([critical, standard]);
  });

  it("clears of suspicion what comes to a result, sent or not", async () => {
    const sent = await suspect();
    await run(sent, survive);
    expect(await rowOf(drive, sent)).toMatchObject({ status: "sent", suspect: false, attempt: 2 });
    const retried = await suspect();
    drive.test.world.sesAnswers.push({ kind: "retry", code: "Busy", detail: "", alert: false });
    await run(retried, survive);
    expect(await rowOf(drive, retried)).toMatchObject({ status: "queued", suspect: false, crashes: 0 });
  });

  it("keeps under suspicion what was put back before its claim", async () => {
    const id = await suspect();
    const paced = {
      ...drive.sender.rate,
      reserve: async () => ({ reserved: false, waitMs: 5_000 }) as const,
    };
    const putBack: Cell = async (job) => {
      await sendRecipient(drive.test.context, { ...drive.sender, rate: paced }, job);
      return "done";
    };
    await run(id, putBack);
    expect(await rowOf(drive, id)).toMatchObject({ status: "queued", reason: "paced", suspect: true });
  });

  it("makes a dead letter of what ends three processes, and says so on the timeline", async () => {
    const id = await suspect();
    for (const crashes of [1, 2, 3]) {
      await run(id, dieAfterClaim);
      expect(await rowOf(drive, id)).toMatchObject({ status: "sending", unknown: true, crashes });
      drive.test.clock.advance(SETTLE_MS);
      await sweep(drive.test.context);
      if (crashes < 3)
        expect(await rowOf(drive, id)).toMatchObject({ status: "queued", suspect: true, crashes });
    }
    expect(await rowOf(drive, id)).toMatchObject({
      status: "queued",
      reason: "dead_lettered",
      due_at: null,
      lease_until: null,
      crashes: 3,
    });
    expect(await letters()).toEqual([
      { kind: "recipient", subject_id: id, part: "0", reason: "worker_crashes", resolution: null },
    ]);
    expect((await timeline(drive, id)).at(-1)).toBe("dead_lettered");
    drive.test.clock.advance(86_400_000);
    expect(await admit()).toBe(0);
    expect(await sweep(drive.test.context)).toBe(0);
  });

  it("makes a dead letter at once of what ends three processes before it is claimed", async () => {
    const id = await suspect();
    for (const crashes of [1, 2]) {
      await run(id, dieBeforeClaim);
      expect(await rowOf(drive, id)).toMatchObject({ status: "queued", reason: "worker_crashed", crashes });
      drive.test.clock.advance(1_001);
    }
    await run(id, dieBeforeClaim);
    expect(await rowOf(drive, id)).toMatchObject({ reason: "dead_lettered", due_at: null });
    expect(await letters()).toHaveLength(1);
  });

  it("waits for evidence of the attempt that ended its process, and lets it win", async () => {
    const id = await suspect();
    await run(id, dieAfterClaim);
    await hear(drive, [sesEvent(drive, { id, attempt: 2 }, ...EVENTS.sent)]);
    drive.test.clock.advance(SETTLE_MS);
    expect(await sweep(drive.test.context)).toBe(0);
    expect(await rowOf(drive, id)).toMatchObject({ status: "sent", suspect: false, crashes: 0 });
  });

  it("counts a run whose end nobody saw at the end of its lease", async () => {
    const id = await suspect();
    await claim(await jobOf(id));
    await settle();
    expect(await rowOf(drive, id)).toMatchObject({ status: "queued", suspect: true, crashes: 1 });
  });

  it("counts a run that hung past its lease once, though its end is seen later", async () => {
    const id = await suspect();
    const hang: Cell = async (job) => {
      await claim(job);
      drive.test.clock.advance(LEASE_MS);
      await sweep(drive.test.context);
      return "died";
    };
    await run(id, hang);
    expect(await rowOf(drive, id)).toMatchObject({ status: "sending", unknown: true, crashes: 1 });
  });

  it("blames nothing for a process that ended after the result", async () => {
    const id = await suspect();
    await run(id, async (job) => {
      await survive(job);
      return "died";
    });
    expect(await rowOf(drive, id)).toMatchObject({ status: "sent", crashes: 0 });
  });

  it("runs nothing for a turn that is over or that nothing is suspected of", async () => {
    const id = await suspect();
    const job = await jobOf(id);
    await run(id, survive);
    const innocent = await post(drive);
    let ran = 0;
    const count: Cell = async () => {
      ran += 1;
      return "done";
    };
    await quarantine(drive.test.context, count, job);
    await run(innocent, count);
    expect(ran).toBe(0);
  });

  it("leaves the claim of another worker alone", async () => {
    const id = await suspect();
    const overtaken: Cell = async (job) => {
      await claim(job);
      await survive(job);
      return "done";
    };
    await run(id, overtaken);
    expect(await rowOf(drive, id)).toMatchObject({ status: "sending", suspect: true });
  });
});
