import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { seedAccount } from "@sendex/testing/accounts";
import { upsertContacts } from "../src/audiences/contacts";
import { nextOfSegment } from "../src/audiences/segment-window";
import { addToSegments, deleteSegment, insertSegment } from "../src/audiences/segments";
import { transaction } from "../src/database/transaction";

let test: TestContext;
beforeAll(async () => {
  test = await openTestContext();
});
afterAll(() => test.close());

it("goes through a segment's contacts window by window, each once", async () => {
  const { data } = test.context;
  const now = test.clock.now();
  const owner = { accountId: (await seedAccount(test.context)).accountId, mode: "live" } as const;
  const segment = { id: "seg_of_a_test", name: "All", rule: null, createdAt: now };
  await insertSegment(data, owner, segment);
  const ids = Array.from({ length: 7 }, (_, i) => `con_${i}`);
  const none = { firstName: null, lastName: null, properties: {} };
  await transaction(data, async (client) => {
    const contacts = ids.map((id) => ({ id, address: `${id}@example.com`, ...none }));
    await upsertContacts(client, owner, contacts, now);
    await addToSegments(client, owner.accountId, ids.slice(1), [segment.id]);
  });
  const windows = await transaction(data, async (client) => {
    const found: string[][] = [];
    for (let after = "", more = true; more;) {
      const rows = await nextOfSegment(client, owner, { segmentId: segment.id, after, limit: 4 }, now);
      found.push(rows.map(({ id }) => id));
      after = rows.at(-1)?.id ?? after;
      more = rows.length === 4;
    }
    await deleteSegment(client, owner, segment.id);
    found.push(
      (await nextOfSegment(client, owner, { segmentId: segment.id, after: "", limit: 4 }, now)).map(
        ({ id }) => id,
      ),
    );
    return found;
  });
  expect(windows).toEqual([ids.slice(1, 5), ids.slice(5), []]);
});
