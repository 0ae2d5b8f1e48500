import { endChild, runMain, startChild } from "../../child";
import { eventually } from "../../eventually";
import { MAINS, type Stack } from "../../stack";
import { judge } from "../judge";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { finalsOf, untilTold } from "../told";

/** In quarantine; the worker's own death, which makes the message a suspect, comes before. */
const MAX_CRASHES = 3;
/** Each crash is a lease, the settling and a process's start. */
const DEAD_WITHIN_MS = 300_000;
const TOLD_MS = 60_000;
const CLI = "apps/operator/dist/main.js";

export const poisonousJob: Fault = {
  row: "31",
  fault: "a job that kills its worker",
  target: `≤ ${MAX_CRASHES} crashes in quarantine, then dead-lettered; others go on, none blamed`,
  messages: 200,
  run: (messages) => onStack({ env: { SEND_CONCURRENCY: "10" } }, (stack) => poison(stack, messages)),
};

/** One message in the middle of a backlog ends whatever process has claimed it, until an operator sends it again. */
async function poison(stack: Stack, messages: number): Promise<Figures> {
  await stack.stop("send-worker");
  const half = Math.ceil(messages / 2);
  const before = await stack.tenant.client.sendMany(half);
  const poisonous = await stack.tenant.client.send();
  const others = [...before, ...(await stack.tenant.client.sendMany(half))];
  const failAt = `send:after-claim@${poisonous}`;
  await stack.startToFail("send-worker", failAt);
  const lines: string[] = [];
  const worker = startChild(MAINS["send-worker"], { ...stack.env, FAIL_AT: failAt }, lines);
  const since = performance.now();
  const misses: string[] = [];
  try {
    await eventually(() => expectDead(stack, poisonous), { within: DEAD_WITHIN_MS });
    const told = await untilTold(stack, others, { patience: TOLD_MS });
    const blamed = others.filter((id) => String(finalsOf(told, id)) !== "email.delivered");
    if (blamed.length > 0) misses.push(`${blamed.length} others were not delivered`);
    if (worker.hasExited()) misses.push("the second worker ended too");
  } finally {
    await endChild(worker);
  }
  const seconds = (performance.now() - since) / 1000;
  const crashes = lines.filter((line) => line.includes("a fail-point strikes")).length;
  if (crashes > MAX_CRASHES) misses.push(`${crashes} crashes`);
  await stack.start("send-worker");
  await runMain(CLI, ["dead-letter", "retry", "--kind", "recipient"], stack.env);
  const notes = [`${crashes} crashes after the worker's own`, "sent by a retry of the dead letter"];
  return { ...(await judge(stack, { ids: [poisonous, ...others], notes, misses })), seconds };
}

async function expectDead(stack: Stack, id: string): Promise<void> {
  const { data } = JSON.parse(await runMain(CLI, ["dead-letter", "list", "--json"], stack.env));
  if (!data.some((letter: { subjectId: string }) => letter.subjectId === id))
    throw new Error("the message did not become a dead letter");
}
