import type { Act } from "../desk";
import { addCommand } from "./add";
import { exportCommand } from "./export";
import { importCommand } from "./import";
import { listCommand } from "./list";
import { removeCommand } from "./remove";
import { showCommand } from "./show";
import { updateCommand } from "./update";

export function contactCommands(act: Act) {
  return [
    listCommand(act),
    showCommand(act),
    addCommand(act),
    updateCommand(act),
    removeCommand(act),
    importCommand(act),
    exportCommand(act),
  ];
}
