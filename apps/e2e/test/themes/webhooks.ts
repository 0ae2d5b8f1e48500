import { expect } from "@jest/globals";
import type { Webhook, WebhookEvent } from "@sendex/sdk/generated/api";
import { eventually } from "../../src/eventually";
import { expectAllTold, untilStatus } from "../../src/settle";
import { startReceiver } from "../../src/receiver";
import type { Stack } from "../../src/stack";
import type { OnStack } from "../../src/use-stack";

/** Less than the 15 s after which a hanging endpoint is given up: no delivery has waited for it. */
const HANG_MS = 12_000;

export function webhooks(onStack: OnStack): void {
  onStack("tries again after a 500, under the same id, and logs each attempt", async (stack) => {
    stack.receiver.answer("/flaky", (nth) =>
      nth === 1 ? { status: 500, body: "out of order" } : { status: 200 },
    );
    const { id: webhookId } = await subscribe(stack, "/flaky", ["email.delivered"]);
    const id = await stack.tenant.client.send();
    await eventually(() => expect(stack.receiver.requests("/flaky")).toHaveLength(2));
    const [first, second] = stack.receiver.requests("/flaky");
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(JSON.parse(first?.body ?? "")).toMatchObject({ event: "email.delivered", data: { id } });
    await eventually(async () => {
      expect(await attemptsOf(stack, webhookId)).toEqual([
        { attempt: 1, status: 500, response: "out of order", delivery: "succeeded" },
        { attempt: 2, status: 200, response: "", delivery: "succeeded" },
      ]);
    });
    await remove(stack, webhookId);
  });

  onStack("disables an endpoint that answers 410, at once", async (stack) => {
    stack.receiver.answer("/gone", () => ({ status: 410 }));
    const { id: webhookId } = await subscribe(stack, "/gone", ["email.queued", "email.delivered"]);
    const { client } = stack.tenant;
    const id = await client.send();
    await eventually(async () => {
      const { body } = await client.call<Webhook>("GET", `/api/v1/webhooks/${webhookId}`);
      expect(body.status).toBe("disabled");
    });
    await untilStatus(stack, [id], "delivered");
    const calls = stack.receiver.requests("/gone").length;
    const later = await client.send();
    await eventually(() => expect(stack.receiver.events(later)).toHaveLength(3));
    expect(stack.receiver.requests("/gone")).toHaveLength(calls);
  });

  onStack("does not follow a redirect, which counts as a failure", async (stack) => {
    const location = `${stack.receiver.url}/elsewhere`;
    stack.receiver.answer("/moved", () => ({ status: 302, headers: { location } }));
    const { id: webhookId } = await subscribe(stack, "/moved", ["email.delivered"]);
    await stack.tenant.client.send();
    await eventually(() => expect(stack.receiver.requests("/moved").length).toBeGreaterThan(1));
    expect(stack.receiver.requests("/elsewhere")).toEqual([]);
    expect((await attemptsOf(stack, webhookId))[0]).toMatchObject({ status: 302 });
    await remove(stack, webhookId);
  });

  onStack("tells an endpoint only what it subscribed to, and nothing once it is deleted", async (stack) => {
    const { client } = stack.tenant;
    const { id: webhookId } = await subscribe(stack, "/only-sent", ["email.sent"]);
    const id = await client.send();
    await eventually(() => expect(stack.receiver.events(id)).toHaveLength(3));
    await eventually(() => expect(stack.receiver.requests("/only-sent")).toHaveLength(1));
    await remove(stack, webhookId);
    const later = await client.send();
    await eventually(() => expect(stack.receiver.events(later)).toHaveLength(3));
    expect(stack.receiver.requests("/only-sent")).toHaveLength(1);
  });

  onStack("keeps one account's events from another's endpoints", async (stack) => {
    const other = await stack.createAccount();
    const { id: webhookId } = await other.client.webhook(`${stack.receiver.url}/other`);
    const theirs = await other.client.send();
    const ours = await stack.tenant.client.send();
    await untilStatus(stack, [ours], "delivered");
    await eventually(() => expect(stack.receiver.requests("/other")).toHaveLength(3));
    for (const { body } of stack.receiver.requests("/other")) expect(JSON.parse(body).data.id).toBe(theirs);
    for (const { body } of stack.receiver.requests("/")) expect(body).not.toContain(theirs);
    const strange = await stack.tenant.client.call<Webhook>("GET", `/api/v1/webhooks/${webhookId}`);
    expect(strange.status).toBe(404);
    expect((await stack.tenant.client.call("GET", `/api/v1/emails/${theirs}`)).status).toBe(404);
  });

  onStack("goes on with other endpoints while one hangs", async (stack) => {
    const elsewhere = await startReceiver();
    try {
      elsewhere.hang("/");
      const { id: webhookId } = await stack.tenant.client.webhook(`${elsewhere.url}/`);
      const ids = await stack.tenant.client.sendMany(20);
      await eventually(() => expect(elsewhere.requests().length).toBeGreaterThan(0));
      await expectAllTold(stack, ids, HANG_MS);
      await remove(stack, webhookId);
    } finally {
      await elsewhere.close();
    }
  });
}

function subscribe(
  stack: Stack,
  path: string,
  events: WebhookEvent[],
): Promise<{ id: string; secret: string }> {
  return stack.tenant.client.webhook(`${stack.receiver.url}${path}`, events.length > 0 ? events : undefined);
}

async function remove(stack: Stack, webhookId: string): Promise<void> {
  const answer = await stack.tenant.client.call("DELETE", `/api/v1/webhooks/${webhookId}`);
  expect([answer.status, answer.body]).toEqual([200, { object: "webhook", id: webhookId, deleted: true }]);
}

function attemptsOf(stack: Stack, webhookId: string) {
  return stack.database.rows<{ attempt: number; status: number; response: string; delivery: string }>(
    `SELECT a.attempt, a.status, a.response, d.status AS delivery FROM delivery_attempts a
     JOIN deliveries d USING (account_id, event_id, webhook_id) WHERE a.webhook_id = $1 ORDER BY a.attempt`,
    [webhookId],
  );
}
