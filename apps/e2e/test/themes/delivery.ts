import { createHmac, timingSafeEqual } from "node:crypto";
import { expect } from "@jest/globals";
import type { AcceptedMessage } from "@sendex/sdk/generated/api";
import { Webhook } from "standardwebhooks";
import { eventually } from "../../src/eventually";
import { expectOneCopyEach, expectWebhooks, expectTimeline, untilStatus } from "../../src/settle";
import type { OnStack } from "../../src/use-stack";

/** As the Sendex reference tells customers to do it. */
function verifyWebhook(rawBody: string, secret: string, header: string): boolean {
  const expected = `sha256=${createHmac("sha256", secret).update(rawBody).digest("hex")}`;
  return header.length === expected.length && timingSafeEqual(Buffer.from(header), Buffer.from(expected));
}

export function delivery(onStack: OnStack): void {
  onStack("delivers what Sendex accepted, and tells so by signed webhooks", async (stack) => {
    const { client } = stack.tenant;
    const to = "ada@example.com";
    const answer = await client.post({
      to,
      subject: "Hello Ada",
      html: "<p>Hi</p>",
      tags: [{ name: "kind", value: "hello" }],
    });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^msg_[0-9a-z]{22,}$/),
      object: "email",
      status: "queued",
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    const { id } = answer.body;
    await untilStatus(stack, [id], "delivered");
    await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered"]);
    await expectTimeline(stack, id, ["queued", "attempt", "sent", "delivered"]);
    await expectOneCopyEach(stack, [id]);

    const requests = stack.receiver.requests().filter(({ body }) => body.includes(id));
    const standard = new Webhook(stack.webhook.secret);
    for (const { body, headers } of requests) {
      const header = String(headers["x-sendex-signature"]);
      expect(verifyWebhook(body, stack.webhook.secret, header)).toBe(true);
      expect(verifyWebhook(`${body} `, stack.webhook.secret, header)).toBe(false);
      const verified = standard.verify(body, {
        "webhook-id": String(headers["webhook-id"]),
        "webhook-timestamp": String(headers["webhook-timestamp"]),
        "webhook-signature": String(headers["webhook-signature"]),
      });
      expect(verified).toEqual(JSON.parse(body));
      expect(headers["svix-id"]).toBe(headers["webhook-id"]);
      expect(headers["svix-signature"]).toBe(headers["webhook-signature"]);
    }
    const delivered = stack.receiver.events(id).find(({ event }) => event === "email.delivered");
    expect(delivered?.body).toMatchObject({
      event: "email.delivered",
      type: "email.delivered",
      data: {
        id,
        message_id: id,
        email_id: id,
        recipient: to,
        to: [to],
        status: "delivered",
        subject: "Hello Ada",
      },
    });
  });

  onStack("shows the mail in the sandbox's inbox as it was written", async (stack) => {
    const to = "inbox@example.com";
    const id = await stack.tenant.client.send({
      to,
      subject: "Grüße",
      text: "plain words",
      headers: { "X-Order": "42" },
    });
    await untilStatus(stack, [id], "delivered");
    const [mail] = await stack.sandbox.inbox(to);
    expect(mail).toMatchObject({ to: [to], from: `shop@${stack.tenant.domain}`, subject: "Grüße" });
    expect(mail?.raw).toContain("plain words");
    expect(mail?.raw).toMatch(/^X-Order: 42\r?$/m);
  });

  onStack("delivers what Sendarix accepted, readable on both surfaces in their own words", async (stack) => {
    const { client } = stack.tenant;
    const recipient = { email: "grace@example.com", name: "Grace" };
    const answer = await client.call<AcceptedMessage>("POST", "/v1/messages", {
      recipient,
      subject: "Hello Grace",
      text: "Hi",
    });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ status: "queued", message_id: expect.stringMatching(/^msg_/) });
    const id = answer.body.message_id;
    await untilStatus(stack, [id], "delivered");
    const message = await client.message(id);
    expect(message).toMatchObject({
      message_id: id,
      status: "delivered",
      recipient: "grace@example.com",
      subject: "Hello Grace",
    });
    expect([message.sent_at, message.delivered_at].map((at) => Date.parse(String(at)))).not.toContain(NaN);
    const words = message.events.map(({ type }) => type);
    expect(words.filter((word) => word !== "attempt")).toEqual(["queued", "accepted", "delivered"]);
    expect(await client.email(id)).toMatchObject({ id, status: "delivered", last_event: "delivered" });
    await expectTimeline(stack, id, ["queued", "attempt", "sent", "delivered"]);
    await expectWebhooks(stack, id, ["email.queued", "email.sent", "email.delivered"]);
    await expectOneCopyEach(stack, [id]);
  });

  onStack("says accepted on Sendarix and sent on Sendex until SES reports more", async (stack) => {
    const { client } = stack.tenant;
    stack.relay.lose();
    const id = await client.send({ to: "between@example.com" });
    await untilStatus(stack, [id], "sent");
    expect((await client.message(id)).status).toBe("accepted");
  });

  onStack(
    "sends one mail for twenty simultaneous posts with one key, and gives each the same answer",
    async (stack) => {
      const { client } = stack.tenant;
      const fields = { to: "once@example.com", subject: "Only once" };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => client.post(fields, { "idempotency-key": "order-4711" })),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers.filter(({ headers }) => headers.get("idempotent-replayed") === "true")).toHaveLength(19);
      const id = answers[0]?.body.id ?? "";
      await untilStatus(stack, [id], "delivered");
      const ledger = await stack.sandbox.ledger();
      expect(ledger.filter(({ to }) => to.includes(fields.to))).toHaveLength(1);
      const other = await client.post(
        { ...fields, subject: "Another body" },
        { "idempotency-key": "order-4711" },
      );
      expect([other.status, other.body.error]).toEqual([409, "idempotency_conflict"]);
    },
  );

  onStack("sends each of a message's recipients one mail of its own", async (stack) => {
    const to = ["one@example.com", "two@example.com"];
    const id = await stack.tenant.client.send({ to, bcc: "secret@example.com" });
    await untilStatus(stack, [id], "delivered");
    await eventually(async () => {
      const copies = await stack.sandbox.copies(id);
      expect(copies.map((line) => line.to).sort()).toEqual([
        ["one@example.com"],
        ["secret@example.com"],
        ["two@example.com"],
      ]);
    });
    const [mail] = await stack.sandbox.inbox("one@example.com");
    expect(mail?.raw).not.toContain("secret@example.com");
  });
}
