import { endChild, startChild } from "../../child";
import { MAINS, type Stack } from "../../stack";
import { judge } from "../judge";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { finalsOf, untilTold } from "../told";

/** In quarantine; the worker's own death, which makes the message a suspect, comes before. */
const MAX_CRASHES = 3;
const TOLD_MS = 180_000;

export const poisonousJob: Fault = {
  row: "31",
  fault: "a job that kills its worker",
  target: `≤ ${MAX_CRASHES} crashes in quarantine, then dead-lettered; others go on, none blamed`,
  messages: 200,
  run: (messages) => onStack({ env: { SEND_CONCURRENCY: "10" } }, (stack) => poison(stack, messages)),
};

/** One message in the middle of a backlog ends whatever process has claimed it, whenever it has. */
async function poison(stack: Stack, messages: number): Promise<Figures> {
  await stack.stop("send-worker");
  const half = Math.ceil(messages / 2);
  const before = await stack.tenant.client.sendMany(half);
  const poisonous = await stack.tenant.client.send();
  const others = [...before, ...(await stack.tenant.client.sendMany(half))];
  const failAt = `send:after-claim@${poisonous}`;
  await stack.startToFail("send-worker", failAt);
  const since = performance.now();
  const lines: string[] = [];
  const worker = startChild(MAINS["send-worker"], { ...stack.env, FAIL_AT: failAt }, lines);
  try {
    const told = await untilTold(stack, [poisonous, ...others], { within: TOLD_MS });
    const crashes = lines.filter((line) => line.includes("a fail-point strikes")).length;
    const blamed = others.filter((id) => String(finalsOf(told, id)) !== "email.delivered").length;
    const end = String(finalsOf(told, poisonous));
    return await judge(stack, {
      ids: [poisonous, ...others],
      since,
      notes: [`${crashes} crashes after the worker's own`],
      misses: [
        ...(crashes > MAX_CRASHES ? [`${crashes} crashes`] : []),
        ...(end === "email.failed" ? [] : [`the message's end: ${end || "none"}`]),
        ...(blamed > 0 ? [`${blamed} others were not delivered`] : []),
        ...(worker.hasExited() ? ["the second worker ended too"] : []),
      ],
    });
  } finally {
    await endChild(worker);
  }
}
