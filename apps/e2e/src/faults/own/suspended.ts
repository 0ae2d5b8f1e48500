import { eventually } from "../../eventually";
import type { Stack } from "../../stack";
import { judge } from "../judge";
import { idsOf, startLoad } from "../load";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { pause, untilAccepted } from "../wait";

/** From the decision to the last SES call. Source: docs/contract.md "Reputation". */
const LAST_CALL_MS = 1_000;
const TARGET = "no SES call later than 1 s; all held, and sent once after reinstatement";
const MESSAGES = 10_000;
const CLIENTS = 40;
/** Of the mail, what is at SES when the account is suspended. */
const SENT_BEFORE = 0.3;
const QUIET_S = 3;
/** At SES's rate all of the mail takes this long: longer than an operator's command. */
const DRAIN_S = 20;
const HELD_WITHIN_MS = 60_000;

export const suspendedMidWay: Fault = {
  row: "38",
  fault: "account suspended while its mail goes out",
  target: TARGET,
  messages: MESSAGES,
  run: (messages) => onStack({}, (stack) => suspendMidWay(stack, messages, false)),
};

export const suspendedWithoutRedis: Fault = {
  row: "38b",
  fault: "the same, with Redis away",
  target: TARGET,
  messages: MESSAGES,
  run: (messages) => onStack({ proxied: true }, (stack) => suspendMidWay(stack, messages, true)),
};

async function suspendMidWay(stack: Stack, messages: number, withoutRedis: boolean): Promise<Figures> {
  const account = ["--account", stack.tenant.accountId];
  await stack.stop("send-worker");
  await stack.sandbox.quota({ maxSendRate: Math.ceil(messages / DRAIN_S) });
  const ids = idsOf(await startLoad(stack, { messages, clients: CLIENTS, again: true }).finished);
  await stack.start("send-worker");
  await untilAccepted(stack, Math.ceil(messages * SENT_BEFORE));
  if (withoutRedis) await stack.proxies?.redis.cut();
  await stack.cli("account", "suspend", ...account, "--reason", "A drill.");
  const { status } = await stack.tenant.client.post();
  const [row] = await stack.database.rows<{ suspended_at: Date }>(
    "SELECT suspended_at FROM accounts WHERE id = $1",
    [stack.tenant.accountId],
  );
  const decided = row?.suspended_at.getTime() ?? 0;
  await pause(QUIET_S);
  const restHeld = await untilHeld(stack);
  // Not the mail that tells the owner.
  const calls = (await stack.sandbox.ledger()).filter(({ tags }) => tags["sendex-message"] !== undefined);
  const last = Math.max(0, ...calls.map(({ at }) => Date.parse(at) - decided));
  if (withoutRedis) await stack.proxies?.redis.mend();
  const since = performance.now();
  await stack.cli("account", "reinstate", ...account);
  const held = await heldEntries(stack);
  return judge(stack, {
    ids,
    since,
    notes: [`${held} held`, `last call ${last} ms after`],
    misses: [
      ...(ids.length < messages ? [`${messages - ids.length} never answered 202`] : []),
      ...(status === 403 ? [] : [`a post was answered ${status}`]),
      ...(last > LAST_CALL_MS ? [`a call ${last} ms after the decision`] : []),
      ...(held === 0 ? ["nothing was held"] : []),
      ...(restHeld ? [] : ["not all that waited was held"]),
    ],
  });
}

/** Whether nothing is due or in hand any more. */
async function untilHeld(stack: Stack): Promise<boolean> {
  const look = async (): Promise<void> => {
    const [left] = await stack.database.rows<{ count: number }>(
      "SELECT count(*)::int AS count FROM recipients WHERE status IN ('queued', 'sending')",
    );
    if (left?.count !== 0) throw new Error(`${left?.count} still wait`);
  };
  return eventually(look, { within: HELD_WITHIN_MS }).then(
    () => true,
    () => false,
  );
}

async function heldEntries(stack: Stack): Promise<number> {
  const [row] = await stack.database.rows<{ count: number }>(
    "SELECT count(*)::int AS count FROM events WHERE type = 'held'",
  );
  return row?.count ?? 0;
}
