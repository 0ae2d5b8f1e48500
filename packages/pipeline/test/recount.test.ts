import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { plain } from "@sendex/data/database/pools";
import { DAY_MS, startOfDay } from "@sendex/kit/day";
import { recount, type Recounted } from "@sendex/pipeline/analytics/recount";
import { rollUpAll } from "@sendex/pipeline/analytics/roll-up";
import type { Drive } from "@sendex/testing/drive";
import fc from "fast-check";
import { expectRight, questionsOf } from "./analytics-answers";
import {
  type Act,
  begin,
  EVERYTHING,
  HISTORY,
  openHistories,
  play,
  POST,
  type Posted,
  SEND,
  START,
  WHOLE,
} from "./analytics-history";
import { happenings } from "./analytics-model";

let first: Drive;
beforeAll(async () => {
  first = await openHistories();
});
afterAll(() => first.test.close());

describe("a recount", () => {
  it("is right once it was stopped half-way and run again, whatever happens meanwhile", async () => {
    let stopped = 0;
    await fc.assert(
      fc.asyncProperty(HISTORY, HISTORY, fc.nat(), async (before, meanwhile, chosen) => {
        const drive = await begin(first);
        const { context } = drive.test;
        const posted: Posted[] = [];
        await play(drive, before, posted);
        await rollUpAll(context.data);
        await plain(context.data).query(
          "UPDATE metrics SET sent = sent + 7, opened = 0; DELETE FROM metric_delays",
        );
        // Nobody else counts while a recount does.
        const acts = meanwhile.filter(({ act }) => act !== "count");
        let { from } = WHOLE;
        const run = (most: number) => {
          let slices = 0;
          return recount(context, drive.account.accountId, { ...WHOLE, from }, "a test", {
            mostRecipients: 1 + (chosen % 7),
            async told({ to }) {
              await play(drive, acts.splice(0, 2), posted);
              slices += 1;
              if (slices <= most) return;
              // Anew, or from where it ended.
              if (chosen % 2 === 0) from = to;
              throw new Stopped();
            },
          });
        };
        await run(chosen % 5).catch((error: unknown) => {
          if (!(error instanceof Stopped)) throw error;
          stopped += 1;
        });
        if (chosen % 3 === 0) await rollUpAll(context.data);
        if (from < WHOLE.to) await run(Infinity);
        await rollUpAll(context.data);
        await expectRight(drive, await happenings(drive), questionsOf(chosen));
      }),
      { numRuns: 6, examples: [[EVERYTHING, EVERYTHING, 1]] },
    );
    expect(stopped).toBeGreaterThan(0);
  });

  it("has mail that was accepted long before its first day", async () => {
    const drive = await begin(first);
    const { context } = drive.test;
    const days = 3 * 24 * 60;
    await play(drive, [
      { ...POST, to: ["gmail.example"], later: days },
      { act: "wait", minutes: days },
      SEND,
    ]);
    await rollUpAll(context.data);
    const from = startOfDay(new Date(START.getTime() + 2 * DAY_MS));
    await plain(context.data).query("UPDATE metrics SET sent = sent + 7 WHERE at >= $1", [from]);
    await recount(context, drive.account.accountId, { ...WHOLE, from }, "a test");
    await expectRight(drive, await happenings(drive), [
      { dimension: "tag", granularity: "daily", zone: "UTC", byDomain: true },
    ]);
  });

  it("that is stopped leaves the slices that it counted, and the others as they were", async () => {
    const drive = await begin(first);
    const { context } = drive.test;
    const mail: Act[] = [{ ...POST, to: ["gmail.example", "corp.example"] }, SEND];
    await play(drive, [...mail, { act: "wait", minutes: 48 * 60 }, ...mail, { act: "wait", minutes: 60 }]);
    await rollUpAll(context.data);
    await plain(context.data).query("UPDATE metrics SET sent = sent + 7");
    const done: Recounted[] = [];
    const stop = recount(context, drive.account.accountId, WHOLE, "a test", {
      mostRecipients: 2,
      told(progress) {
        done.push(progress);
        throw new Stopped();
      },
    });
    await expect(stop).rejects.toThrow(Stopped);
    expect(done).toMatchObject([{ from: WHOLE.from, done: 1, of: 2 }]);
    const { rows } = await plain(context.data).query(
      `SELECT at, sent FROM metrics WHERE account_id = $1 AND dimension = 'all' AND minutes = 60 ORDER BY at`,
      [drive.account.accountId],
    );
    expect(rows).toMatchObject([{ sent: 2 }, { sent: 9 }]);
  });
});

class Stopped extends Error {}
