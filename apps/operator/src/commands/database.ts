import { command } from "../command";
import type { Act } from "../desk";

export function databaseCommands(act: Act) {
  return [
    command(
      "prepare",
      "Applies the migrations and makes the partitions; before each new version's first start.",
    ).action(() => act(async ({ prepareDatabase }) => ({ applied: await prepareDatabase() }))),
  ];
}
