import type { Act } from "../desk";
import { checkCommand } from "./check";
import { listCommand } from "./list";
import { showCommand } from "./show";

export function domainCommands(act: Act) {
  return [listCommand(act), showCommand(act), checkCommand(act)];
}
