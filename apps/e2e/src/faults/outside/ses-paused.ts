import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { sum } from "../sum";
import { copiesOf, sendMany, settleDelivered, toldBy } from "./count";
import { epochMs, missing, onStack, type Shown } from "./scene";

/** Several probes of a shut route, which come every 30 s, scaled. */
const SHUT_MS = 6_000;
const WITHIN_MS = 120_000;

type Shut = (stack: Stack, messages: number) => Promise<{ open(): Promise<unknown>; most: number }>;

const byError =
  (error: string): Shut =>
  async ({ sandbox }) => {
    await sandbox.fault({ error });
    return { open: () => sandbox.clearFaults(), most: 0 };
  };

/** Half of them fit into the day's quota. */
const byQuota: Shut = async ({ sandbox }, messages) => {
  const most = Math.floor(messages / 2);
  const { max24HourSend } = await sandbox.quota();
  await sandbox.quota({ max24HourSend: most, sentLast24Hours: 0 });
  return { open: () => sandbox.quota({ max24HourSend }), most };
};

/** Row 14: the day's quota is used up in the middle of the load. */
export const sesQuota: Fault = {
  row: "14",
  fault: "SES daily quota spent",
  target: "held, 0 failed, resumes",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => holdAndResume(stack, messages, "daily quota", byQuota)),
};

/** Row 18: SES shuts the account out. */
export const sesShut: Fault = {
  row: "18",
  fault: "SES account paused; bad credentials",
  target: "held, 0 failed, resumes",
  messages: 1_000,
  run: async (messages) => {
    const part = Math.ceil(messages / 2);
    return sum([
      await onStack({}, (stack) =>
        holdAndResume(stack, part, "paused", byError("AccountSendingPausedException")),
      ),
      await onStack({}, (stack) =>
        holdAndResume(stack, messages - part, "bad credentials", byError("InvalidClientTokenId")),
      ),
    ]);
  },
};

async function holdAndResume(stack: Stack, messages: number, name: string, shut: Shut): Promise<Shown> {
  const { open, most } = await shut(stack, messages);
  const ids = await sendMany(stack, messages);
  await sleep(SHUT_MS);
  const taken = (await copiesOf(stack)).size;
  const opened = epochMs();
  await open();
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  const lines = [...(await copiesOf(stack)).values()].flat();
  const told = toldBy(stack);
  const failed = ids.filter((id) => told.of(id, "email.failed").size > 0).length;
  return {
    messages,
    ...settled,
    seconds: (Math.max(...lines.map(({ at }) => Date.parse(at))) - opened) / 1_000,
    notes: [`${name}: ${taken} sent while shut, ${failed} failed`],
    misses: missing({
      [`${name}: ${taken} were sent while it was shut`]: taken <= most,
      [`${name}: ${failed} failed`]: failed === 0,
      [`${name}: ${settled.lost} never arrived`]: settled.lost === 0,
      [`${name}: ${settled.duplicated} were sent twice`]: settled.duplicated === 0,
    }),
  };
}
