import type { Act } from "../desk";
import { exportCommand } from "./export";
import { importCommand } from "./import";
import { listCommand } from "./list";
import { removeCommand } from "./remove";

export function suppressionCommands(act: Act) {
  return [listCommand(act), importCommand(act), exportCommand(act), removeCommand(act)];
}
