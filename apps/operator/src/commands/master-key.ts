import {
  masterKeyStatus,
  type MasterKeyUse,
  rotateMasterKey,
} from "@sendex/pipeline/content/rotate-master-key";
import { command } from "../command";
import type { Act } from "../desk";

/** Changing the key that wraps the accounts' data keys; docs/content.md has the whole procedure. */
export function masterKeyCommands(act: Act) {
  return [
    command(
      "rotate",
      "Wraps every account's data key by the first of ENCRYPTION_KEYS, while everything works. Safe to repeat.",
    ).action(() => act(async ({ context, actor }) => withOld(await rotateMasterKey(context, actor)))),
    command(
      "status",
      "Shows how many accounts each master key still serves; one that serves none may be dropped.",
    ).action(() => act(async ({ context }) => withOld(await masterKeyStatus(context)))),
  ];
}

/** The old keys that are still needed. */
function withOld<T extends MasterKeyUse>(use: T): T & { stillInUse: string[] } {
  return { ...use, stillInUse: Object.keys(use.accounts).filter((key) => key !== use.current) };
}
