import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { selfSigned } from "@sendex/smtp/self-signed";

/** Files of a new certificate for loopback. */
export async function certificateFiles(): Promise<{ certFile: string; keyFile: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "sendex-smtp-"));
  const files = { certFile: path.join(folder, "cert.pem"), keyFile: path.join(folder, "key.pem") };
  await renew(files);
  return files;
}

/** Another certificate in their place. */
export async function renew({ certFile, keyFile }: { certFile: string; keyFile: string }): Promise<void> {
  const { key, certificate } = selfSigned("Sendex", Date.now(), ["localhost", "127.0.0.1"]);
  await writeFile(keyFile, key);
  await writeFile(certFile, certificate);
}
