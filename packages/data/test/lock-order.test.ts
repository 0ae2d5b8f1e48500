import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { newId } from "@sendex/crypto/token";
import { finishAttempts, type AttemptResult } from "../src/sending/finish";
import type { Data } from "../src/database/open";
import { keyedTransaction } from "../src/database/transaction";
import { lockTargets } from "../src/reports/targets";
import { createTestDatabase, openTestData, type TestDatabase } from "@sendex/testing/database";
import { plain } from "../src/database/pools";

const ACCOUNT = "acc_locks";
/** Few enough rows that the update reads them all, in the order in which they lie. */
const STORED = 400;
const COUNT = 100;
const NOW = new Date();

describe("locks of one order for everybody", () => {
  let database: TestDatabase;
  let data: Data;
  const stored = Array.from({ length: STORED }, (_, i) => newId("msg", new Date(NOW.getTime() - i)));
  const ids = stored.slice(0, COUNT);
  beforeAll(async () => {
    database = await createTestDatabase();
    data = openTestData(database, 8);
    // In the table the last message comes first: whoever goes by the table's order goes against everybody.
    await plain(data).query(STORE, [ACCOUNT, stored, NOW]);
    await plain(data).query("ANALYZE recipients");
  });
  afterAll(async () => {
    await data.close();
    await database.drop();
  });

  it("lets results and SES's events about the same recipients pass each other", async () => {
    const middle = await plain(data).connect();
    await middle.query("BEGIN");
    await middle.query("SELECT FROM recipients WHERE (account_id, message_id) = ($1, $2) FOR UPDATE", [
      ACCOUNT,
      ids[COUNT / 2],
    ]);
    const finished = finishAttempts(data, ids.map(sent), NOW);
    await blocked(1);
    const named = ids.map((messageId) => ({ accountId: ACCOUNT, messageId, n: 0 }));
    const locked = keyedTransaction(data, (client) => lockTargets(client, named));
    const both = Promise.all([finished, locked]);
    await Promise.race([blocked(2), both]);
    await middle.query("ROLLBACK");
    middle.release();
    const [counted, targets] = await both;
    expect(counted.filter((one) => one.counted)).toHaveLength(COUNT);
    expect(targets).toHaveLength(COUNT);
  });

  async function blocked(count: number): Promise<void> {
    for (;;) {
      const { rows } = await plain(data).query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows[0]?.waiting === count) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});

const STORE = `
WITH m AS (
  INSERT INTO messages (account_id, id, mode, source, dialect, route, priority, from_header, from_address, from_domain, addresses,
    recipient_count, tags, metadata, bytes, created_at)
  SELECT $1, id, 'live', 'api', 'sendex', 'sandbox', 'standard', 'a@a.test', 'a@a.test', 'a.test', '{}', 1, '[]', '{}', 1, $3
  FROM unnest($2::text[]) AS id
)
INSERT INTO recipients (account_id, message_id, n, address, kind, status, rank, priority, route, attempt)
SELECT $1, id, 0, 'a@b.test', 'to', 'sending', 20, 'standard', 'sandbox', 1
FROM unnest($2::text[]) WITH ORDINALITY AS x(id, i) ORDER BY i`;

function sent(messageId: string): AttemptResult {
  const data = { attempt: 1, sesMessageId: `ses-${messageId}` };
  return {
    accountId: ACCOUNT,
    messageId,
    n: 0,
    mode: "live",
    attempt: 1,
    next: {
      status: "sent",
      rank: 30,
      reason: null,
      ladderStep: 0,
      dueAt: null,
      leaseUntil: null,
      unknown: false,
      sentAt: NOW,
    },
    outcome: { kind: "sent", code: null, detail: null, sesMessageId: `ses-${messageId}` },
    attemptEvent: {
      accountId: ACCOUNT,
      id: newId("evt", NOW),
      messageId,
      n: 0,
      type: "attempt",
      webhook: null,
      at: NOW,
      data,
    },
    events: [],
    facts: [],
  };
}
