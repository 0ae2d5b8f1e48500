import { expect } from "@jest/globals";
import { startChild } from "../../src/child";
import { eventually } from "../../src/eventually";
import { untilStatus } from "../../src/settle";
import { MAINS, PROCESSES, type ProcessName, type Stack } from "../../src/stack";
import type { OnStack } from "../../src/use-stack";

export function observability(onStack: OnStack): void {
  onStack(
    "is alive and ready in every process, and shows neither on the public port but its health",
    async (stack) => {
      for (const name of PROCESSES) {
        const health = await fetch(`${stack.adminUrl(name)}/healthz`);
        expect([name, health.status]).toEqual([name, 200]);
        const ready = await fetch(`${stack.adminUrl(name)}/readyz`);
        expect([name, ready.status, await ready.json()]).toMatchObject([
          name,
          200,
          { status: "ready", postgres: "ok", redis: "ok" },
        ]);
      }
      expect((await fetch(`${stack.apiUrl}/healthz`)).status).toBe(200);
      expect((await fetch(`${stack.apiUrl}/metrics`)).status).toBe(404);
      expect((await fetch(`${stack.apiUrl}/readyz`)).status).toBe(404);
    },
  );

  onStack("counts what it accepted, sent and failed, and times SES and webhooks", async (stack) => {
    const { client } = stack.tenant;
    await untilQuiet(stack);
    const before = await metricsOf(stack);
    await stack.sandbox.fault({ operation: "SendRawEmail", error: "MessageRejected", count: 1 });
    const failed = await client.send({ priority: "bulk" });
    await untilStatus(stack, [failed], "failed");
    const sent = await client.sendMany(3, { priority: "critical" });
    await untilStatus(stack, sent, "delivered");
    const grew = async (name: ProcessName, figure: RegExp, by: number) => {
      await eventually(async () => {
        const after = sum((await metricsOf(stack))[name], figure);
        expect([String(figure), after - sum(before[name], figure)]).toEqual([String(figure), by]);
      });
    };
    await grew("api", /^sendex_accepted_total\{.*priority="critical"/, 3);
    await grew("api", /^sendex_accepted_total\{.*priority="bulk"/, 1);
    await grew("send-worker", /^sendex_sent_total\{.*priority="critical"/, 3);
    await grew("send-worker", /^sendex_failed_total/, 1);
    await grew("send-worker", /^sendex_ses_seconds_count/, 4);
    await grew("send-worker", /^sendex_accept_to_ses_seconds_count/, 3);
    await grew("webhook-worker", /^sendex_webhook_outcomes_total\{outcome="succeeded"/, 3 * 3 + 2);
  });

  onStack(
    "shows depth and age of each tier's queue, and the oldest message that nothing explains",
    async (stack) => {
      await stack.stop("send-worker");
      await stack.tenant.client.sendMany(2, { priority: "bulk" });
      await stack.tenant.client.sendMany(3, { priority: "critical" });
      try {
        await eventually(async () => {
          const { scheduler = [] } = await metricsOf(stack);
          expect(sum(scheduler, /^sendex_queue_waiting\{queue="send-bulk"/)).toBe(2);
          expect(sum(scheduler, /^sendex_queue_waiting\{queue="send-critical"/)).toBe(3);
          expect(sum(scheduler, /^sendex_queue_oldest_seconds\{queue="send-critical"/)).toBeGreaterThan(0);
          expect(scheduler.filter((line) => /^sendex_\w*unexplained\w*/.test(line))).not.toEqual([]);
        });
      } finally {
        await stack.start("send-worker");
      }
    },
  );

  onStack("logs JSON lines that name messages and hold no key, secret or content", async (stack) => {
    const { client, apiKeys } = stack.tenant;
    const canary = {
      subject: "canary-subject",
      text: "canary-text",
      html: "<p>canary-html</p>",
      to: "canary-address@example.com",
    };
    const file = { filename: "a.txt", content: Buffer.from("canary-file").toString("base64") };
    await stack.sandbox.fault({ operation: "SendRawEmail", error: "InternalFailure", count: 1 });
    const id = await client.send({ ...canary, attachments: [file], headers: { "X-Note": "canary-header" } });
    await client.post({ ...canary, to: "not an address" });
    await client.call("GET", "/api/v1/emails", undefined, {
      authorization: "Bearer sk_live_canary-wrong-key",
    });
    await untilStatus(stack, [id], "delivered");
    await eventually(() => expect(stack.receiver.events(id)).toHaveLength(3));
    for (const name of PROCESSES) {
      for (const line of stack.lines(name).filter((text) => text !== "")) {
        expect(() => JSON.parse(line)).not.toThrow();
      }
    }
    await eventually(() =>
      expect(stack.lines("api").some((line) => JSON.parse(line).messageId === id)).toBe(true),
    );
    const all = PROCESSES.flatMap((name) => stack.lines(name)).join("\n");
    const { KEY_PEPPER = "", ENCRYPTION_KEYS = "" } = stack.env;
    const secrets = [
      apiKeys.full,
      apiKeys.sendOnly,
      stack.webhook.secret,
      KEY_PEPPER,
      ENCRYPTION_KEYS.slice(4),
      file.content,
    ];
    const leaks = [...secrets, "canary", new URL(stack.database.url).password].filter((secret) =>
      all.includes(secret),
    );
    expect(leaks).toEqual([]);
  });

  onStack(
    "refuses to start on bad settings, in one clear line each, without showing a value",
    async (stack) => {
      const bad = await startWith(stack, { KEY_PEPPER: "short-canary", REDIS_URL: "http://canary" });
      expect(bad.code).toBe(1);
      expect(bad.lines).toHaveLength(2);
      expect(bad.lines.join("\n")).toMatch(/KEY_PEPPER[\s\S]*REDIS_URL|REDIS_URL[\s\S]*KEY_PEPPER/);
      expect(bad.lines.join("\n")).not.toContain("canary");
    },
  );
}

/** What others began may still be told to webhooks. */
async function untilQuiet(stack: Stack): Promise<void> {
  await eventually(async () => {
    expect(await stack.database.rows("SELECT 1 FROM deliveries WHERE status = 'pending'")).toEqual([]);
  });
}

async function metricsOf(stack: Stack): Promise<Record<string, string[]>> {
  const texts = await Promise.all(
    PROCESSES.map(
      async (name) => [name, await (await fetch(`${stack.adminUrl(name)}/metrics`)).text()] as const,
    ).map((one) => one.catch(() => undefined)),
  );
  return Object.fromEntries(
    texts.filter((one) => one !== undefined).map(([name, text]) => [name, text.split("\n")]),
  );
}

/** Over all lines of one metric whose name and labels match. */
function sum(lines: string[] = [], figure: RegExp): number {
  return lines
    .filter((line) => figure.test(line))
    .reduce((total, line) => total + Number(line.split(" ").at(-1)), 0);
}

async function startWith(
  stack: Stack,
  env: Record<string, string>,
): Promise<{ code: number | null; lines: string[] }> {
  const lines: string[] = [];
  const child = startChild(MAINS.api, { ...stack.env, ...env }, lines);
  const { code } = await child.exited;
  return { code, lines: lines.filter((line) => !line.includes('"harness"')) };
}
