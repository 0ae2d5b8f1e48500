import { expect } from "@jest/globals";
import { eventually } from "../../src/eventually";
import type { OnStack } from "../../src/use-stack";

const FIFTY = 50;
const BAD = ["bounce+a", "bounce+b", "complaint+a"];
const LONG_MS = 120_000;

/** The seed's rules from end to end, with the simulator's addresses. */
export function standing(onStack: OnStack): void {
  onStack(
    "suspends an account whose mail bounces and is complained of, tells its owner, and hears its appeal",
    async (stack) => {
      const { accountId, client } = await stack.createAccount();
      const send = async (to: string) => client.send({ to });
      await Promise.all(
        Array.from({ length: FIFTY - BAD.length }, (_, i) => send(`success+${i}@simulator.amazonses.com`)),
      );
      await Promise.all(BAD.map((name) => send(`${name}@simulator.amazonses.com`)));
      await eventually(
        async () => {
          const { body } = await client.call<{
            standing: string;
            bounce_rate: { sent: number; hurt: number };
          }>("GET", "/api/v1/account");
          expect(body).toMatchObject({
            standing: "suspended",
            bounce_rate: { sent: FIFTY, hurt: BAD.length },
          });
        },
        { within: LONG_MS / 2 },
      );
      const refused = await client.post();
      expect([refused.status, refused.body.error]).toEqual([403, "account_suspended"]);
      const owner = await ownerOf(stack.cli, accountId);
      await eventually(async () => {
        const [mail] = await stack.sandbox.inbox(owner);
        expect(mail).toMatchObject({ subject: "Your Sendex account is suspended" });
        expect(mail?.raw).toContain("above the limit of 4 %");
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

async function ownerOf(
  cli: (...command: string[]) => Promise<{ account: { email: string } }>,
  id: string,
): Promise<string> {
  return (await cli("account", "show", "--account", id)).account.email;
}
