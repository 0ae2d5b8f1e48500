import { command } from "../command";
import type { Act } from "../desk";
import { text } from "../values";

export function sendCommand(act: Act) {
  return command("send", "Sends a draft to its segment, at once or at a time.", "broadcasts send bc_…")
    .argument("<id>", "its id")
    .option("--scheduled-at <time>", 'ISO 8601 with a zone, or words such as "tomorrow at 9am"', text)
    .action((id, { scheduledAt }) =>
      act(async (desk) => {
        const when = scheduledAt === undefined ? {} : { scheduled_at: scheduledAt };
        const sent = await desk.client().broadcasts.send(id, when);
        return { value: sent, text: `${id} is ${scheduledAt === undefined ? "being sent" : "scheduled"}.` };
      }),
    );
}

export function pauseCommand(act: Act) {
  return command("pause", "Stops a broadcast: none of its mails is sent until it is resumed.")
    .argument("<id>", "its id")
    .action((id) =>
      act(async (desk) => ({ value: await desk.client().broadcasts.pause(id), text: `${id} is paused.` })),
    );
}

export function resumeCommand(act: Act) {
  return command("resume", "Has a paused broadcast go on where it stood.")
    .argument("<id>", "its id")
    .action((id) =>
      act(async (desk) => ({ value: await desk.client().broadcasts.resume(id), text: `${id} goes on.` })),
    );
}

export function cancelCommand(act: Act) {
  return command(
    "cancel",
    "Ends a broadcast: what of it was not sent is cancelled; a scheduled one is a draft again.",
  )
    .argument("<id>", "its id")
    .action((id) =>
      act(async (desk) => ({
        value: await desk.client().broadcasts.cancel(id),
        text: `${id} is cancelled.`,
      })),
    );
}
