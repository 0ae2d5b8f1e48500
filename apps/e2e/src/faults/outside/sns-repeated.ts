import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { sendMany, settleDelivered, toldBy, untilTold } from "./count";
import { inParallel, missing, onStack, type Shown } from "./scene";
import { untilIngested } from "./sns-envelope";

const TIMES = 5;
const WITHIN_MS = 180_000;
/** What SES's events leave on a timeline; a second attempt on a starved machine is none of SNS's doing. */
const ENTRIES = ["delivered", "sent"];
const EVENTS = ["email.delivered", "email.queued", "email.sent"];

/** Row 19: SNS says everything five times, all at once. */
export const snsRepeated: Fault = {
  row: "19",
  fault: "every SNS message 5 times",
  target: "one event, one webhook",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => repeat(stack, messages)),
};

async function repeat(stack: Stack, messages: number): Promise<Shown> {
  stack.relay.repeat(TIMES);
  const ids = await sendMany(stack, messages);
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  await untilIngested(stack, WITHIN_MS);
  // What is still on its way is not missing.
  for (const event of EVENTS) await untilTold(stack, ids, event, WITHIN_MS);
  const told = toldBy(stack);
  const twice = ids.filter((id) => {
    const right = String(told.events(id)) === String(EVENTS);
    return !right || EVENTS.some((event) => told.of(id, event).size !== 1);
  });
  const timelines = await inParallel(ids, 8, (id) => stack.tenant.client.email(id));
  const odd = timelines.filter(({ events }) => {
    const types = events.map(({ type }: { type: string }) => type);
    return ENTRIES.some((entry) => types.filter((type: string) => type === entry).length !== 1);
  });
  const requests = stack.relay.notifications().length * TIMES;
  return {
    messages,
    ...settled,
    notes: [`${requests} notifications about ${2 * messages} events`],
    misses: missing({
      [`${settled.lost} never arrived`]: settled.lost === 0,
      [`${settled.duplicated} were sent twice`]: settled.duplicated === 0,
      [`${twice.length} messages have not one webhook an event`]: twice.length === 0,
      [`${odd.length} timelines have not one entry an event`]: odd.length === 0,
    }),
  };
}
