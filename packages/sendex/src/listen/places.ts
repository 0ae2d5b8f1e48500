import { createHash, createHmac } from "node:crypto";
import path from "node:path";
import type { Connection } from "../config/connection";
import { configFolder, type Machine } from "../config/folder";
import { readPrivate, writePrivate } from "../config/private-file";

/** What listening keeps in the folder of settings: a secret for each key, and what each of its targets was handed. */

const SECRET_BYTES = 24;
const SECRET = /^whsec_[0-9A-Za-z+/]{32}$/;
/** Its first use of a key decides the secret; this text then no longer matters. */
const PURPOSE = "sendex listen: signing secret 1";

/** The secret that events of a key are signed with, the same at each start. It tells nothing about the key. */
export function sessionSecret(machine: Machine, { apiKey }: Pick<Connection, "apiKey">): string {
  const file = path.join(keyFolder(machine, apiKey), "secret");
  const kept = readPrivate(file)?.trim() ?? "";
  if (SECRET.test(kept)) return kept;
  const made = `whsec_${createHmac("sha256", apiKey).update(PURPOSE).digest().subarray(0, SECRET_BYTES).toString("base64")}`;
  writePrivate(file, `${made}\n`);
  return made;
}

/** Where it stands what this target was handed of this key's events. */
export function handledFile(machine: Machine, { apiKey, apiUrl }: Connection, target: URL): string {
  return path.join(keyFolder(machine, apiKey), `${fingerprint(`${apiUrl} ${target.href}`)}.log`);
}

function keyFolder(machine: Machine, apiKey: string): string {
  return path.join(configFolder(machine), "listen", fingerprint(apiKey));
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
