import { expect } from "@jest/globals";
import type { Client } from "@sendex/sdk/client";
import { eventually } from "../../src/eventually";
import { copiesOf, expectWebhooks, untilStatus } from "../../src/settle";
import type { Stack } from "../../src/stack";
import type { OnStack } from "../../src/use-stack";

const API = "/api/v1/suppressions";

export function suppressions(onStack: OnStack): void {
  onStack(
    "follow a bounce to both lists, and a removal from both, after which mail goes out again",
    async (stack) => {
      const { client } = stack.tenant;
      const to = "moved+1@away.example";
      const first = await client.send({ to });
      await untilStatus(stack, [first], "delivered");
      await publish(stack, first, "Bounce");
      await untilStatus(stack, [first], "bounced");
      const { body } = await client.call<Awaited<ReturnType<Client["suppressions"]["list"]>>>(
        "GET",
        `${API}?origin=bounce&email=${encodeURIComponent(to)}`,
      );
      expect(body.data).toEqual([
        expect.objectContaining({ email: to, source: "report", message_id: first }),
      ]);
      expect(await sesList(stack)).toContain(to);
      const second = await client.send({ to });
      await untilStatus(stack, [second], "suppressed");
      await expectWebhooks(stack, second, ["email.queued", "email.suppressed"]);
      expect((await client.call("DELETE", `${API}/${to}`)).body).toMatchObject({ email: to, deleted: true });
      const third = await client.send({ to });
      await untilStatus(stack, [third], "delivered");
      expect(await copiesOf(stack, [second, third])).toEqual([0, 1]);
      expect(await sesList(stack)).not.toContain(to);
    },
  );

  onStack("are read from SES's list, and a failing SES is told of a removal later", async (stack) => {
    const { client } = stack.tenant;
    const to = "listed@away.example";
    await put(stack, to, "COMPLAINT");
    await eventually(async () => {
      expect(
        await stack.database.rows("SELECT 1 FROM ses_suppressions WHERE address = $1 AND state = 'listed'", [
          to,
        ]),
      ).toHaveLength(1);
    });
    const first = await client.send({ to });
    await untilStatus(stack, [first], "suppressed");
    expect((await client.call("GET", `/v1/suppressions/${to}`)).body).toMatchObject({
      recipient: to,
      reason: "complaint",
      source: "ses_list",
      message_id: first,
    });
    await stack.sandbox.fault({
      operation: "DeleteSuppressedDestination",
      error: "InternalFailure",
      count: 1,
    });
    expect((await client.call("DELETE", `/v1/suppressions/${to}`)).status).toBe(422);
    expect((await client.call("DELETE", `/v1/suppressions/${to}?confirm=complaint`)).status).toBe(200);
    const second = await client.send({ to });
    await untilStatus(stack, [second], "delivered");
    expect(await sesList(stack)).not.toContain(to);
  });

  onStack("of one account leave another's mail alone", async (stack) => {
    const other = await stack.createAccount();
    const to = "unwanted@away.example";
    expect((await other.client.call("POST", "/v1/unsubscribes", { recipient: to })).status).toBe(201);
    const id = await stack.tenant.client.send({ to });
    await untilStatus(stack, [id], "delivered");
    expect(await sesList(stack)).not.toContain(to);
  });
}

/** Makes SES say something of a mail that it delivered. */
async function publish(stack: Stack, id: string, type: string): Promise<void> {
  const [line] = await stack.sandbox.copies(id);
  await stack.sandbox.event(line?.messageId ?? "", type);
}

async function sesList(stack: Stack): Promise<string[]> {
  const answer = await ses(stack, "GET");
  const { SuppressedDestinationSummaries: entries } = (await answer.json()) as {
    SuppressedDestinationSummaries: { EmailAddress: string }[];
  };
  return entries.map(({ EmailAddress }) => EmailAddress);
}

async function put(stack: Stack, EmailAddress: string, Reason: string): Promise<void> {
  expect((await ses(stack, "PUT", { EmailAddress, Reason })).status).toBe(200);
}

function ses(stack: Stack, method: string, body?: object): Promise<Response> {
  return fetch(`${stack.sandbox.url}/v2/email/suppression/addresses`, {
    method,
    headers: { authorization: "sandbox" },
    ...(body && { body: JSON.stringify(body) }),
  });
}
