import { expect } from "@jest/globals";
import { eventually } from "../src/eventually";
import { startFlow } from "../src/flow";
import { expectAllTold, expectOneCopyEach, untilStatus } from "../src/settle";
import { PROCESSES } from "../src/stack";
import { useStack } from "../src/use-stack";

const onStack = useStack();

/** A drain waits for calls in flight, and those end within milliseconds here. */
const BOUND_MS = 8_000;
const SETTLE_MS = 45_000;

for (const name of PROCESSES) {
  onStack(
    `ends the ${name} on SIGTERM under load, with exit code 0, nothing lost and nothing doubled`,
    async (stack) => {
      const flow = startFlow(stack);
      try {
        await eventually(() => expect(flow.ids().length).toBeGreaterThan(20));
        const asked = performance.now();
        expect(await stack.stop(name)).toEqual({ code: 0, signal: null });
        expect(performance.now() - asked).toBeLessThan(BOUND_MS);
        const before = flow.ids().length;
        await stack.start(name);
        await eventually(() => expect(flow.ids().length).toBeGreaterThan(before + 20));
      } finally {
        await flow.stop();
      }
      expect(flow.troubles().filter((status) => status !== 0 || name !== "api")).toEqual([]);
      await untilStatus(stack, flow.ids(), "delivered", SETTLE_MS);
      await expectOneCopyEach(stack, flow.ids());
      await expectAllTold(stack, flow.ids());
    },
  );
}
