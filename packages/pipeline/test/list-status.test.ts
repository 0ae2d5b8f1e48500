import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { MESSAGE_PRECEDENCE } from "@sendex/core/reports/status";
import { listMessages } from "@sendex/pipeline/messages/read";
import { type Drive, openDrive, post } from "@sendex/testing/drive";
import { plain } from "@sendex/data/database/pools";

let drive: Drive;
/** What each message shows, the newest first. */
const shown: { id: string; status: string }[] = [];
const STATUSES = ["queued", "delivered", "bounced", "failed", "sent"] as const;

beforeAll(async () => {
  drive = await openDrive();
  const pool = plain(drive.test.context.data);
  for (let i = 0; i < 60; i += 1) {
    const to = Array.from({ length: 1 + (i % 7) * 3 }, (_, n) => ({ address: `r${n}@example.com` }));
    const id = await post(drive, { to });
    // Recipients of one message differ, and a status comes in runs.
    const statuses = to.map(
      (_, n) => STATUSES[(Math.floor(i / 9) + (n % 5 === 4 ? 1 : 0)) % STATUSES.length] ?? "sent",
    );
    await pool.query(
      "UPDATE recipients r SET status = x.status FROM unnest($2::text[]) WITH ORDINALITY AS x(status, i) WHERE message_id = $1 AND r.n = x.i - 1",
      [id, statuses],
    );
    shown.unshift({ id, status: MESSAGE_PRECEDENCE.find((one) => statuses.some((s) => s === one)) ?? "" });
  }
});
afterAll(() => drive.test.close());

it.each(STATUSES)(
  "a list by the status %s has all that show it, page by page, in both directions",
  async (status) => {
    const expected = shown.filter((one) => one.status === status).map(({ id }) => id);
    const page = async (edge: { after?: string; before?: string }) =>
      (
        await listMessages(drive.test.context, drive.caller, { status, limit: 2, surface: "sendex", ...edge })
      ).data.map(({ id }) => id);
    const onwards: string[] = [];
    for (let ids = await page({}); ids.length > 0; ids = await page({ after: ids.at(-1) ?? "" }))
      onwards.push(...ids);
    expect(onwards).toEqual(expected);
    const back: string[] = [];
    const oldest = shown.at(-1)?.id ?? "";
    for (let ids = await page({ before: oldest }); ids.length > 0; ids = await page({ before: ids[0] ?? "" }))
      back.unshift(...ids);
    expect(back).toEqual(expected.filter((id) => id > oldest));
  },
);
