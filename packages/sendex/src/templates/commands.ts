import type { Act } from "../desk";
import { previewCommand } from "./preview";
import { pullCommand } from "./pull";
import { pushCommand } from "./push";

export function templateCommands(act: Act) {
  return [pullCommand(act), pushCommand(act), previewCommand(act)];
}
