import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { listMessages, type MessageFilter } from "@sendex/pipeline/messages/read";
import { type Drive, driveOver, openDrive, post } from "@sendex/testing/drive";
import { plain } from "@sendex/data/database/pools";

let drive: Drive;
let testDrive: Drive;
/** Newest first. */
const sent: { id: string; tags: string[]; subject: string }[] = [];
const testMail: string[] = [];

beforeAll(async () => {
  drive = await openDrive();
  const { test, account } = drive;
  testDrive = await driveOver(test, { ...account, authorization: `Bearer ${account.keys.test}` });
  for (let i = 0; i < 40; i += 1) {
    // A common one that the newest do not have, and one of four mails each.
    const tags = [`order:${Math.floor(i / 4)}`, ...(i < 30 && i % 3 > 0 ? ["campaign:spring"] : [])];
    const subject = i % 2 === 0 ? "Even" : "Odd";
    const id = await post(drive, {
      subject,
      tags: tags.map((tag) => ({ name: tag.split(":")[0] ?? "", value: tag.split(":")[1] ?? "" })),
    });
    sent.unshift({ id, tags, subject });
    if (i % 5 === 0)
      testMail.unshift(await post(testDrive, { tags: [{ name: "campaign", value: "spring" }] }));
  }
});
afterAll(() => drive.test.close());

const having = (tag: string) => sent.filter(({ tags }) => tags.includes(tag));
const page = async (asked: Partial<MessageFilter>, by = drive): Promise<string[]> => {
  const filter = { limit: 3, surface: "sendex", ...asked } as const;
  return (await listMessages(by.test.context, by.caller, filter)).data.map(({ id }) => id);
};
const spring = { name: "campaign", value: "spring" };

describe("a list by tag", () => {
  it("has all that have it, newest first, page by page, in both directions, whatever is newer", async () => {
    const expected = having("campaign:spring").map(({ id }) => id);
    const onwards: string[] = [];
    for (
      let ids = await page({ tag: spring });
      ids.length > 0;
      ids = await page({ tag: spring, after: ids.at(-1) ?? "" })
    )
      onwards.push(...ids);
    expect(onwards).toEqual(expected);
    const back: string[] = [];
    const oldest = sent.at(-1)?.id ?? "";
    for (
      let ids = await page({ tag: spring, before: oldest });
      ids.length > 0;
      ids = await page({ tag: spring, before: ids[0] ?? "" })
    )
      back.unshift(...ids);
    expect(back).toEqual(expected);
  });

  it.each<[string, Partial<MessageFilter>, (one: { id: string; subject: string }) => boolean]>([
    ["a subject", { q: "even" }, ({ subject }) => subject === "Even"],
    ["a sender", { sender: "nobody@example.com" }, () => false],
    ["a recipient", { recipient: "someone@example.com" }, () => true],
    ["a status", { status: "queued" }, () => true],
    ["another status", { status: "delivered" }, () => false],
    ["two of them", { status: "queued", q: "odd" }, ({ subject }) => subject === "Odd"],
  ])("may be narrowed by %s", async (_, more, keeps) => {
    const expected = having("campaign:spring").filter(keeps);
    expect(await page({ tag: spring, limit: 50, ...more })).toEqual(expected.map(({ id }) => id));
  });

  it("knows a name and its value together, and mail of its own mode", async () => {
    expect(await page({ tag: { name: "order", value: "2" } })).toEqual(
      having("order:2")
        .slice(0, 3)
        .map(({ id }) => id),
    );
    expect(await page({ tag: { name: "campaign", value: "2" } })).toEqual([]);
    expect(await page({ tag: spring, limit: 50 }, testDrive)).toEqual(testMail);
  });

  it("is kept as mail is accepted, a row for each of its tags", async () => {
    const { rows } = await plain(drive.test.context.data).query<{ count: string }>(
      "SELECT count(*) AS count FROM message_tags WHERE account_id = $1",
      [drive.account.accountId],
    );
    const live = sent.reduce((sum, { tags }) => sum + tags.length, 0);
    expect(Number(rows[0]?.count)).toBe(live + testMail.length);
  });
});
