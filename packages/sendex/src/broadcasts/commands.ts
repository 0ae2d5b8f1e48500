import type { Act } from "../desk";
import { cancelCommand, pauseCommand, resumeCommand, sendCommand } from "./acts";
import { createCommand } from "./create";
import { listCommand } from "./list";
import { showCommand } from "./show";

export function broadcastCommands(act: Act) {
  return [
    listCommand(act),
    showCommand(act),
    createCommand(act),
    sendCommand(act),
    pauseCommand(act),
    resumeCommand(act),
    cancelCommand(act),
  ];
}
