import { command } from "../command";
import type { Act } from "../desk";
import { askWho, whoAsText } from "./who";

export function whoamiCommand(act: Act) {
  return command("whoami", "Shows which key is used, where it comes from, and what it may do.").action(() =>
    act(async (desk) => {
      const who = await askWho(desk.connection());
      return { value: who, text: whoAsText(who) };
    }),
  );
}
