import { expect } from "@jest/globals";
import { type Child, endChild, runMain, startChild } from "../src/child";
import { eventually } from "../src/eventually";
import { expectOneCopyEach, recipientRow, untilStatus } from "../src/settle";
import { MAINS, type Stack } from "../src/stack";
import { useStack } from "../src/use-stack";

const onStack = useStack({ env: { SEND_CONCURRENCY: "10" } });

const SETTLE_MS = 120_000;
const CLI = "apps/operator/dist/main.js";

onStack(
  "makes a dead letter of a message that ends its process, while the others go out and none is blamed",
  async (stack) => {
    await stack.stop("send-worker");
    const before = await stack.tenant.client.sendMany(20);
    const poison = await stack.tenant.client.send();
    const others = [...before, ...(await stack.tenant.client.sendMany(20))];
    const innocent = before.slice(0, 5);
    await suspectAll(stack, innocent);
    const lines: string[] = [];
    const startPoisoned = () => startPoisonedWorker(stack, poison, lines);

    const first = startPoisoned();
    expect(await first.exited).toMatchObject({ signal: "SIGKILL" });

    const second = startPoisoned();
    try {
      await eventually(async () => expect(await reasonOf(stack, poison)).toBe("dead_lettered"), {
        within: SETTLE_MS,
      });
      await untilStatus(stack, others, "delivered", SETTLE_MS);
      expect(second.hasExited()).toBe(false);
    } finally {
      await endChild(second);
    }
    await expectOneCopyEach(stack, others);
    expect(lines.filter((line) => line.includes("the quarantine's process died"))).toHaveLength(3);
    // Of one whose run ended just as the first worker died there is no such line.
    expect(lines.some((line) => line.includes("survived its run in quarantine"))).toBe(true);
    await eventually(() =>
      expect(stack.lines("scheduler").filter((line) => line.includes('"alert":"dead_letter"'))).toHaveLength(
        1,
      ),
    );
    expect(await suspects(stack)).toEqual([poison]);
    expect(await list(stack)).toMatchObject([
      { kind: "recipient", subjectId: poison, reason: "worker_crashes" },
    ]);

    await stack.start("send-worker");
    const retry = ["dead-letter", "retry", "--kind", "recipient", "--json"];
    expect(JSON.parse(await runMain(CLI, retry, stack.env))).toEqual({ retried: { recipient: 1 } });
    await untilStatus(stack, [poison], "delivered", SETTLE_MS);
    await eventually(async () => expect(await suspects(stack)).toEqual([]));
    expect(await list(stack)).toEqual([]);
  },
);

onStack(
  "lets a process of the quarantine finish what it has in hand when its worker is killed",
  async (stack) => {
    await stack.stop("send-worker");
    const id = await stack.tenant.client.send();
    await suspectAll(stack, [id]);
    await stack.sandbox.fault({ operation: "SendRawEmail", latency_ms: 1_500 });
    await stack.start("send-worker");
    await eventually(async () => expect((await recipientRow(stack, id)).status).toBe("sending"));
    await stack.kill("send-worker", "SIGKILL");
    await untilStatus(stack, [id], "delivered");
    expect(await recipientRow(stack, id)).toMatchObject({ attempt: 1 });
    await stack.start("send-worker");
  },
);

function startPoisonedWorker(stack: Stack, messageId: string, lines: string[]): Child {
  return startChild(MAINS["send-worker"], { ...stack.env, FAIL_AT: `send:after-claim@${messageId}` }, lines);
}

/** As if a worker had been lost with them, and no evidence had come: another turn, so that the job in the queue is stale. */
async function suspectAll(stack: Stack, ids: string[]): Promise<void> {
  await stack.database.rows(
    "UPDATE recipients SET suspect = true, due_at = due_at + interval '1 millisecond', admitted_until = NULL WHERE message_id = ANY ($1)",
    [ids],
  );
}

async function reasonOf(stack: Stack, id: string): Promise<string | null> {
  return (await recipientRow(stack, id)).reason;
}

async function suspects(stack: Stack): Promise<string[]> {
  const rows = await stack.database.rows<{ message_id: string }>(
    "SELECT message_id FROM recipients WHERE suspect OR crashes > 0",
  );
  return rows.map(({ message_id: id }) => id);
}

async function list(stack: Stack): Promise<unknown[]> {
  return JSON.parse(await runMain(CLI, ["dead-letter", "list", "--json"], stack.env)).data;
}
