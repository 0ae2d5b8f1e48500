import { expect } from "@jest/globals";
import { eventually } from "../../src/eventually";
import { copiesOf, expectOneCopyEach, expectWebhooks, expectTimeline, untilStatus } from "../../src/settle";
import type { Stack } from "../../src/stack";
import type { OnStack } from "../../src/use-stack";

const SIMULATOR = "simulator.amazonses.com";

export function reports(onStack: OnStack): void {
  onStack("shows a bounce, and does not suppress the simulator's own address", async (stack) => {
    const to = `bounce@${SIMULATOR}`;
    for (const round of [1, 2]) {
      const id = await stack.tenant.client.send({ to, subject: `Round ${round}` });
      await untilStatus(stack, [id], "bounced");
      await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.bounced"]);
      const bounced = stack.receiver.events(id).find(({ event }) => event === "email.bounced");
      expect(bounced?.body.data).toMatchObject({
        recipient: to,
        status: "bounced",
        bounce: { type: "Permanent" },
      });
    }
  });

  for (const [box, status] of [
    ["bounce", "bounced"],
    ["complaint", "complained"],
  ] as const) {
    onStack(`suppresses a labelled ${box} address, so that the next send ends there`, async (stack) => {
      const to = `${box}+customer@${SIMULATOR}`;
      const first = await stack.tenant.client.send({ to });
      await untilStatus(stack, [first], status);
      const second = await stack.tenant.client.send({
        to: to.toUpperCase().replace("SIMULATOR.AMAZONSES.COM", SIMULATOR),
      });
      await untilStatus(stack, [second], "suppressed");
      expect(await copiesOf(stack, [second])).toEqual([0]);
      await expectWebhooks(stack, second, ["email.queued", "email.suppressed"]);
      const mixed = await stack.tenant.client.send({ to: [to, "fine@example.com"] });
      await untilStatus(stack, [mixed], "delivered");
      expect(await copiesOf(stack, [mixed])).toEqual([1]);
    });
  }

  onStack("shows a complaint after its delivery", async (stack) => {
    const id = await stack.tenant.client.send({ to: `complaint@${SIMULATOR}` });
    await untilStatus(stack, [id], "complained");
    await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered", "email.complained"]);
  });

  onStack("leaves delivered what an out-of-office reply comes back for", async (stack) => {
    const id = await stack.tenant.client.send({ to: `ooto@${SIMULATOR}` });
    await untilNotifications(stack, id, 3);
    await untilStatus(stack, [id], "delivered");
  });

  onStack("shows what SES's own suppression list returns as bounced", async (stack) => {
    const id = await stack.tenant.client.send({ to: `suppressionlist@${SIMULATOR}` });
    await untilStatus(stack, [id], "bounced");
    const { events } = await stack.tenant.client.email(id);
    // Where SES's word overtakes our own writing, their entries are of one moment, in either order.
    expect(events.find(({ type }) => type === "bounced")).toMatchObject({
      type: "bounced",
      bounce: { type: "Permanent", subType: "Suppressed" },
    });
  });

  for (const version of ["1", "2"] as const) {
    onStack(
      `takes each notification of signature version ${version} once, however often SNS repeats it`,
      async (stack) => {
        await stack.sandbox.sns({ signatureVersion: version });
        const id = await stack.tenant.client.send();
        await untilStatus(stack, [id], "delivered");
        await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered"]);
        await expectTimeline(stack, id, ["queued", "attempt", "sent", "delivered"]);
        const before = await traces(stack, id);

        const envelopes = await untilNotifications(stack, id, 2);
        expect(envelopes.map(({ body }) => JSON.parse(body).SignatureVersion)).toEqual([version, version]);
        const repeats = [...envelopes, ...envelopes, ...[...envelopes].reverse()];
        expect(await Promise.all(repeats.map((envelope) => stack.relay.deliver(envelope)))).toEqual(
          Array(6).fill(200),
        );

        await passBy(stack);
        expect(await traces(stack, id)).toEqual(before);
        await expectTimeline(stack, id, ["queued", "attempt", "sent", "delivered"]);
      },
    );
  }

  onStack("refuses altered and foreign notifications, which then have no effect", async (stack) => {
    const id = await stack.tenant.client.send();
    await untilStatus(stack, [id], "delivered");
    await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered"]);
    const [envelope] = await untilNotifications(stack, id, 1);
    if (!envelope) throw new Error("no notification");
    await expectTimeline(stack, id, ["queued", "attempt", "sent", "delivered"]);
    const before = await traces(stack, id);
    const signed = JSON.parse(envelope.body);
    const bounced = signed.Message.replace(/"eventType":"\w+"/, '"eventType":"Complaint"');
    const forgeries = [
      { ...signed, Message: bounced },
      { ...signed, Message: bounced, MessageId: "11111111-2222-3333-4444-555555555555" },
      { ...signed, TopicArn: "arn:aws:sns:us-east-1:111111111111:other" },
      { ...signed, SigningCertURL: "https://sns.us-east-1.amazonaws.com.example.net/x.pem" },
      { ...signed, Signature: "AAAA" },
      {},
    ];
    for (const forgery of forgeries) {
      const body = JSON.stringify(forgery);
      expect([body.slice(0, 80), await stack.relay.deliver({ headers: envelope.headers, body })]).toEqual([
        body.slice(0, 80),
        403,
      ]);
    }
    expect(await stack.relay.deliver({ headers: envelope.headers, body: "not json" })).toBe(403);
    await passBy(stack);
    expect(await traces(stack, id)).toEqual(before);
    expect((await stack.tenant.client.email(id)).status).toBe("delivered");
  });

  onStack(
    "sends to nobody whose domain takes no mail, and asks again when DNS is the trouble",
    async (stack) => {
      const answer = await stack.tenant.client.post({ to: "someone@nowhere.invalid" });
      expect([answer.status, answer.body.error]).toEqual([422, "invalid_recipient"]);
      expect(answer.body.message).toContain("someone@nowhere.invalid");
      await setMx(stack, "shaky.example", "servfail");
      const id = await stack.tenant.client.send({ to: "someone@shaky.example" });
      await untilStatus(stack, [id], "deferred");
      await expectOneCopyEach(stack, [id]);
    },
  );
}

async function setMx(stack: Stack, domain: string, mx: string): Promise<void> {
  const answer = await fetch(`${stack.sandbox.url}/_sandbox/dns`, {
    method: "POST",
    body: JSON.stringify({ domain, mx }),
  });
  expect(answer.status).toBe(200);
}

/** The notifications about one message, once there are so many. */
async function untilNotifications(stack: Stack, id: string, count: number) {
  return eventually(() => {
    const about = stack.relay.notifications().filter(({ body }) => body.includes(id));
    expect(about.length).toBeGreaterThanOrEqual(count);
    return about;
  });
}

/** Everything that a notification could have left behind for a message. */
async function traces(stack: Stack, id: string) {
  const [counts] = await stack.database.rows<Record<string, string>>(
    `SELECT (SELECT count(*) FROM events WHERE subject_id = $1) AS events,
       (SELECT count(*) FROM deliveries d JOIN events e ON e.id = d.event_id WHERE e.subject_id = $1) AS deliveries,
       (SELECT count(*) FROM suppressions WHERE message_id = $1) AS suppressions`,
    [id],
  );
  return { ...counts, webhooks: stack.receiver.requests().filter(({ body }) => body.includes(id)).length };
}

/** Sends another message to its end: what came before it has been worked on then. */
async function passBy(stack: Stack): Promise<void> {
  const id = await stack.tenant.client.send({ subject: "passing by" });
  await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered"]);
}
