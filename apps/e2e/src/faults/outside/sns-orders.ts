import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { toldBy, untilTold } from "./count";
import { inParallel, missing, onStack, type Shown } from "./scene";
import { type Notification, untilIngested, untilNotified } from "./sns-envelope";

/** The words of SES, the least final first, with the status that each leads to. */
const TYPES = {
  Send: "sent",
  DeliveryDelay: "deferred",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "complained",
};
type Type = keyof typeof TYPES;
const ALL = Object.keys(TYPES).filter(isType);
/** What the sandbox publishes by itself for each mail. */
const OWN = 2;
const WITHIN_MS = 60_000;

/** Row 20: the five events, any of them, in every order: 325 ordered choices, a message each. */
export const snsOrders: Fault = {
  row: "20",
  fault: "every order of events",
  target: "same final state, one webhook an event",
  messages: ordersOf(ALL).length,
  run: (messages) => onStack({}, (stack) => shuffle(stack, pick(ordersOf(ALL), messages))),
};

function isType(word: string): word is Type {
  return Object.hasOwn(TYPES, word);
}

/** Every non-empty choice of `left`, in every order. */
function ordersOf(left: Type[]): Type[][] {
  return left.flatMap((first) => {
    const rest = ordersOf(left.filter((type) => type !== first));
    return [[first], ...rest.map((order) => [first, ...order])];
  });
}

/** So many of them, spread evenly; more than there are start over. */
function pick(orders: Type[][], count: number): Type[][] {
  const step = Math.max(1, orders.length / count);
  return Array.from({ length: count }, (_, i) => orders[Math.floor(i * step) % orders.length] ?? ALL);
}

async function shuffle(stack: Stack, orders: Type[][]): Promise<Shown> {
  stack.relay.lose();
  // An address that bounced is suppressed: each message has its own.
  const ids = await inParallel(orders, 8, (_, i) =>
    stack.tenant.client.send({ to: `order-${i}@example.com` }),
  );
  const left = await untilTold(stack, ids, "email.sent", WITHIN_MS);
  const notifications = await gather(stack, ids);
  await handOver(stack, ids, orders, notifications);
  const shown = await inParallel(ids, 8, (id) => stack.tenant.client.email(id));
  const wrong = shown.flatMap(({ status }, i) => {
    const order = orders[i] ?? [];
    return status === finalOf(order) ? [] : [`${order.join(", ")} → ${status}`];
  });
  const finals = ids.map((id, i) => [id, `email.${finalOf(orders[i] ?? [])}`] as const);
  await inParallel(finals, 8, ([id, event]) => untilTold(stack, [id], event, WITHIN_MS));
  const told = toldBy(stack);
  const untold = finals.filter(([id, event]) => told.of(id, event).size !== 1);
  const repeated = ids.filter((id) => told.events(id).some((event) => told.of(id, event).size !== 1));
  return {
    messages: ids.length,
    lost: left.length,
    notes: [`${new Set(orders.map(String)).size} different orders`],
    misses: missing({
      [`${wrong.length} ended elsewhere, the first: ${wrong[0]}`]: wrong.length === 0,
      [`${untold.length} have not one webhook of their final state`]: untold.length === 0,
      [`${repeated.length} have two webhooks of one event`]: repeated.length === 0,
    }),
  };
}

function finalOf(order: Type[]): string {
  const [last] = ALL.filter((type) => order.includes(type)).slice(-1);
  return last === undefined ? "" : TYPES[last];
}

/** Has the other events published too, and keeps all of them back. */
async function gather(stack: Stack, ids: string[]): Promise<Map<string, Notification>> {
  await untilNotified(stack, OWN * ids.length, WITHIN_MS);
  const others: Type[] = ["Bounce", "Complaint", "DeliveryDelay"];
  await inParallel(await stack.sandbox.ledger(), 8, async ({ messageId }) => {
    for (const type of others) await stack.sandbox.event(messageId, type);
  });
  const notifications = await untilNotified(stack, ALL.length * ids.length, WITHIN_MS);
  return new Map(
    notifications.map((notification) => [`${notification.messageId} ${notification.type}`, notification]),
  );
}

/** The first event of each message, then the second …: one is taken in before the next is told. */
async function handOver(
  stack: Stack,
  ids: string[],
  orders: Type[][],
  notifications: Map<string, Notification>,
): Promise<void> {
  for (let turn = 0; turn < ALL.length; turn += 1) {
    await inParallel(ids, 16, async (id, i) => {
      const type = orders[i]?.[turn];
      const notification = type && notifications.get(`${id} ${type}`);
      if (notification) await stack.relay.deliver(notification.request);
    });
    await untilIngested(stack, WITHIN_MS);
  }
}
