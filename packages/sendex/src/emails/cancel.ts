import { command } from "../command";
import type { Act } from "../desk";

export function cancelCommand(act: Act) {
  return command("cancel", "Cancels an email that no worker has taken up: one that is scheduled, say.")
    .argument("<id>", "msg_…")
    .action((id) =>
      act(async (desk) => ({
        value: await desk.client().emails.cancel(id),
        text: `${id} is cancelled.`,
      })),
    );
}
