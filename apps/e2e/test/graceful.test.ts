import { expect } from "@jest/globals";
import { eventually } from "../src/eventually";
import { type Flow, startFlow } from "../src/flow";
import { expectAllTold, expectOneCopyEach, untilStatus } from "../src/settle";
import { PROCESSES, type ProcessName, type Stack } from "../src/stack";
import { useStack } from "../src/use-stack";

const onStack = useStack();

const SETTLE_MS = 120_000;

onStack(
  "ends each process on SIGTERM under load, with exit code 0, nothing lost and nothing doubled",
  async (stack) => {
    const flow = startFlow(stack);
    try {
      for (const name of PROCESSES) await restartUnder(flow, stack, name);
    } finally {
      await flow.stop();
    }
    await untilStatus(stack, flow.ids(), "delivered", SETTLE_MS);
    await expectOneCopyEach(stack, flow.ids());
    await expectAllTold(stack, flow.ids(), SETTLE_MS);
  },
);

async function restartUnder(flow: Flow, stack: Stack, name: ProcessName): Promise<void> {
  await untilMore(flow);
  const before = flow.troubles().length;
  // One that has not ended by itself after 20 s is killed, and has no exit code.
  expect([name, await stack.stop(name)]).toEqual([name, { code: 0, signal: null }]);
  await stack.start(name);
  await untilMore(flow);
  const troubles = flow.troubles().slice(before);
  // While the API itself is away its clients cannot connect; an answer of 5xx is wrong even then.
  expect([name, troubles.filter((status) => status !== 0 || name !== "api")]).toEqual([name, []]);
}

async function untilMore(flow: Flow): Promise<void> {
  const before = flow.ids().length;
  await eventually(() => expect(flow.ids().length).toBeGreaterThan(before + 15));
}
