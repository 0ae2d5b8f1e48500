import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { copiesOf, duplicatesOf, sendMany, settleDelivered } from "./count";
import { epochMs, inParallel, missing, onStack, type Shown, until } from "./scene";

const WITHIN_MS = 180_000;

/** Row 16: SES took the mail, and the line broke. */
export const sesResets: Fault = {
  row: "16",
  fault: "SES resets after accept",
  target: "dup 0",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => lose(stack, messages, "reset")),
};

/** Row 17: SES took the mail, and did not say under which id. */
export const sesWithoutId: Fault = {
  row: "17",
  fault: "SES answers 200 without id",
  target: "dup 0; never `sent` without an id",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => lose(stack, messages, "EmptyId")),
};

/** Every second answer is lost. */
async function lose(stack: Stack, messages: number, error: string): Promise<Shown> {
  await stack.sandbox.fault({ operation: "SendRawEmail", error, when: "after", rate: 0.5 });
  const ids = await sendMany(stack, messages);
  const bare = await watchIds(stack, ids);
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  const copies = await copiesOf(stack);
  const shown = await inParallel(ids, 8, (id) => stack.tenant.client.email(id));
  const others = shown.filter(({ id, recipients: [recipient] }) => {
    return recipient?.ses_message_id !== copies.get(id)?.[0]?.messageId;
  });
  return {
    messages,
    ...settled,
    notes: [`half of the answers lost, events on`],
    misses: missing({
      [`${settled.lost} never arrived`]: settled.lost === 0,
      [`${settled.duplicated} were sent twice`]: settled.duplicated === 0,
      [`${bare} were shown as sent without an id`]: bare === 0,
      [`${others.length} do not show the id under which SES took them`]: others.length === 0,
    }),
  };
}

/** Looks at each message once while outcomes are open. → how many said sent and had no id of SES */
async function watchIds(stack: Stack, ids: string[]): Promise<number> {
  const shown = await inParallel(ids, 8, (id) => stack.tenant.client.email(id));
  return shown.filter(({ recipients: [recipient] }) => {
    return recipient && ["sent", "delivered"].includes(recipient.status) && !recipient.ses_message_id;
  }).length;
}

/** Few, so that the hanging calls can hold every one of them. Critical mail has as many as standard: three fifths. */
const CONCURRENCY = 20;
const SLOTS = 12;
const FREED_MS = 10_000;
/** The lease, critical mail's settling time and the sweep after it. */
const SETTLED_MS = 90_000;

/** Row 15: SES takes calls and never answers, on the real clock. */
export const sesHangs: Fault = {
  row: "15",
  fault: "SES hangs",
  target: "slots freed ≤ 10 s; dup 0",
  messages: 100,
  run: (messages) => {
    const env = { SEND_CONCURRENCY: String(CONCURRENCY) };
    return onStack({ retryTimeScale: 1, env }, (stack) => hang(stack, messages));
  },
};

async function hang(stack: Stack, messages: number): Promise<Shown> {
  await stack.sandbox.fault({ operation: "SendRawEmail", error: "timeout", count: SLOTS });
  const started = epochMs();
  const caught = await sendMany(stack, SLOTS, { priority: "critical" });
  const others = await sendMany(stack, Math.max(1, messages - SLOTS), { priority: "critical" });
  const ids = [...caught, ...others];
  await until(async () => (await stack.sandbox.accepted()) >= others.length, SETTLED_MS);
  const firsts = [...(await copiesOf(stack)).values()].flat().map(({ at }) => Date.parse(at));
  const freed = Math.min(...firsts) - started;
  const { lost } = await settleDelivered(stack, ids, SETTLED_MS);
  const times = [...(await copiesOf(stack)).values()].flat().map(({ at }) => Date.parse(at));
  const duplicated = await duplicatesOf(stack, ids);
  return {
    messages: ids.length,
    lost,
    duplicated,
    seconds: (Math.max(...times) - started) / 1_000,
    notes: [`all ${SLOTS} slots hung at once, the first was free after ${(freed / 1_000).toFixed(1)} s`],
    misses: missing({
      [`a slot was held for ${(freed / 1_000).toFixed(1)} s`]: freed <= FREED_MS,
      "a call got through before the hanging ones ended, so they did not hold every slot": freed > 1_000,
      [`${lost} never arrived`]: lost === 0,
      [`${duplicated} were sent twice`]: duplicated === 0,
    }),
  };
}
