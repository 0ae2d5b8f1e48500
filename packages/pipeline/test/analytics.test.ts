import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { MEASURES, noMeasures } from "@sendex/core/analytics/measures";
import { rollUpMetrics } from "@sendex/data/analytics/roll-up";
import { plain } from "@sendex/data/database/pools";
import { recount } from "@sendex/pipeline/analytics/recount";
import { rollUpAll } from "@sendex/pipeline/analytics/roll-up";
import { type Drive, openDrive, post } from "@sendex/testing/drive";
import fc from "fast-check";
import { expectRight, questionsOf } from "./analytics-answers";
import { begin, EVERYTHING, HISTORY, openHistories, OVERTAKEN, play, WHOLE } from "./analytics-history";
import { happenings } from "./analytics-model";

let first: Drive;
beforeAll(async () => {
  first = await openHistories();
});
afterAll(() => first.test.close());

describe("rolling up", () => {
  it("moves no more than it is asked to, by a plan that was made while nothing waited", async () => {
    const drive = await openDrive();
    const { data } = drive.test.context;
    await plain(data).query("ANALYZE metric_deltas");
    expect(await rollUpMetrics(data, 2)).toBe(0);
    for (let n = 0; n < 5; n += 1) await post(drive);
    const moved: number[] = [];
    while (moved.at(-1) !== 0) moved.push(await rollUpMetrics(data, 2));
    expect(moved).toEqual([2, 2, 1, 0]);
    await drive.test.close();
  });
});

describe("analytics", () => {
  it("equal a count over the rows, by every dimension, period and zone, counted on the way or anew", async () => {
    const seen = noMeasures();
    await fc.assert(
      fc.asyncProperty(HISTORY, fc.nat(), async (history, chosen) => {
        const drive = await begin(first);
        await play(drive, history);
        await rollUpAll(drive.test.context.data);
        const found = await happenings(drive);
        for (const { measure } of found) seen[measure] += 1;
        const questions = questionsOf(chosen);
        await expectRight(drive, found, questions);
        // After each slice: nothing is ever counted twice, or missing.
        await recount(drive.test.context, drive.account.accountId, WHOLE, "a test", {
          mostRecipients: 1 + (chosen % 7),
          told: () => expectRight(drive, found, questions.slice(0, 1)),
        });
        await expectRight(drive, found, questions);
      }),
      {
        numRuns: 12,
        examples: [
          [EVERYTHING, 1],
          [OVERTAKEN, 0],
        ],
      },
    );
    expect(MEASURES.filter((measure) => seen[measure] === 0)).toEqual([]);
  });
});
