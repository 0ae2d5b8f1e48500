import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../../eventually";
import type { Stack } from "../../stack";
import { judge } from "../judge";
import { idsOf, startLoad } from "../load";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { untilAccepted } from "../wait";

const KILLS = 5;
/** Entries are counted every second: kills fall into one as well as between two. */
const AFTER_MS = [0, 300, 700, 1_000, 1_400];
const PATIENCE_MS = 60_000;

/** Row 42: what is counted on the way is neither lost nor counted twice. */
export const countingKilled: Fault = {
  row: "42",
  fault: "kill -9 scheduler while analytics are counted",
  target: "every measure equals the ledger's",
  messages: 1000,
  run: (messages) => onStack({}, (stack) => killCounting(stack, messages)),
};

async function killCounting(stack: Stack, messages: number): Promise<Figures> {
  const { finished } = startLoad(stack, { messages, again: true });
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await untilAccepted(stack, Math.floor((messages * kill) / (KILLS + 1)));
    await sleep(AFTER_MS[kill - 1] ?? 0);
    await stack.kill("scheduler", "SIGKILL");
    await stack.start("scheduler");
  }
  const figures = await judge(stack, { ids: idsOf(await finished), notes: [`${KILLS} kills`] });
  const sent = (await stack.sandbox.ledger()).length;
  const wanted = { accepted: messages, sent, delivered: sent };
  let counted: object = {};
  await eventually(
    async () => {
      counted = await countedBy(stack);
      if (JSON.stringify(counted) !== JSON.stringify(wanted)) throw new Error("not counted yet");
    },
    { within: PATIENCE_MS },
  ).catch(() => undefined);
  const [is, was] = [counted, wanted].map((sums) => JSON.stringify(sums));
  return { ...figures, misses: [...figures.misses, ...(is === was ? [] : [`counted ${is} of ${was}`])] };
}

async function countedBy({ tenant }: Stack): Promise<Record<string, unknown>> {
  const { body } = await tenant.client.call<{ totals: Record<string, unknown> }>(
    "GET",
    "/api/v1/emails/metrics?metrics=accepted,sent,delivered",
  );
  const { accepted, sent, delivered } = body.totals;
  return { accepted, sent, delivered };
}
