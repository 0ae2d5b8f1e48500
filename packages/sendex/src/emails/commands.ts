import type { Act } from "../desk";
import { cancelCommand } from "./cancel";
import { explainCommand } from "./explain";
import { listCommand } from "./list";
import { showCommand } from "./show";

export function emailCommands(act: Act) {
  return [listCommand(act), showCommand(act), explainCommand(act), cancelCommand(act)];
}
