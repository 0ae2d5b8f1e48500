import type { Act } from "../desk";
import { createCommand } from "./create";
import { listCommand } from "./list";
import { removeCommand } from "./remove";
import { showCommand } from "./show";

export function segmentCommands(act: Act) {
  return [listCommand(act), showCommand(act), createCommand(act), removeCommand(act)];
}
