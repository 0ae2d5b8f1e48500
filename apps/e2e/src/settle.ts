import { expect } from "@jest/globals";
import { eventually, untilNone } from "./eventually";
import type { Stack } from "./stack";

const WITHIN_MS = 60_000;
const FEW = 5;
/** A busy machine's API refuses what waits 4 s for a connection to PostgreSQL, of which it has 10. */
const ASKED_AT_ONCE = 10;

/**
 * Waits until each of these messages shows `status` on the Sendex surface. Many are watched in the database first,
 * since asking the API for each of them again and again is a load of its own.
 */
export async function untilStatus(
  stack: Stack,
  ids: string[],
  status: string,
  within = WITHIN_MS,
): Promise<void> {
  if (ids.length > FEW) await untilNone(() => rowsNot(stack, ids, status), { within });
  for (let i = 0; i < ids.length; i += ASKED_AT_ONCE)
    await eventually(() => expectShown(stack, ids.slice(i, i + ASKED_AT_ONCE), status), { within });
}

function rowsNot(stack: Stack, ids: string[], status: string) {
  return stack.database.rows(
    "SELECT message_id, n, status, reason, attempt FROM recipients WHERE message_id = ANY($1) AND status <> $2",
    [ids, status],
  );
}

async function expectShown(stack: Stack, ids: string[], status: string): Promise<void> {
  const { client } = stack.tenant;
  const shown = await Promise.all(ids.map(async (id) => ({ id, status: (await client.email(id)).status })));
  expect(shown.filter((one) => one.status !== status)).toEqual([]);
}

/** How many times the sandbox accepted each of these messages, by its own ledger. → counts in the order of `ids` */
export async function copiesOf(stack: Stack, ids: string[]): Promise<number[]> {
  const counts = new Map<string, number>();
  for (const { tags } of await stack.sandbox.ledger()) {
    const id = tags["sendex-message"] ?? "";
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return ids.map((id) => counts.get(id) ?? 0);
}

/** None lost, none sent twice. */
export async function expectOneCopyEach(stack: Stack, ids: string[]): Promise<void> {
  const counts = await copiesOf(stack, ids);
  const odd = ids.flatMap((id, i) => (counts[i] === 1 ? [] : [{ id, copies: counts[i] }]));
  expect(odd).toEqual([]);
}

/**
 * A message's timeline has these entries and no others, in any order: SES's event can overtake the worker that still
 * commits what SES answered.
 */
export async function expectTimeline(stack: Stack, id: string, types: string[]): Promise<void> {
  await eventually(async () => {
    const { events } = await stack.tenant.client.email(id);
    expect(events.map(({ type }: { type: string }) => type).sort()).toEqual([...types].sort());
  });
}

/** Waits until the receiver has these webhooks of a message (in any order), and no others. */
export async function expectWebhooks(stack: Stack, id: string, names: string[]): Promise<void> {
  await eventually(() => {
    const got = stack.receiver.events(id).map(({ event }) => event);
    expect(got.sort()).toEqual([...names].sort());
  });
}

/** As expectWebhooks, for many messages that were sent and delivered without trouble. */
export async function expectAllTold(stack: Stack, ids: string[], within = WITHIN_MS): Promise<void> {
  const told = ["email.delivered", "email.queued", "email.sent"];
  let left = ids;
  const isTold = (id: string) =>
    String(
      stack.receiver
        .events(id)
        .map(({ event }) => event)
        .sort(),
    ) === String(told);
  await untilNone(() => (left = left.filter((id) => !isTold(id))), { within });
}

/** Of the first recipient, by the database. */
export async function recipientRow(
  stack: Stack,
  id: string,
): Promise<{ status: string; reason: string | null; attempt: number; ladder_step: number }> {
  const rows = await stack.database.rows<{
    status: string;
    reason: string | null;
    attempt: number;
    ladder_step: number;
  }>("SELECT status, reason, attempt, ladder_step FROM recipients WHERE message_id = $1 AND n = 0", [id]);
  const [row] = rows;
  if (!row) throw new Error(`no recipient of ${id}`);
  return row;
}
