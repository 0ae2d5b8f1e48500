import { expect } from "@jest/globals";
import { openSendex } from "@sendex/sdk/client";
import type { StreamedEvent } from "@sendex/sdk/events";
import { eventually } from "../src/eventually";
import { expectAllTold, expectOneCopyEach, untilStatus } from "../src/settle";
import type { Stack } from "../src/stack";
import { useStack } from "../src/use-stack";

const onStack = useStack({ env: { SEND_CONCURRENCY: "10" } });

const SETTLE_MS = 120_000;

onStack(
  "loses none of 200 and sends none twice when the send worker is killed again and again, before and after SES's yes",
  async (stack) => {
    const start = await stack.sandbox.accepted();
    await stack.sandbox.fault({ operation: "SendRawEmail", latency_ms: 40, rate: 0.5 });
    await stack.sandbox.fault({ operation: "SendRawEmail", latency_ms: 40, when: "after" });
    const ids = await stack.tenant.client.sendMany(200);
    for (const point of [20, 70, 130]) {
      await untilAccepted(stack, start + point);
      await stack.kill("send-worker", "SIGKILL");
      await stack.start("send-worker");
    }
    await untilStatus(stack, ids, "delivered", SETTLE_MS);
    await expectOneCopyEach(stack, ids);
  },
);

onStack(
  "loses nothing when scheduler, events worker and webhook worker are killed under load",
  async (stack) => {
    const others = ["scheduler", "events-worker", "webhook-worker"] as const;
    const start = await stack.sandbox.accepted();
    const ids = await stack.tenant.client.sendMany(100);
    await untilAccepted(stack, start + 30);
    await Promise.all(others.map((name) => stack.kill(name, "SIGKILL")));
    await Promise.all(others.map((name) => stack.start(name)));
    await untilStatus(stack, ids, "delivered", SETTLE_MS);
    await expectOneCopyEach(stack, ids);
    await expectAllTold(stack, ids, SETTLE_MS);
  },
);

onStack("loses nothing that was answered 202 when the API is killed right after", async (stack) => {
  const { client } = stack.tenant;
  const answers = await Promise.all(Array.from({ length: 50 }, () => client.post()));
  await stack.kill("api", "SIGKILL");
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(202));
  await stack.start("api");
  const ids = answers.map(({ body }) => body.id);
  await untilStatus(stack, ids, "delivered", SETTLE_MS);
  await expectOneCopyEach(stack, ids);
});

onStack(
  "sends once what a client posts again with its key because the API was killed meanwhile",
  async (stack) => {
    const { client } = stack.tenant;
    const keys = Array.from({ length: 30 }, (_, i) => `again-${i}`);
    const post = (key: string) => client.post({ to: `${key}@example.com` }, { "idempotency-key": key });
    const first = Promise.allSettled(keys.map(post));
    await stack.kill("api", "SIGKILL");
    await first;
    await stack.start("api");
    const answers = await Promise.all(keys.map(post));
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(202));
    await untilStatus(
      stack,
      answers.map(({ body }) => body.id),
      "delivered",
      SETTLE_MS,
    );
    const ledger = await stack.sandbox.ledger();
    expect(keys.map((key) => ledger.filter(({ to }) => to.includes(`${key}@example.com`)).length)).toEqual(
      Array(30).fill(1),
    );
  },
);

onStack("sends all of 30 once although Redis lost them while no worker ran", async (stack) => {
  await stack.stop("send-worker");
  // Fewer than the smallest window that a slow machine's queue is given (core/sending/admission), so that Redis has all.
  const ids = await stack.tenant.client.sendMany(30);
  await eventually(async () => expect(await stack.redis.waiting("send-standard")).toBe(30));
  await stack.redis.flush();
  await stack.start("send-worker");
  await untilStatus(stack, ids, "delivered", SETTLE_MS);
  await expectOneCopyEach(stack, ids);
  await expectAllTold(stack, ids, SETTLE_MS);
});

onStack("goes on when Redis loses everything in the middle of the drain", async (stack) => {
  await stack.sandbox.fault({ operation: "SendRawEmail", latency_ms: 40 });
  const start = await stack.sandbox.accepted();
  const ids = await stack.tenant.client.sendMany(100);
  await untilAccepted(stack, start + 30);
  await stack.redis.flush();
  await untilStatus(stack, ids, "delivered", SETTLE_MS);
  await expectOneCopyEach(stack, ids);
});

onStack(
  "tells a stream every event, each once, although the API is killed again and again",
  async (stack) => {
    const { accountId, apiKeys, client } = await stack.createAccount();
    const stop = new AbortController();
    const told: StreamedEvent[] = [];
    const reading = (async () => {
      const sendex = openSendex({ apiKey: apiKeys.full, baseUrl: stack.apiUrl });
      for await (const event of sendex.events.stream({ signal: stop.signal })) told.push(event);
    })();
    try {
      // Until it is open.
      await eventually(async () => {
        await client.send();
        expect(told.length).toBeGreaterThan(0);
      });
      const start = told.map(({ id }) => id).sort()[0] ?? "";
      for (let round = 0; round < 3; round += 1) {
        await client.sendMany(40);
        await stack.kill("api", "SIGKILL");
        await stack.start("api");
      }
      await eventually(
        async () => {
          const events = await stack.database.rows<{ id: string; webhook: string }>(
            "SELECT id, webhook FROM events WHERE account_id = $1 AND id >= $2 AND webhook IS NOT NULL ORDER BY id",
            [accountId, start],
          );
          expect(events.filter(({ webhook }) => webhook === "email.delivered").length).toBeGreaterThan(120);
          const ids = told.map(({ id }) => id).filter((id) => id >= start);
          expect(ids.sort()).toEqual(events.map(({ id }) => id));
        },
        { within: SETTLE_MS },
      );
    } finally {
      stop.abort();
      await reading;
    }
  },
);

async function untilAccepted(stack: Stack, count: number): Promise<void> {
  await eventually(async () => expect(await stack.sandbox.accepted()).toBeGreaterThanOrEqual(count));
}
