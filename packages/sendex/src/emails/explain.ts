import { command } from "../command";
import type { Act } from "../desk";
import { plain } from "../show/as-text";

export function explainCommand(act: Act) {
  return command("explain", "Says in sentences what happened to an email, and what happens next.")
    .argument("<id>", "msg_…")
    .action((id) =>
      act(async (desk) => {
        const explanation = await desk.client().emails.explain(id);
        const { summary, steps, next } = explanation;
        const lines = [
          summary,
          "",
          ...steps.map(({ at, text }) => `${at}  ${text}`),
          ...(next.length > 0 ? ["", "Next:"] : []),
          ...next.map(({ at, text }) => (at ? `${at}  ${text}` : text)),
        ];
        return { value: explanation, text: lines.map(plain).join("\n") };
      }),
    );
}
