import { expect } from "@jest/globals";
import { runMain } from "../src/child";
import { eventually } from "../src/eventually";
import { expectOneCopyEach, recipientRow, untilStatus } from "../src/settle";
import type { Stack } from "../src/stack";
import { useStack } from "../src/use-stack";

const onStack = useStack({ env: { SEND_CONCURRENCY: "10" } });

const SETTLE_MS = 90_000;
const LONG_MS = 240_000;

onStack(
  "makes a dead letter of a message that ends its process, while the others go out and none is blamed",
  async (stack) => {
    await stack.stop("send-worker");
    const others = await stack.tenant.client.sendMany(20);
    const poison = (await stack.tenant.client.post()).body.id;
    const more = await stack.tenant.client.sendMany(20);
    await stack.startWith("send-worker", { FAIL_AT: `send:after-claim@${poison}` }).catch(() => undefined);
    await eventually(async () => expect(stack.crashed()).toEqual(["send-worker"]));
    await stack.startWith("send-worker", { FAIL_AT: `send:after-claim@${poison}` });
    await untilStatus(stack, [...others, ...more], "delivered", SETTLE_MS);
    await expectOneCopyEach(stack, [...others, ...more]);
    await eventually(
      async () => expect(await recipientRow(stack, poison)).toMatchObject({ reason: "dead_lettered", crashes: 3 }),
      { within: SETTLE_MS },
    );
    const pid = stack.lines("send-worker").filter((line) => line.includes("the quarantine's process died"));
    expect(pid).toHaveLength(3);
    expect(await suspects(stack)).toEqual([poison]);
    expect(await list(stack)).toMatchObject([{ subjectId: poison, kind: "recipient", reason: "worker_crashes" }]);

    await stack.stop("send-worker");
    await stack.start("send-worker");
    const cli = ["dead-letter", "retry", "--kind", "recipient", "--json"];
    expect(JSON.parse(await runMain("apps/cli/dist/main.js", cli, stack.env))).toEqual({
      retried: { recipient: 1 },
    });
    await untilStatus(stack, [poison], "delivered", SETTLE_MS);
    expect(await suspects(stack)).toEqual([]);
    expect(await list(stack)).toEqual([]);
  },
  LONG_MS,
);

async function suspects(stack: Stack): Promise<string[]> {
  const rows = await stack.database.rows<{ message_id: string }>(
    "SELECT message_id FROM recipients WHERE suspect OR crashes > 0",
  );
  return rows.map(({ message_id }) => message_id);
}

async function list(stack: Stack): Promise<unknown[]> {
  const out = await runMain("apps/cli/dist/main.js", ["dead-letter", "list", "--json"], stack.env);
  return JSON.parse(out).data;
}
