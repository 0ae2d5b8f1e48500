import { Argument } from "@commander-js/extra-typings";
import { SendexError } from "@sendex/core/error";
import { listOperators } from "@sendex/data/access/operators";
import { addOperator, removeOperator } from "@sendex/pipeline/access/operators";
import { command } from "../command";
import type { Act, Desk } from "../desk";
import { id, text } from "../values";

/** Who may use /admin. */
export function operatorCommands(act: Act) {
  return [
    command("create", "Makes a key for /admin, which is shown only here.", 'operator create "Ada Lovelace"')
      .addArgument(new Argument("<name>", "whose key it is").argParser(text))
      .action((name) => act(({ context, actor }) => addOperator(context, name, actor))),
    command("list", "Lists who may use /admin.").action(() =>
      act(async ({ context }) => ({ data: await listOperators(context.data) })),
    ),
    command("revoke", "Ends an operator's key at once.")
      .addArgument(new Argument("<operator-id>", "as operator list has it").argParser(id("opr")))
      .action((operatorId) => act((desk) => revoke(desk, operatorId))),
  ];
}

async function revoke({ context, actor }: Desk, operatorId: string): Promise<object> {
  if (!(await removeOperator(context, operatorId, actor)))
    throw new SendexError("not_found", "There is no such operator, or it was revoked before.");
  return { id: operatorId, revoked: true };
}
