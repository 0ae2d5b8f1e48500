import { Argument, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { command } from "../command";
import type { Act } from "../desk";
import { bashCompletion } from "./bash";
import { fishCompletion } from "./fish";
import { placesOf } from "./places";
import { zshCompletion } from "./zsh";

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;
const SHELL_NAMES = ["bash", "zsh", "fish"] as const;

/** @param program the whole command line, which the script completes */
export function completionCommand(act: Act, program: CommandUnknownOpts) {
  return command(
    "completion",
    "Prints a script that completes commands and options in a shell; its first line says where to put it.",
    "completion bash",
  )
    .addArgument(new Argument("<shell>", "which shell").choices(SHELL_NAMES))
    .action((shell) =>
      act(async () => {
        const script = SHELLS[shell](placesOf(program));
        return { value: { shell, script }, text: script };
      }),
    );
}
