import { changeAccount } from "@sendex/pipeline/accounts/change";
import { accountOf } from "./account-of";
import { actor } from "./actor";
import { UsageError } from "./arguments";
import type { Command } from "./command";

/** How long an account's content is kept. */
export const CONTENT_COMMANDS: Record<string, Command> = {
  "account content": {
    usage: "account content --account ID|EMAIL --keep yes|no [--json]",
    about:
      "Keeps content for 30 days, or (no) only until a message is settled, what is stored already included.",
    run: async (desk, flags) => {
      const { id } = await accountOf(desk, flags);
      const keep = flags.get("keep");
      if (keep !== "yes" && keep !== "no") throw new UsageError("--keep is yes or no.");
      await changeAccount(desk.context, id, { keepContent: keep === "yes" }, actor());
      return { account: id, keepContent: keep === "yes" };
    },
  },
};
