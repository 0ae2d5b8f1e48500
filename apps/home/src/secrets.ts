import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { readJson, writeJson } from "./json-file";

/** Made once for a home and kept: without them nothing that it has stored can be read again. */
export interface Secrets {
  /** `id:base64 of 32 bytes`, as ENCRYPTION_KEYS takes it. */
  encryptionKeys: string;
  keyPepper: string;
  postgresPassword: string;
}

/** @throws Error when the file is there but cannot be understood: new secrets would make the data unreadable */
export function keepSecrets(home: string): Secrets {
  const file = path.join(home, "secrets.json");
  if (!existsSync(file)) writeJson(file, makeSecrets());
  const { encryptionKeys, keyPepper, postgresPassword } = readJson(file) ?? {};
  const all = [encryptionKeys, keyPepper, postgresPassword];
  if (
    typeof encryptionKeys === "string" &&
    typeof keyPepper === "string" &&
    typeof postgresPassword === "string"
  ) {
    if (all.every((secret) => secret !== "")) return { encryptionKeys, keyPepper, postgresPassword };
  }
  throw new Error(`${file} is damaged. Restore it; without it the data in ${home} cannot be read.`);
}

function makeSecrets(): Secrets {
  return {
    encryptionKeys: `k1:${randomBytes(32).toString("base64")}`,
    keyPepper: randomBytes(32).toString("base64"),
    postgresPassword: randomBytes(18).toString("hex"),
  };
}
