import { expect } from "@jest/globals";
import type { AcceptedMessage } from "@sendex/sdk/generated/api";
import { eventually } from "../../src/eventually";
import { copiesOf, expectOneCopyEach, expectWebhooks, untilStatus } from "../../src/settle";
import type { Stack } from "../../src/stack";
import type { OnStack } from "../../src/use-stack";

const HOUR_MS = 3_600_000;
/** More than a request takes on a starved machine. */
const AHEAD_MS = 5_000;

function fromNow(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

/** What of these messages still waits for its time is due now. */
async function comeDue(stack: Stack, ids: string[]): Promise<void> {
  await stack.database.rows(
    "UPDATE recipients SET due_at = now() WHERE message_id = ANY ($1) AND due_at IS NOT NULL",
    [ids],
  );
}

export function schedules(onStack: OnStack): void {
  onStack("sends a scheduled message at its time, not before", async (stack) => {
    const scheduled_at = fromNow(AHEAD_MS);
    const answer = await stack.tenant.client.post({ scheduled_at });
    expect(answer.body).toMatchObject({ status: "scheduled", scheduled_at });
    const { id } = answer.body;
    await untilStatus(stack, [id], "delivered");
    const [copy] = await stack.sandbox.copies(id);
    expect(Date.parse(copy?.at ?? "")).toBeGreaterThanOrEqual(Date.parse(scheduled_at));
    await expectOneCopyEach(stack, [id]);
    await expectWebhooks(stack, id, ["email.scheduled", "email.sent", "email.delivered"]);
  });

  onStack("sends Sendarix' scheduled messages too", async (stack) => {
    const { client } = stack.tenant;
    const fields = {
      recipient: "later@example.com",
      subject: "s",
      text: "t",
      scheduled_time: fromNow(HOUR_MS),
    };
    const answer = await client.call<AcceptedMessage>("POST", "/v1/messages", fields);
    expect(answer.body).toMatchObject({ status: "scheduled", scheduled_time: fields.scheduled_time });
    const { message_id } = answer.body;
    expect((await client.email(message_id)).status).toBe("scheduled");
    await comeDue(stack, [message_id]);
    await untilStatus(stack, [message_id], "delivered");
  });

  onStack("cancels what is scheduled, twice with the same answer, on both surfaces", async (stack) => {
    const { client } = stack.tenant;
    const at = fromNow(HOUR_MS);
    const [one, two] = [await client.send({ scheduled_at: at }), await client.send({ scheduled_at: at })];
    const barrier = await client.send({ scheduled_at: at });
    for (const _again of [1, 2]) {
      const sendex = await client.call("POST", `/api/v1/emails/${one}/cancel`);
      expect([sendex.status, sendex.body]).toEqual([200, { object: "email", id: one }]);
      const sendarix = await client.call("DELETE", `/v1/messages/${two}`);
      expect([sendarix.status, sendarix.body]).toEqual([200, { message_id: two, status: "cancelled" }]);
    }
    await comeDue(stack, [one, two, barrier]);
    await untilStatus(stack, [barrier], "delivered");
    expect(await copiesOf(stack, [one, two])).toEqual([0, 0]);
    for (const id of [one, two]) {
      expect((await client.email(id)).status).toBe("cancelled");
      await expectWebhooks(stack, id, ["email.scheduled", "email.cancelled"]);
    }
  });

  onStack("answers 404 to a cancel or a new time once the message is on its way", async (stack) => {
    const { client } = stack.tenant;
    const id = await client.send();
    await untilStatus(stack, [id], "delivered");
    const answers = [
      await client.call("POST", `/api/v1/emails/${id}/cancel`),
      await client.call("DELETE", `/v1/messages/${id}`),
      await client.call("PATCH", `/api/v1/emails/${id}`, { scheduled_at: fromNow(HOUR_MS) }),
    ];
    expect(answers.map(({ status, body }) => [status, body.error])).toEqual(
      Array(3).fill([404, "not_found"]),
    );
  });

  onStack("moves a schedule", async (stack) => {
    const { client } = stack.tenant;
    const id = await client.send({ scheduled_at: fromNow(HOUR_MS) });
    const moved = fromNow(1_000);
    const answer = await client.call("PATCH", `/api/v1/emails/${id}`, { scheduled_at: moved });
    expect([answer.status, answer.body]).toEqual([200, { object: "email", id, scheduled_at: moved }]);
    expect((await client.email(id)).scheduled_at).toBe(moved);
    await untilStatus(stack, [id], "delivered");
    await expectOneCopyEach(stack, [id]);
  });

  onStack("lets exactly one win when cancels race their sends", async (stack) => {
    const { client } = stack.tenant;
    const at = fromNow(1_200);
    const ids = await client.sendMany(60, { scheduled_at: at });
    await eventually(() => expect(Date.now()).toBeGreaterThan(Date.parse(at)));
    const answers = await Promise.all(ids.map((id) => client.call("POST", `/api/v1/emails/${id}/cancel`)));
    const won = ids.filter((_, i) => answers[i]?.status === 200);
    const lost = ids.filter((_, i) => answers[i]?.status === 404);
    expect(won.length + lost.length).toBe(60);
    await untilStatus(stack, lost, "delivered");
    await untilStatus(stack, won, "cancelled");
    expect(await copiesOf(stack, won)).toEqual(won.map(() => 0));
    await expectOneCopyEach(stack, lost);
  });
}
