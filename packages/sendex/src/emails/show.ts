import type { Email } from "@sendex/sdk/generated/api";
import { command } from "../command";
import type { Act } from "../desk";
import { plain } from "../show/as-text";

export function showCommand(act: Act) {
  return command("show", "Shows an email with its recipients and its timeline.")
    .argument("<id>", "msg_…")
    .action((id) =>
      act(async (desk) => {
        const email = await desk.client().emails.get(id);
        return { value: email, text: shown(email) };
      }),
    );
}

function shown(email: Email): string {
  const { id, status, from, to, cc, bcc, subject, created_at, scheduled_at, recipients, events } = email;
  const lines = [
    `id: ${id}`,
    `status: ${status} (${email.mode})`,
    `from: ${from}`,
    `to: ${to.join(", ")}`,
    ...(cc?.length ? [`cc: ${cc.join(", ")}`] : []),
    ...(bcc?.length ? [`bcc: ${bcc.join(", ")}`] : []),
    `subject: ${subject ?? "–"}`,
    `created: ${created_at}`,
    ...(scheduled_at ? [`scheduled: ${scheduled_at}`] : []),
    "",
    ...recipients.map(
      ({ address, status: own, reason }) => `${address}  ${own}${reason ? `  ${reason}` : ""}`,
    ),
    "",
    ...events.map((event) => `${event.at}  ${event.type}${moreOf(event)}`),
  ];
  return lines.map(plain).join("\n");
}

function moreOf({ recipient, reason, detail, bounce, click }: Email["events"][number]): string {
  const parts = [recipient, reason, bounce && `${bounce.type}: ${bounce.message}`, click?.link, detail];
  return parts
    .filter((part) => part !== undefined && part !== "")
    .map((part) => `  ${part}`)
    .join("");
}
