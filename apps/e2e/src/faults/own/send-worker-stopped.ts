import { endChild } from "../../child";
import type { Stack } from "../../stack";
import { LEASE_S } from "../clock-scale";
import { judge } from "../judge";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { sum } from "../sum";
import { untilTold } from "../told";
import { pause } from "../wait";

const SES_TAG = { message: "sendex-message", attempt: "sendex-attempt" };
const TOLD_MS = 60_000;

/** When the stopped worker goes on: while SES's evidence is still waited for, or when another has sent its mail. */
const MOMENTS = ["before the lease's loss is settled", "after another worker sent it"] as const;

export const sendWorkerStopped: Fault = {
  row: "5",
  fault: "send worker STOPped past its lease, then CONTinued",
  target: "no call with too little of the lease left, no stale write",
  messages: 1000,
  run: (messages) =>
    onStack({ env: { SEND_CONCURRENCY: "10" } }, async (stack) => {
      const share = Math.ceil(messages / MOMENTS.length);
      const parts: Figures[] = [];
      for (const moment of MOMENTS) parts.push(await stopPastLease(stack, share, moment));
      return sum(parts);
    }),
};

/** It stops itself between an attempt's commit and the call of SES, and another worker takes over. */
async function stopPastLease(
  stack: Stack,
  messages: number,
  moment: (typeof MOMENTS)[number],
): Promise<Figures> {
  await stack.stop("send-worker");
  const ids = await stack.tenant.client.sendMany(messages);
  await stack.startToFail("send-worker", `send:after-claim:${Math.ceil(messages / 2)}:stop`);
  const stopped = stoppedAt(stack);
  const rival = await stack.add("send-worker");
  try {
    await pause(LEASE_S + 1);
    if (moment === MOMENTS[1]) await untilTold(stack, ids, { patience: TOLD_MS });
    await stack.kill("send-worker", "SIGCONT");
    const figures = await judge(stack, { ids, notes: [`continued ${moment}`] });
    const attempts = (await stack.sandbox.ledger())
      .filter(({ tags }) => tags[SES_TAG.message] === stopped)
      .map(({ tags }) => Number(tags[SES_TAG.attempt]));
    const stale = attempts.some((attempt) => attempt < 2);
    return { ...figures, misses: [...figures.misses, ...(stale ? ["SES was called on a lost lease"] : [])] };
  } finally {
    await endChild(rival);
  }
}

/** The message that the worker had claimed when it stopped. */
function stoppedAt(stack: Stack): string {
  const line = stack.lines("send-worker").findLast((text) => text.includes("a fail-point strikes"));
  return JSON.parse(line ?? "{}").messageId;
}
