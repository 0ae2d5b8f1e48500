import {
  masterKeyStatus,
  type MasterKeyUse,
  rotateMasterKey,
} from "@sendex/pipeline/content/rotate-master-key";
import { actor } from "./actor";
import type { Command } from "./command";

/** Changing the key that wraps the accounts' data keys; the whole procedure stands in docs/operations.md. */
export const MASTER_KEY_COMMANDS: Record<string, Command> = {
  "master-key rotate": {
    usage: "master-key rotate [--json]",
    about:
      "Wraps every account's data key by the first of ENCRYPTION_KEYS, while everything works. Safe to repeat; see docs/operations.md before.",
    run: async ({ context }) => withOld(await rotateMasterKey(context, actor())),
  },
  "master-key status": {
    usage: "master-key status [--json]",
    about: "Shows how many accounts each master key still serves; one that serves none may be dropped.",
    run: async ({ context }) => withOld(await masterKeyStatus(context)),
  },
};

/** The old keys that are still needed. */
function withOld<T extends MasterKeyUse>(use: T): T & { stillInUse: string[] } {
  return { ...use, stillInUse: Object.keys(use.accounts).filter((id) => id !== use.current) };
}
