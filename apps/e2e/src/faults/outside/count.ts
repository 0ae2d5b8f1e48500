import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { AcceptedBatch } from "@sendex/sdk/generated/api";
import type { ApiClient } from "../../api-client";
import type { ReceivedRequest } from "../../http-server";
import type { LedgerLine } from "../../sandbox";
import type { Stack } from "../../stack";
import { inParallel, until } from "./scene";

/** Counts by what stands outside the system: the sandbox's ledger and the receiver's log. */

/** The ledger's lines by our message id. */
export async function copiesOf(stack: Stack): Promise<Map<string, LedgerLine[]>> {
  const copies = new Map<string, LedgerLine[]>();
  for (const line of await stack.sandbox.ledger()) {
    const id = line.tags["sendex-message"] ?? "";
    copies.set(id, [...(copies.get(id) ?? []), line]);
  }
  return copies;
}

/** Copies beyond the first that SES accepted of these messages. */
export async function duplicatesOf(stack: Stack, ids: readonly string[]): Promise<number> {
  const copies = await copiesOf(stack);
  return ids.reduce((sum, id) => sum + Math.max(0, (copies.get(id)?.length ?? 0) - 1), 0);
}

/** What the receiver's log holds of each message: how often each event came, by its webhook-id. */
export interface Told {
  /** → webhook-id → requests */
  of(messageId: string, event: string): Map<string, number>;
  events(messageId: string): string[];
}

const NONE = new Map<string, never>();

export function readLog(requests: readonly ReceivedRequest[]): Told {
  const told = new Map<string, Map<string, Map<string, number>>>();
  for (const { headers, body } of requests) {
    const { event, data } = JSON.parse(body);
    const events = entry(told, data.id, () => new Map<string, Map<string, number>>());
    const ids = entry(events, event, () => new Map<string, number>());
    const webhookId = String(headers["webhook-id"]);
    ids.set(webhookId, (ids.get(webhookId) ?? 0) + 1);
  }
  return {
    of: (messageId, event) => told.get(messageId)?.get(event) ?? NONE,
    events: (messageId) => [...(told.get(messageId)?.keys() ?? [])].sort(),
  };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** The log of the account's own webhook. */
export function toldBy(stack: Stack): Told {
  return readLog(stack.receiver.requests("/"));
}

/** Waits until the receiver was told `event` of each of these. → those that it was not told of in time */
export async function untilTold(
  stack: Stack,
  ids: readonly string[],
  event: string,
  withinMs: number,
): Promise<string[]> {
  let left = [...ids];
  let seen = -1;
  await until(() => {
    const requests = stack.receiver.requests("/");
    if (requests.length === seen) return false;
    seen = requests.length;
    const told = readLog(requests);
    left = left.filter((id) => told.of(id, event).size === 0);
    return left.length === 0;
  }, withinMs);
  return left;
}

const DELIVERED = "email.delivered";

/** Waits until all these are delivered by the receiver's log. → lost and duplicated, as a row shows them */
export async function settleDelivered(
  stack: Stack,
  ids: readonly string[],
  withinMs: number,
): Promise<{ lost: number; duplicated: number }> {
  const left = await untilTold(stack, ids, DELIVERED, withinMs);
  return { lost: left.length, duplicated: await duplicatesOf(stack, ids) };
}

const AT_ONCE = 8;
const BATCH = 100;

/** What a client does that must get its mail out: batches, each under a key, and again after a 503. → ids */
export async function sendMany(
  { tenant }: Stack,
  count: number,
  fields: Record<string, unknown> = {},
  { client, domain } = tenant,
  atOnce = AT_ONCE,
): Promise<string[]> {
  const sizes = Array.from({ length: Math.ceil(count / BATCH) }, (_, i) =>
    Math.min(BATCH, count - i * BATCH),
  );
  const mail = { from: `shop@${domain}`, to: "someone@example.com", subject: "s", text: "t", ...fields };
  const parts = await inParallel(sizes, atOnce, (size) =>
    insist(
      client,
      Array.from({ length: size }, () => mail),
    ),
  );
  return parts.flat();
}

async function insist(client: ApiClient, batch: object[]): Promise<string[]> {
  const headers = { "idempotency-key": randomUUID() };
  for (;;) {
    const answer = await client.call<AcceptedBatch>("POST", "/api/v1/emails/batch", batch, headers);
    if (answer.status === 202) return answer.body.data.map(({ id }) => id);
    if (answer.status !== 503) throw new Error(`${answer.status} instead of 202: ${answer.text}`);
    await sleep(Number(answer.headers.get("retry-after") ?? 1) * 1_000);
  }
}
