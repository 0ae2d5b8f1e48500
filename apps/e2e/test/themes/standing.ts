import { expect } from "@jest/globals";
import { eventually } from "../../src/eventually";
import type { Stack } from "../../src/stack";
import type { OnStack } from "../../src/use-stack";

const FIFTY = 50;
/** What SES tells of the last ones, after their delivery. */
const BAD = ["Bounce", "Bounce", "Complaint"];
/** Mail to the simulator, of which most bounces: it counts nowhere. */
const SIMULATED = ["bounce", "bounce+a", "bounce+b", "complaint", "complaint+a", "success"];
const LONG_MS = 300_000;

/** The seed's rules from end to end. */
export function standing(onStack: OnStack): void {
  onStack(
    "suspends an account whose mail bounces and is complained of, tells its owner, and hears its appeal",
    async (stack) => {
      const { accountId, client } = await stack.createAccount();
      const send = async (to: string) => client.send({ to });
      const becomes = async (standing: string, bounce_rate: { sent: number; hurt: number }) =>
        eventually(
          async () => {
            const { body } = await client.call("GET", "/api/v1/account");
            expect(body).toMatchObject({ standing, bounce_rate });
          },
          { within: LONG_MS / 2 },
        );
      const ids = await Promise.all(
        Array.from({ length: FIFTY }, (_, i) => send(`someone-${i}@example.com`)),
      );
      const simulated = await Promise.all(SIMULATED.map((name) => send(`${name}@simulator.amazonses.com`)));
      await eventually(
        async () => {
          expect(await statuses(stack, ids)).toEqual({ delivered: FIFTY });
          expect(await statuses(stack, simulated)).toEqual({ bounced: 3, complained: 2, delivered: 1 });
        },
        { within: LONG_MS / 2 },
      );
      await becomes("active", { sent: FIFTY, hurt: 0 });
      for (const [i, type] of BAD.entries()) {
        const [copy] = await stack.sandbox.copies(ids[i] ?? "");
        await stack.sandbox.event(copy?.messageId ?? "", type);
      }
      await becomes("suspended", { sent: FIFTY, hurt: BAD.length });
      const refused = await client.post();
      expect([refused.status, refused.body.error]).toEqual([403, "account_suspended"]);
      const owner = await ownerOf(stack.cli, accountId);
      await eventually(async () => {
        // An alert about the same complaints writes to the owner, too.
        const mails = await stack.sandbox.inbox(owner);
        const told = mails.find(({ subject }) => subject === "Your Sendex account is suspended");
        expect(told?.raw).toContain("above the limit of 4 %");
      });
      const appeal = await client.call<{ id: string }>("POST", "/api/v1/account/appeals", {
        message: "A test.",
      });
      expect(appeal.status).toBe(201);
      await stack.cli("appeal", "grant", appeal.body.id, "--note", "Fine.");
      await eventually(async () => expect((await client.post()).status).toBe(202));
    },
    LONG_MS,
  );
}

/** How many of these messages' recipients have each status. */
async function statuses(stack: Stack, ids: string[]): Promise<Record<string, number>> {
  const rows = await stack.database.rows<{ status: string; count: number }>(
    "SELECT status, count(*)::int AS count FROM recipients WHERE message_id = ANY ($1) GROUP BY 1",
    [ids],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

async function ownerOf(
  cli: (...command: string[]) => Promise<{ account: { email: string } }>,
  id: string,
): Promise<string> {
  return (await cli("account", "show", "--account", id)).account.email;
}
