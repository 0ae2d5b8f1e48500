import { judge } from "../judge";
import { onStack } from "../on-stack";
import type { Fault } from "../row";

/** Long enough to post all of them before the first is due. */
const AHEAD_MS = 5_000;

export const twoSchedulers: Fault = {
  row: "33",
  fault: "two schedulers",
  target: "nothing fires twice",
  messages: 1000,
  run: (messages) =>
    onStack({}, async (stack) => {
      const second = await stack.add("scheduler");
      const due = Date.now() + AHEAD_MS;
      const scheduled = Math.ceil(messages / 2);
      const later = await stack.tenant.client.sendMany(scheduled, {
        scheduled_at: new Date(due).toISOString(),
      });
      // What no process enqueued is both schedulers' to admit, again and again.
      await stack.redis.flush();
      const now = await stack.tenant.client.sendMany(messages - scheduled);
      await stack.redis.flush();
      const figures = await judge(stack, { ids: [...later, ...now] });
      const early = (await stack.sandbox.ledger()).filter(
        ({ at, tags }) => later.includes(tags["sendex-message"] ?? "") && Date.parse(at) < due,
      );
      return {
        ...figures,
        notes: [`${scheduled} of them scheduled`],
        misses: [
          ...figures.misses,
          ...(early.length > 0 ? [`${early.length} sent before their time`] : []),
          ...(second.hasExited() ? ["the second scheduler ended by itself"] : []),
        ],
      };
    }),
};
