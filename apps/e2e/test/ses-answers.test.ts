import { expect } from "@jest/globals";
import type { AcceptedMessage } from "@sendex/sdk/generated/api";
import { eventually } from "../src/eventually";
import {
  copiesOf,
  expectOneCopyEach,
  expectWebhooks,
  recipientRow,
  expectTimeline,
  untilStatus,
} from "../src/settle";
import type { Stack } from "../src/stack";
import { useStack } from "../src/use-stack";

const onStack = useStack({ retryTimeScale: 0.02 });

/** Messages that wait for SES to take mail again. */
const WAITING = 8;

onStack("sends once after two throttles, without using a step of the ladder", async (stack) => {
  await stack.sandbox.fault({ operation: "SendRawEmail", error: "Throttling", count: 2 });
  const id = await stack.tenant.client.send();
  await untilStatus(stack, [id], "delivered");
  await expectOneCopyEach(stack, [id]);
  await expectTimeline(stack, id, ["queued", "attempt", "attempt", "attempt", "sent", "delivered"]);
  expect(await recipientRow(stack, id)).toMatchObject({ attempt: 3, ladder_step: 0 });
  const { events } = await stack.tenant.client.email(id);
  expect(events[1]).toMatchObject({ type: "attempt", attempt: 1, reason: "throttled" });
  await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered"]);
});

onStack("sends once after SES failed twice, with two steps of the ladder used", async (stack) => {
  await stack.sandbox.fault({ operation: "SendRawEmail", error: "InternalFailure", count: 2 });
  const id = await stack.tenant.client.send();
  await eventually(async () => expect(await recipientRow(stack, id)).toMatchObject({ ladder_step: 1 }));
  expect((await stack.tenant.client.email(id)).status).toMatch(/queued|sending/);
  await untilStatus(stack, [id], "delivered");
  await expectOneCopyEach(stack, [id]);
  expect(await recipientRow(stack, id)).toMatchObject({ attempt: 3, ladder_step: 2 });
  await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered"]);
});

onStack(
  "shows a Sendarix message as deferred while its retry is waited for, then bounced when they are spent",
  async (stack) => {
    const { client } = stack.tenant;
    await stack.sandbox.fault({ operation: "SendRawEmail", error: "ServiceUnavailable", count: 1 });
    const answer = await client.call<AcceptedMessage>("POST", "/v1/messages", {
      recipient: "late@example.com",
      subject: "s",
      text: "t",
    });
    const id = answer.body.message_id;
    await expectWebhooks(stack, id, ["email.queued", "email.deferred", "email.sent", "email.delivered"]);

    await stack.sandbox.fault({ operation: "SendRawEmail", error: "ServiceUnavailable" });
    const other = await client.call<AcceptedMessage>("POST", "/v1/messages", {
      recipient: "never@example.com",
      subject: "s",
      text: "t",
    });
    const spent = other.body.message_id;
    await eventually(async () => expect((await client.message(spent)).status).toBe("deferred"));
    // Five hours of the ladder pass by putting the last retry's time forward.
    await stack.database.rows("UPDATE recipients SET ladder_step = 5 WHERE message_id = $1", [spent]);
    await eventually(async () => expect((await client.message(spent)).status).toBe("bounced"));
    expect((await client.email(spent)).status).toBe("failed");
    expect((await recipientRow(stack, spent)).reason).toBe("retries_exhausted");
    await eventually(() => {
      const bounced = stack.receiver.events(spent).find(({ event }) => event === "email.bounced");
      expect(bounced?.body.data.bounce).toMatchObject({ type: "Exhausted" });
    });
    expect(await copiesOf(stack, [spent])).toEqual([0]);
  },
);

onStack("fails at once, with the reason, what SES rejects", async (stack) => {
  await stack.sandbox.fault({ operation: "SendRawEmail", error: "MessageRejected", count: 1 });
  const id = await stack.tenant.client.send();
  await untilStatus(stack, [id], "failed");
  expect(await recipientRow(stack, id)).toMatchObject({
    attempt: 1,
    ladder_step: 0,
    reason: "MessageRejected",
  });
  await expectWebhooks(stack, id, ["email.queued", "email.failed"]);
  expect(await copiesOf(stack, [id])).toEqual([0]);
});

for (const error of ["timeout", "reset", "EmptyId", "garbage"]) {
  onStack(`settles by SES's own event when an answer is lost to ${error}, with one copy`, async (stack) => {
    await stack.sandbox.fault({ operation: "SendRawEmail", error, when: "after", count: 1 });
    const id = await stack.tenant.client.send();
    await untilStatus(stack, [id], "delivered");
    await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered"]);
    await untilNothingIsSending(stack);
    await expectOneCopyEach(stack, [id]);
    const { recipients } = await stack.tenant.client.email(id);
    const [copy] = await stack.sandbox.copies(id);
    expect(recipients[0]?.ses_message_id).toBe(copy?.messageId);
  });
}

onStack("sends a second copy when no evidence comes and the policy is resend", async (stack) => {
  stack.relay.lose();
  await stack.sandbox.fault({ operation: "SendRawEmail", error: "reset", when: "after", count: 1 });
  const id = await stack.tenant.client.send({ priority: "critical" });
  await eventually(async () =>
    expect(await recipientRow(stack, id)).toMatchObject({ status: "sending", reason: "unknown" }),
  );
  await untilStatus(stack, [id], "sent");
  expect(await copiesOf(stack, [id])).toEqual([2]);
  expect(await recipientRow(stack, id)).toMatchObject({ attempt: 2, ladder_step: 1 });
  await expectTimeline(stack, id, ["queued", "attempt", "unknown", "queued", "attempt", "sent"]);
  await expectWebhooks(stack, id, ["email.queued", "email.sent"]);
});

onStack("fails without a second copy when no evidence comes and the policy is fail", async (stack) => {
  const { accountId } = stack.tenant;
  const policy = (word: string) =>
    stack.database.rows("UPDATE accounts SET unknown_policy = $2::unknown_policy WHERE id = $1", [
      accountId,
      word,
    ]);
  await policy("fail");
  try {
    stack.relay.lose();
    await stack.sandbox.fault({ operation: "SendRawEmail", error: "reset", when: "after", count: 1 });
    const id = await stack.tenant.client.send({ priority: "critical" });
    await untilStatus(stack, [id], "failed");
    expect(await recipientRow(stack, id)).toMatchObject({ attempt: 1, reason: "outcome_unknown" });
    expect(await copiesOf(stack, [id])).toEqual([1]);
    await expectWebhooks(stack, id, ["email.queued", "email.failed"]);
  } finally {
    await policy("resend");
  }
});

for (const error of ["AccountSendingPausedException", "DailyQuota"]) {
  onStack(`holds everything while SES answers ${error}, fails nothing, and resumes`, async (stack) => {
    await stack.sandbox.fault({ error });
    const ids = await stack.tenant.client.sendMany(WAITING, { to: `${error}@example.com` });
    await eventually(async () => {
      const rows = await stack.database.rows<{ status: string; reason: string | null }>(
        "SELECT status, reason FROM recipients WHERE message_id = ANY($1)",
        [ids],
      );
      expect(rows.filter(({ status, reason }) => status === "queued" && reason !== null)).toHaveLength(
        WAITING,
      );
    });
    await eventually(async () => expect(await probesOf(stack, ids)).toBeGreaterThan(1));
    await eventually(() => expect(alertsIn(stack, "sending_paused").length).toBeGreaterThan(0));
    expect(await copiesOf(stack, ids)).toEqual(Array(WAITING).fill(0));

    await stack.sandbox.clearFaults();
    await untilStatus(stack, ids, "delivered");
    await expectOneCopyEach(stack, ids);
    const rows = await stack.database.rows<{ ladder_step: number }>(
      "SELECT ladder_step FROM recipients WHERE message_id = ANY($1) AND ladder_step > 0",
      [ids],
    );
    expect(rows).toEqual([]);
  });
}

/** How often SES was asked in vain since the route was shut. */
async function probesOf(stack: Stack, ids: string[]): Promise<number> {
  const rows = await stack.database.rows(
    "SELECT 1 FROM attempts WHERE message_id = ANY($1) AND outcome = 'paused'",
    [ids],
  );
  return rows.length;
}

function alertsIn(stack: Stack, alert: string): string[] {
  return stack.lines("send-worker").filter((line) => line.includes(`"alert":"${alert}"`));
}

/** A late result must have had its chance to do harm. */
async function untilNothingIsSending(stack: Stack): Promise<void> {
  await eventually(async () => {
    const rows = await stack.database.rows(
      "SELECT 1 FROM recipients WHERE status IN ('queued', 'sending') UNION ALL SELECT 1 FROM attempts WHERE finished_at IS NULL",
    );
    expect(rows).toEqual([]);
  });
}
