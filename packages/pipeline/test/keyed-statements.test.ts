import { beforeAll, describe, expect, it } from "@jest/globals";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { cancel } from "@sendex/pipeline/messages/cancel";
import { explainMessage } from "@sendex/pipeline/messages/explain";
import { sweep } from "@sendex/pipeline/sending/sweep";
import { type Drive, openDrive, post } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { keyed } from "@sendex/data/database/pools";

/** A column of each partitioned table's key that a look-up by key names beside the account. */
const KEYS: Record<string, string> = {
  messages: "id",
  recipients: "message_id",
  attempts: "message_id",
  contents: "message_id",
  events: "id",
  deliveries: "event_id",
  delivery_attempts: "event_id",
};
/** Statements that look for rows by something else on purpose, with the index that they are to use. */
const OTHERWISE: Record<string, RegExp> = {
  "find-by-ses-ids": /_ses_message_id_idx/,
  "explain-webhooks": /_account_id_subject_id_id_idx/,
  "known-entries": /_account_id_subject_id_id_idx/,
  "lock-expired": /_lease_until_idx/,
};

/** Hears what the keyed connections of a drive are asked. */
function record(drive: Drive, statements: Map<string, string>): void {
  const heard = new WeakSet<object>();
  keyed(drive.test.context.data).on("acquire", (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...values: unknown[]) => unknown;
    Object.assign(client, {
      query(...values: unknown[]) {
        const text = textOf(values[0]);
        // Transactions' own words have no plan.
        if (/^\s*(WITH|SELECT|UPDATE|INSERT|DELETE)/.test(text)) statements.set(nameOf(values[0]), text);
        return query(...values);
      },
    });
  });
}

function textOf(asked: unknown): string {
  return typeof asked === "object" && asked !== null && "text" in asked ? String(asked.text) : String(asked);
}

function nameOf(asked: unknown): string {
  const named = typeof asked === "object" && asked !== null && "name" in asked;
  return named ? String(asked.name) : textOf(asked).trim().slice(0, 60);
}

describe("the statements of a mail's way, planned while every table is empty", () => {
  const statements = new Map<string, string>();
  const plans = new Map<string, string[]>();
  beforeAll(async () => {
    const drive = await openDrive();
    record(drive, statements);
    await goEveryWay(drive);
    await drive.test.close();
    const empty = await openDrive();
    const { data } = empty.test.context;
    for (const [name, text] of statements) {
      const { rows } = await keyed(data).query<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN) ${text}`);
      plans.set(
        name,
        rows.map((row) => row["QUERY PLAN"]),
      );
    }
    await empty.test.close();
  });

  it("are those of claiming, finishing, hearing back, sweeping and telling", () => {
    expect([...plans.keys()]).toEqual(
      expect.arrayContaining([
        "claim",
        "finish-recipients",
        "lock-targets",
        "lock-expired",
        "due-deliveries",
      ]),
    );
  });

  it("find each row of a partition by its account and id, and read nothing else", () => {
    const wrong = [...plans].flatMap(([name, plan]) =>
      wrongScans(name, plan).map((line) => `${name}: ${line}`),
    );
    expect(wrong).toEqual([]);
  });

  it("look for an address in the list of its mode alone, by the key", () => {
    const plan = plans.get("claim") ?? [];
    const look = (mode: string) => new RegExp(`account_id = CASE.*WHEN '${mode}'.* AND \\(address = lower`);
    const after = (table: string) => plan[plan.findIndex((line) => line.includes(` on ${table} e`)) + 1];
    expect(after("suppressions")).toMatch(look("live"));
    expect(after("test_suppressions")).toMatch(look("test"));
    expect(plan.filter((line) => /Scan.*suppressions/.test(line) && !line.includes("_pkey"))).toEqual([]);
  });
});

/** Scans of partitions that would read more than the rows asked for. */
function wrongScans(name: string, plan: string[]): string[] {
  return plan.flatMap((line, i) => {
    const [, table = ""] = / on (\w+?)_\d{8}/.exec(line) ?? [];
    const column = KEYS[table];
    if (column === undefined || !/Scan/.test(line)) return [];
    const condition = plan[i + 1] ?? "";
    const byKey = condition.includes("(account_id = ") && condition.includes(`(${column} = `);
    return byKey || OTHERWISE[name]?.test(line) ? [] : [`${line.trim()} / ${condition.trim()}`];
  });
}

/** Has every statement of a mail's way run once. */
async function goEveryWay(drive: Drive): Promise<void> {
  const { context, world, clock } = drive.test;
  await createWebhook(context, drive.caller, { endpoint: "https://hooks.example/a", events: [] });
  const [sent, bounced, unknown, later] = [
    await post(drive),
    await post(drive),
    await post(drive),
    await post(drive, { scheduledAt: new Date(clock.now().getTime() + 3_600_000) }),
  ];
  await cancel(context, drive.caller, later);
  world.sesAnswers.push({ kind: "sent", sesMessageId: "a" });
  await sendDue(drive);
  await hear(drive, [sesEvent(drive, { id: sent }, ...EVENTS.delivered)]);
  await hear(drive, [sesEvent(drive, { id: sent }, ...EVENTS.opened)]);
  await hear(drive, [sesEvent(drive, { id: bounced }, ...EVENTS.bounced)]);
  await deliverDue(drive);
  await explainMessage(context, drive.caller, unknown, "sendex");
  clock.advance(600_000);
  await sweep(context);
}
