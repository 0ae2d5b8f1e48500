import { expect } from "@jest/globals";
import { eventually } from "../src/eventually";
import { expectOneCopyEach, untilStatus } from "../src/settle";
import type { ProcessName, Stack } from "../src/stack";
import { useStack } from "../src/use-stack";
import type { TcpProxy } from "../src/tcp-proxy";

const onStack = useStack({ proxied: true });

const DRAIN_MS = 120_000;
/** A server that hangs is found out by the time-out of its statement, 12 s. */
const BOUND_MS = 16_000;

for (const [trouble, strike] of [
  ["gone", (proxy: TcpProxy) => proxy.cut()],
  ["hanging", (proxy: TcpProxy) => proxy.hang()],
] as const) {
  onStack(`answers 202 while Redis is ${trouble}, and sends it all once afterwards`, async (stack) => {
    const { redis } = proxiesOf(stack);
    await strike(redis);
    const ids: string[] = [];
    try {
      for (let i = 0; i < 20; i += 1) {
        const started = performance.now();
        const answer = await stack.tenant.client.post();
        expect(answer.status).toBe(202);
        expect(performance.now() - started).toBeLessThan(5_000);
        ids.push(answer.body.id);
      }
      await untilReadyz(stack, "api", 503, /redis/);
      await untilReadyz(stack, "send-worker", 503, /redis/);
    } finally {
      await redis.mend();
    }
    await untilReadyz(stack, "send-worker", 200, /./);
    await untilStatus(stack, ids, "delivered", DRAIN_MS);
    await expectOneCopyEach(stack, ids);
  });

  onStack(`answers 503 while PostgreSQL is ${trouble}, and is well again afterwards`, async (stack) => {
    const { postgres } = proxiesOf(stack);
    const before = await stack.tenant.client.send();
    await strike(postgres);
    try {
      const started = performance.now();
      const answer = await stack.tenant.client.post();
      expect([answer.status, answer.body.error]).toEqual([503, "service_unavailable"]);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(BOUND_MS);
      await untilReadyz(stack, "api", 503, /postgres/);
      expect((await fetch(`${stack.apiUrl}/healthz`)).status).toBe(200);
      expect((await fetch(`${stack.adminUrl("api")}/healthz`)).status).toBe(200);
    } finally {
      await postgres.mend();
    }
    await untilReadyz(stack, "api", 200, /./);
    const id = await eventually(() => stack.tenant.client.send());
    await untilStatus(stack, [before, id], "delivered", DRAIN_MS);
    await expectOneCopyEach(stack, [before, id]);
  });
}

onStack("never answers 202 to what PostgreSQL did not keep, when it breaks off under load", async (stack) => {
  const { postgres } = proxiesOf(stack);
  const posts = Array.from({ length: 100 }, () => stack.tenant.client.post());
  await posts[0];
  await postgres.cut();
  const answers = await Promise.all(posts);
  await postgres.mend();
  expect(answers.map(({ status }) => status).filter((status) => status !== 202 && status !== 503)).toEqual(
    [],
  );
  const ids = answers.filter(({ status }) => status === 202).map(({ body }) => body.id);
  await untilReadyz(stack, "api", 200, /./);
  await untilStatus(stack, ids, "delivered", DRAIN_MS);
  await expectOneCopyEach(stack, ids);
});

function proxiesOf(stack: Stack): { postgres: TcpProxy; redis: TcpProxy } {
  if (!stack.proxies) throw new Error("this stack has no proxies");
  return stack.proxies;
}

async function untilReadyz(stack: Stack, name: ProcessName, status: number, says: RegExp): Promise<void> {
  await eventually(
    async () => {
      const answer = await fetch(`${stack.adminUrl(name)}/readyz`);
      const body: Record<string, string> = JSON.parse(await answer.text());
      const wrong = Object.entries(body).filter(([part, state]) => part !== "status" && state !== "ok");
      expect([answer.status, answer.status === 200 ? "well" : String(wrong.map(([part]) => part))]).toEqual([
        status,
        status === 200 ? "well" : expect.stringMatching(says),
      ]);
    },
    { within: BOUND_MS },
  );
}
