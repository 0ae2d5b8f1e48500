import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Caller } from "@sendex/core/access";
import type { Condition, SegmentRule } from "@sendex/core/audiences/rule";
import { nextReaders } from "@sendex/data/audiences/readers";
import { makeBroadcast } from "@sendex/pipeline/audiences/broadcasts";
import { changeContact, putContact } from "@sendex/pipeline/audiences/contacts";
import { makeProperty } from "@sendex/pipeline/audiences/properties";
import { readContacts } from "@sendex/pipeline/audiences/read";
import { addToSegment, changeSegment, countSegment, makeSegment } from "@sendex/pipeline/audiences/segments";
import { makeTopic } from "@sendex/pipeline/audiences/topics";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { DAY_MS } from "@sendex/kit/day";
import fc from "fast-check";

let test: TestContext;
let caller: Caller;
let ids: { topic: string; list: string };

/** Ann came 20 days ago, Bob 5, Cid today. */
beforeAll(async () => {
  test = await openTestContext();
  const { context, clock } = test;
  const { accountId } = await seedAccount(context);
  const powers = { permission: "full", rateLimit: null, standing: "active" } as const;
  caller = { accountId, keyId: "key_of_a_test", mode: "live", domains: [], ...powers };
  await makeProperty(context, caller, { key: "plan", type: "string", fallback: "free" });
  await makeProperty(context, caller, { key: "seats", type: "number", fallback: null });
  const topic = (await makeTopic(context, caller, { name: "News", description: null, subscribed: true })).id;
  const list = (await makeSegment(context, caller, "List")).id;
  ids = { topic, list };
  const put = (name: string, properties: Record<string, unknown>) =>
    putContact(context, caller, { address: `${name}@example.com`, firstName: name, properties });
  await put("ann", { plan: "Pro", seats: 12 });
  clock.advance(15 * DAY_MS);
  await put("bob", { plan: "free" });
  clock.advance(5 * DAY_MS);
  await put("cid", { seats: -1.5 });
  await changeContact(context, caller, { address: "bob@example.com" }, { unsubscribed: true });
  const topics = [{ id: topic, subscribed: false }];
  await changeContact(context, caller, { address: "cid@example.com" }, { topics });
  await addToSegment(context, caller, { address: "ann@example.com" }, list);
});
afterAll(() => test.close());

async function members(rule: SegmentRule): Promise<string[]> {
  const { context } = test;
  const { id } = await makeSegment(context, caller, "Of a rule", rule);
  const { data } = await readContacts(context, caller, { segmentId: id, limit: 100 });
  const now = context.clock();
  const broadcast = await makeBroadcast(context, caller, { segmentId: id });
  const window = await nextReaders(context.data, broadcast, rule, { made: "con_~", now, limit: 100 });
  const addresses = (rows: readonly { address: string }[]) => rows.map(({ address }) => address);
  expect(addresses(window)).toEqual(addresses(data).reverse());
  expect(await countSegment(context, caller, rule)).toBe(window.length);
  return window.map(({ firstName }) => firstName ?? "");
}

const of = (field: string, operator: Condition["operator"], value?: Condition["value"]): Condition =>
  value === undefined ? { field, operator } : { field, operator, value };
const all = (...conditions: Condition[]): SegmentRule => ({ match: "all", conditions });

describe("a rule", () => {
  it.each<[string[], () => Condition]>([
    [["ann"], () => of("properties.plan", "equals", "PRO")],
    [["bob", "cid"], () => of("properties.plan", "not_equals", "pro")],
    [["ann", "bob"], () => of("properties.plan", "is_set")],
    [["cid"], () => of("properties.plan", "is_not_set")],
    [["ann"], () => of("properties.seats", "more_than", 11.5)],
    [["cid"], () => of("properties.seats", "less_than", 0)],
    [["cid"], () => of("properties.seats", "equals", -1.5)],
    [["bob", "cid"], () => of("properties.seats", "not_equals", 12)],
    [["ann"], () => of("email", "starts_with", "ANN@")],
    [["ann", "bob", "cid"], () => of("email", "ends_with", "@example.com")],
    [["bob"], () => of("first_name", "contains", "o")],
    [["ann", "cid"], () => of("first_name", "not_contains", "o")],
    [["ann", "bob", "cid"], () => of("last_name", "is_not_set")],
    [["bob"], () => of("unsubscribed", "equals", true)],
    [["ann", "cid"], () => of("unsubscribed", "equals", false)],
    [["ann", "bob"], () => of(`topics.${ids.topic}`, "equals", "opt_in")],
    [["cid"], () => of(`topics.${ids.topic}`, "equals", "opt_out")],
    [["ann"], () => of(`segments.${ids.list}`, "equals", true)],
    [["bob", "cid"], () => of(`segments.${ids.list}`, "equals", false)],
    [["bob", "cid"], () => of("created_at", "within_days", 6)],
    [["ann"], () => of("created_at", "before_days", 6)],
  ])("holds of %j", async (names, condition) => {
    expect(await members(all(condition()))).toEqual(names);
  });

  it("joins its conditions and groups by all or any, and of none holds of nobody", async () => {
    const [ann, bob] = [of("first_name", "equals", "ann"), of("first_name", "equals", "bob")];
    expect(await members({ match: "any", conditions: [ann, bob] })).toEqual(["ann", "bob"]);
    expect(await members({ match: "all", conditions: [ann, bob] })).toEqual([]);
    const groups = [{ match: "any" as const, conditions: [ann, bob] }];
    expect(await members({ ...all(of("created_at", "within_days", 6)), groups })).toEqual(["bob"]);
    expect(await members(all())).toEqual([]);
  });

  it("takes any text as a value, and nothing of it as SQL", async () => {
    const operators = [
      "equals",
      "not_equals",
      "contains",
      "not_contains",
      "starts_with",
      "ends_with",
    ] as const;
    const value = fc.oneof(
      fc.constantFrom("%", "_", "'", "\\", "$1", "a%", "--"),
      fc.string({ minLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(...operators), async (text, operator) => {
        fc.pre(!text.includes("\0"));
        const found = await members(all(of("first_name", operator, text)));
        const asked = text.toLowerCase();
        const holds = (name: string): boolean =>
          ({
            equals: name === asked,
            not_equals: name !== asked,
            contains: name.includes(asked),
            not_contains: !name.includes(asked),
            starts_with: name.startsWith(asked),
            ends_with: name.endsWith(asked),
          })[operator];
        expect(found).toEqual(["ann", "bob", "cid"].filter(holds));
      }),
      { numRuns: 60 },
    );
  });

  it("names what it cannot mean by its place", async () => {
    const wrong = (condition: Condition, field: string) =>
      expect(
        makeSegment(test.context, caller, "Wrong", { ...all(), groups: [all(condition)] }),
      ).rejects.toMatchObject({
        fields: [{ field: `rule.groups[0].conditions[0].${field}` }],
      });
    await wrong(of("properties.city", "equals", "Rome"), "field");
    await wrong(of("topics.top_x", "equals", "opt_in"), "field");
    await wrong(of("plan", "equals", "pro"), "field");
    await wrong(of("unsubscribed", "contains", true), "operator");
    await wrong(of("properties.seats", "contains", "1"), "operator");
    await wrong(of("properties.seats", "more_than", "many"), "value");
    await wrong(of("email", "equals"), "value");
    await wrong(of("email", "is_set", "x"), "value");
    await wrong(of("created_at", "within_days", 0), "value");
    await wrong(of(`topics.${ids.topic}`, "equals", true), "value");
  });

  it("can be changed for another, and a segment of one takes nobody in", async () => {
    const { context } = test;
    const { id } = await makeSegment(context, caller, "Moving", all(of("first_name", "equals", "ann")));
    const rule = all(of("first_name", "equals", "bob"));
    expect(await changeSegment(context, caller, id, { rule })).toMatchObject({ name: "Moving", rule });
    const key = { address: "cid@example.com" };
    await expect(addToSegment(context, caller, key, id)).rejects.toThrow("follows a rule");
    await expect(putContact(context, caller, { ...key, segments: [id] })).rejects.toThrow("segments[0].id");
    await expect(changeSegment(context, caller, ids.list, { rule })).rejects.toThrow("a list");
    const nested = all(of(`segments.${id}`, "equals", true));
    await expect(countSegment(context, caller, nested)).rejects.toThrow("no field of contacts");
  });
});
